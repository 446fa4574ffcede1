import { useQuery } from '@apollo/client/react';
import { AddBodyDocument, BodyChoicesDocument, ChangeBodyDocument, useAction, useAllPages } from '@konzeptwerkstatt/web-data';
import { ActionForm, Overtaken, problemAt, useSeenRevision } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, MultiPicker, Original, Select, showToast, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import type { BodyRow } from './bodies.js';
import { keyLabel } from './key-label.js';

const formId = 'gremium';

const bodyKinds = ['steering_group', 'working_group', 'advisory_council', 'council', 'committee', 'administration', 'officer', 'executive', 'conference', 'network', 'participation', 'civil_society', 'science', 'service', 'other'] as const;

interface Props {
  processId: string;
  /** The body to change; null: a new one. */
  body: BodyRow | null;
  onClose: () => void;
}

/** A body as somebody else has saved it meanwhile. */
function Other({ body, onTake, onKeep }: { body: BodyRow; onTake: () => void; onKeep: () => void }) {
  const t = useText();
  return (
    <Overtaken onTake={onTake} onKeep={onKeep} facts={[
      { term: t('planning.bodies.name'), value: <Original>{body.name}</Original> },
      { term: t('planning.bodies.kind'), value: keyLabel('body-kind', body.kind, t) },
      ...(body.members.length === 0 ? [] : [{ term: t('planning.bodies.represented'), value: <Original>{body.members.map(({ name }) => name).join(', ')}</Original> }]),
      ...(body.note ? [{ term: t('planning.bodies.note'), value: <Original>{body.note}</Original> }] : []),
    ]} />
  );
}

/** A body of the process: what it is called, its kind, which organisations sit in it. */
export function BodyForm(props: Props) {
  const [taken, setTaken] = useState(0);
  // Filled anew with what somebody else has saved.
  return <BodyFields key={taken} {...props} onTake={() => setTaken(taken + 1)} />;
}

function BodyFields({ processId, body, onClose, onTake }: Props & { onTake: () => void }) {
  const t = useText();
  const add = useAction(AddBodyDocument, 'addBody', ['ProcessPage']);
  const change = useAction(ChangeBodyDocument, 'changeBody', ['ProcessPage']);
  const action = body === null ? add : change;
  const { seen, isOvertaken, shown, keep } = useSeenRevision(body?.revision ?? 0, action);
  const { data, fetchMore } = useQuery(BodyChoicesDocument);
  useAllPages(data?.organisations.pageInfo, (after) => fetchMore({ variables: { after } }));
  const [name, setName] = useState(body?.name ?? '');
  const [kind, setKind] = useState<string | null>(body?.kind ?? null);
  const [note, setNote] = useState(body?.note ?? '');
  const [members, setMembers] = useState<readonly string[]>(body?.members.map(({ id }) => id) ?? []);
  const organisations = data?.organisations.edges.map(({ node }) => ({ id: node.id, label: node.name })) ?? body?.members.map(({ id, name: label }) => ({ id, label })) ?? [];
  const problem = (field: string) => problemAt(action.problems, field, 'planning', t);
  const submit = async () => {
    const fields = { name, kind: kind ?? '', note: note.trim() === '' ? null : note, organisationIds: [...members] };
    const payload = body === null ? await add.run({ processId, ...fields }) : await change.run({ bodyId: body.id, expectedRevision: seen, ...fields });
    if (!payload) return;
    showToast(t('planning.bodies.saved', { name: name.trim() }));
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('planning.form.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('planning.form.pending')}>{t('planning.bodies.submit')}</Button>
    </>
  );
  return (
    <Dialog title={body === null ? t('planning.bodies.add') : t('planning.bodies.change')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={shown} context="planning" fields={['name', 'kind', 'note', 'organisationIds']} onSubmit={() => void submit()}>
        {body && isOvertaken ? <Other body={body} onTake={onTake} onKeep={keep} /> : null}
        <TextField label={t('planning.bodies.name')} value={name} onChange={setName} isRequired autoFocus error={problem('name')} />
        <Select label={t('planning.bodies.kind')} options={bodyKinds.map((id) => ({ id, label: t(`planning.body-kind.${id}`) }))} value={kind} onChange={setKind} error={problem('kind')} />
        <MultiPicker
          label={t('planning.bodies.members')} hint={t('planning.bodies.members-hint')} optional options={organisations} value={[...members]} error={problem('organisationIds')}
          onAdd={(id) => setMembers((known) => [...known, id])} onRemove={(id) => setMembers((known) => known.filter((other) => other !== id))}
        />
        <TextArea label={t('planning.bodies.note')} optional rows={2} value={note} onChange={setNote} error={problem('note')} />
      </ActionForm>
    </Dialog>
  );
}
