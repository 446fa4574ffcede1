import { useQuery } from '@apollo/client/react';
import type { AccessRole } from '@konzeptwerkstatt/web-data';
import { AssignProcessRoleDocument, ProcessRoleChoicesDocument, useAction, useAllPages } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ComboBox, Dialog, Loading, MultiPicker, RadioGroup, Select, showToast, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

const formId = 'rolle-vergeben';
const assignableRoles = ['STEERING', 'EDITOR', 'CONTRIBUTOR', 'REVIEWER', 'READER'] as const satisfies readonly AccessRole[];
type AssignableRole = (typeof assignableRoles)[number];
type SubjectKind = 'organisation' | 'person';

/** What can be picked: organisations of the municipality and sections of the process. */
function useChoices(processUuid: string) {
  const { data, error, refetch, fetchMore } = useQuery(ProcessRoleChoicesDocument, { variables: { uuid: processUuid } });
  useAllPages(data?.organisations.pageInfo, (organisationsAfter) => fetchMore({ variables: { organisationsAfter } }));
  const editions = data?.process?.editions.edges.map(({ node }) => node) ?? [];
  return {
    isLoaded: data !== undefined,
    error,
    refetch,
    organisations: data?.organisations.edges.map(({ node }) => ({ id: node.id, label: node.name })) ?? [],
    sections: editions.flatMap((edition) => edition.sections.edges.map(({ node }) => ({ id: node.id, label: node.title, description: editions.length > 1 ? edition.title : undefined }))),
  };
}

type Choices = ReturnType<typeof useChoices>;

function AssignForm({ processId, choices, onAssigned, onPending }: { processId: string; choices: Choices; onAssigned: () => void; onPending: (isPending: boolean) => void }) {
  const t = useText();
  const action = useAction(AssignProcessRoleDocument, 'assignProcessRole', ['ProcessPage']);
  const [kind, setKind] = useState<SubjectKind>('organisation');
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const [personEmail, setPersonEmail] = useState('');
  const [role, setRole] = useState<AssignableRole>('CONTRIBUTOR');
  const [sectionIds, setSectionIds] = useState<readonly string[]>([]);
  const problem = (field: string) => problemAt(action.problems, field, 'planning', t);

  const submit = async () => {
    onPending(true);
    const subject = kind === 'organisation' ? { organisationId } : { personEmail: personEmail.trim() };
    const payload = await action.run({ processId, ...subject, role, sectionIds: [...sectionIds] });
    onPending(false);
    if (payload) onAssigned();
  };
  return (
    <ActionForm id={formId} action={action} context="planning" fields={['organisationId', 'personEmail', 'role', 'sectionIds']} onSubmit={() => void submit()}>
      <RadioGroup<SubjectKind> label={t('planning.roles.who')} value={kind} onChange={setKind}
        options={[{ id: 'organisation', label: t('planning.roles.an-organisation') }, { id: 'person', label: t('planning.roles.a-person') }]} />
      {kind === 'organisation' ? (
        <ComboBox label={t('planning.roles.organisation')} hint={t('planning.roles.organisation-hint')} options={choices.organisations} value={organisationId} onChange={setOrganisationId} error={problem('organisationId')} />
      ) : (
        <TextField type="email" label={t('planning.roles.email')} hint={t('planning.roles.email-hint')} value={personEmail} onChange={setPersonEmail} isRequired error={problem('personEmail') ?? problem('organisationId')} />
      )}
      <Select<AssignableRole> label={t('planning.roles.role')} value={role} onChange={(next) => next && setRole(next)} error={problem('role')}
        options={assignableRoles.map((id) => ({ id, label: t(`planning.role.${id}`), description: t(`planning.role-hint.${id}`) }))} />
      {choices.sections.length > 0 ? (
        <MultiPicker label={t('planning.roles.sections')} hint={t('planning.roles.sections-hint')} optional options={choices.sections} value={sectionIds} error={problem('sectionIds')}
          onAdd={(id) => setSectionIds((known) => [...known, id])} onRemove={(id) => setSectionIds((known) => known.filter((other) => other !== id))} />
      ) : null}
    </ActionForm>
  );
}

/** Gives an organisation or a person a role in the process. */
export function AssignRole({ processId, processUuid, onClose }: { processId: string; processUuid: string; onClose: () => void }) {
  const t = useText();
  const choices = useChoices(processUuid);
  const [isPending, setIsPending] = useState(false);
  const footer = (
    <>
      <Button onPress={onClose}>{t('planning.form.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isDisabled={!choices.isLoaded} isPending={isPending} pendingText={t('planning.form.pending')}>{t('planning.roles.assign')}</Button>
    </>
  );
  const finish = () => {
    showToast(t('planning.roles.assigned'));
    onClose();
  };
  return (
    <Dialog title={t('planning.roles.assign')} isOpen onClose={onClose} footer={footer}>
      {choices.isLoaded ? <AssignForm processId={processId} choices={choices} onAssigned={finish} onPending={setIsPending} /> : null}
      {!choices.isLoaded && choices.error ? <RequestFailureNotice error={choices.error} onRetry={() => void choices.refetch()} /> : null}
      {!choices.isLoaded && !choices.error ? <Loading /> : null}
    </Dialog>
  );
}
