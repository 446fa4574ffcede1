import { useQuery } from '@apollo/client/react';
import { AnswerChoicesDocument, AssignContributionsDocument, BundleContributionsDocument, ProposeResponsesDocument, PublishResponsesDocument, useAction, useAllPages } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, ComboBox, ConfirmDialog, Dialog, Notice, showToast, TextField, useText } from '@konzeptwerkstatt/web-ui';
import type { ResponseStanding } from '@konzeptwerkstatt/web-data';
import { useState } from 'react';

/** A contribution that is chosen, with the revision of its answer as it was shown; 0: none. */
export interface ChosenContribution {
  readonly id: string;
  readonly revision: number;
}

const refetch = ['EditionContributions', 'ContributionCounts'];

interface ChosenProps {
  chosen: readonly string[];
  onDone: () => void;
  onClose: () => void;
}

function BundleDialog({ chosen, onDone, onClose }: ChosenProps) {
  const t = useText();
  const action = useAction(BundleContributionsDocument, 'bundleContributions', refetch);
  const [title, setTitle] = useState('');
  const bundle = async () => {
    if (await action.run({ contributionIds: [...chosen], title })) onDone();
  };
  const footer = <><Button onPress={onClose}>{t('participation.dialog.cancel')}</Button><Button variant="primary" type="submit" form="buendeln" isPending={action.isPending}>{t('participation.bundle.button')}</Button></>;
  return (
    <Dialog title={t('participation.bundle.button')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id="buendeln" action={action} context="participation" fields={['title']} onSubmit={() => void bundle()}>
        <p>{t('participation.bundle.text', { count: chosen.length })}</p>
        <TextField label={t('participation.bundle.title')} value={title} onChange={setTitle} isRequired autoFocus error={problemAt(action.problems, 'title', 'participation', t)} />
      </ActionForm>
    </Dialog>
  );
}

function AssignDialog({ chosen, onDone, onClose }: Omit<ChosenProps, 'onDone'> & { onDone: (isAssigned: boolean) => void }) {
  const t = useText();
  const action = useAction(AssignContributionsDocument, 'assignContributions', refetch);
  const { data, fetchMore } = useQuery(AnswerChoicesDocument);
  useAllPages(data?.organisations.pageInfo, (after) => fetchMore({ variables: { after } }));
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const [answerBy, setAnswerBy] = useState('');
  const assign = async () => {
    if (await action.run({ contributionIds: [...chosen], organisationId, answerBy: answerBy === '' ? null : answerBy })) onDone(organisationId !== null);
  };
  const footer = <><Button onPress={onClose}>{t('participation.dialog.cancel')}</Button><Button variant="primary" type="submit" form="zuweisen" isPending={action.isPending}>{t(organisationId === null ? 'participation.assign.nobody' : 'participation.assign.button')}</Button></>;
  return (
    <Dialog title={t('participation.assign.button')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id="zuweisen" action={action} context="participation" fields={['organisationId', 'answerBy']} onSubmit={() => void assign()}>
        <ComboBox label={t('participation.assign.office')} options={data?.organisations.edges.map(({ node: { id, name } }) => ({ id, label: name })) ?? []} value={organisationId} onChange={setOrganisationId} error={problemAt(action.problems, 'organisationId', 'participation', t)} />
        <TextField type="date" label={t('participation.assign.by')} optional value={answerBy} onChange={setAnswerBy} error={problemAt(action.problems, 'answerBy', 'participation', t)} />
      </ActionForm>
    </Dialog>
  );
}

type LeftOut = readonly { readonly contributionUuid: string; readonly standing: ResponseStanding }[];

/** Which answers were not published, and why. */
function LeftOutNotice({ leftOut }: { leftOut: LeftOut }) {
  const t = useText();
  const reasons = (['NOT_PROPOSED', 'OPEN', 'OBJECTED'] as const).map((standing) => ({ standing, count: leftOut.filter((one) => one.standing === standing).length })).filter(({ count }) => count > 0);
  if (reasons.length === 0) return null;
  return (
    <Notice tone="warning" live title={t('participation.left-out.title', { count: leftOut.length })}>
      <ul>{reasons.map(({ standing, count }) => <li key={standing}>{t(`participation.left-out.${standing}`, { count })}</li>)}</ul>
    </Notice>
  );
}

/** What can be done with several chosen contributions at once. */
export function RegisterActions({ chosen, consentDays, onDone }: { chosen: readonly ChosenContribution[]; consentDays: number | null; onDone: () => void }) {
  const t = useText();
  const ids = chosen.map(({ id }) => id);
  const publication = useAction(PublishResponsesDocument, 'publishResponses', refetch);
  const proposal = useAction(ProposeResponsesDocument, 'proposeResponses', refetch);
  const [open, setOpen] = useState<'bundle' | 'assign' | 'publish' | 'propose' | null>(null);
  const [leftOut, setLeftOut] = useState<LeftOut>([]);
  if (chosen.length === 0) return <><p className="kw-muted">{t('participation.register.choose')}</p><LeftOutNotice leftOut={leftOut} /></>;
  const finish = (message: string) => {
    showToast(t(message));
    setOpen(null);
    onDone();
  };
  const responses = chosen.map(({ id, revision }) => ({ contributionId: id, expectedRevision: revision }));
  const publish = async () => {
    const payload = await publication.run({ responses });
    setLeftOut(payload?.leftOut ?? []);
    if (payload) finish('participation.publish.done');
    else setOpen(null);
  };
  const propose = async () => {
    if (await proposal.run({ responses })) finish('participation.propose.done');
    else setOpen(null);
  };
  const close = () => setOpen(null);
  return (
    <div className="kw-stack kw-stack--tight" role="group" aria-label={t('participation.register.chosen', { count: chosen.length })}>
      <p role="status">{t('participation.register.chosen', { count: chosen.length })}</p>
      <ActionNotice action={publication} context="participation" />
      <ActionNotice action={proposal} context="participation" />
      <div className="kw-button-group">
        <Button onPress={() => setOpen('assign')}>{t('participation.assign.button')}</Button>
        {chosen.length > 1 ? <Button onPress={() => setOpen('bundle')}>{t('participation.bundle.button')}</Button> : null}
        {consentDays === null ? null : <Button onPress={() => setOpen('propose')}>{t('participation.propose.many')}</Button>}
        <Button onPress={() => setOpen('publish')}>{t('participation.publish.many')}</Button>
      </div>
      {open === 'bundle' ? <BundleDialog chosen={ids} onDone={() => finish('participation.bundle.done')} onClose={close} /> : null}
      {open === 'assign' ? <AssignDialog chosen={ids} onDone={(isAssigned) => finish(isAssigned ? 'participation.assign.done' : 'participation.assign.nobody-done')} onClose={close} /> : null}
      <ConfirmDialog title={t('participation.publish.title')} isOpen={open === 'publish'} confirmLabel={t('participation.publish.many')} isPending={publication.isPending} onConfirm={() => void publish()} onCancel={close}>{t(consentDays === null ? 'participation.publish.text' : 'participation.publish.text-accepted')}</ConfirmDialog>
      <ConfirmDialog title={t('participation.propose.title')} isOpen={open === 'propose'} confirmLabel={t('participation.propose.many')} isPending={proposal.isPending} onConfirm={() => void propose()} onCancel={close}>{t('participation.propose.text', { count: consentDays ?? 0 })}</ConfirmDialog>
    </div>
  );
}
