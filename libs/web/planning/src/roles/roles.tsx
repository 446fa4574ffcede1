import type { ProcessPageQuery, RoleFactsFragment } from '@konzeptwerkstatt/web-data';
import { useAction, WithdrawProcessRoleDocument } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import type { Column } from '@konzeptwerkstatt/web-ui';
import { Button, ConfirmDialog, DataTable, EmptyState, Section, showToast, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { AssignRole } from './assign-role.js';

type Process = NonNullable<ProcessPageQuery['process']>;

/** Who holds a role: an organisation, or a person, whose name only those see who manage the process. */
function useHolder(): (role: RoleFactsFragment) => string {
  const t = useText();
  return (role) => role.organisation?.name ?? role.personName ?? t('planning.roles.a-person');
}

/** Which organisation does what in the process. Those who manage it give roles and take them away. */
export function Roles({ process }: { process: Process }) {
  const t = useText();
  const { day } = useLanguage();
  const holder = useHolder();
  const action = useAction(WithdrawProcessRoleDocument, 'withdrawProcessRole', ['ProcessPage']);
  const [asked, setAsked] = useState<RoleFactsFragment | null>(null);
  const [isAssigning, setIsAssigning] = useState(false);
  const roles = process.roles.edges.map(({ node }) => node);

  const withdraw = async () => {
    if (asked && (await action.run({ roleId: asked.id }))) showToast(t('planning.roles.withdrawn', { name: holder(asked) }));
    setAsked(null);
  };

  const columns: Column<RoleFactsFragment>[] = [
    { id: 'holder', header: t('planning.roles.holder'), isRowHeader: true, cell: (role) => <bdi>{holder(role)}</bdi> },
    { id: 'role', header: t('planning.roles.role'), cell: ({ role }) => <>{t(`planning.role.${role}`)}<br /><span className="kw-muted">{t(`planning.role-hint.${role}`)}</span></> },
    { id: 'sections', header: t('planning.roles.where'), cell: ({ sections }) => (sections.length === 0 ? t('planning.roles.everywhere') : sections.map(({ title }) => title).join(', ')) },
    { id: 'since', header: t('planning.roles.since'), cell: ({ assignedAt }) => day(assignedAt, 'medium') },
  ];
  if (process.mayManage) {
    columns.push({ id: 'withdraw', header: t('planning.roles.action'), cell: (role) => <Button size="small" onPress={() => setAsked(role)}>{t('planning.roles.action')}<span className="kw-visually-hidden">: {holder(role)}, {t(`planning.role.${role.role}`)}</span></Button> });
  }
  return (
    <Section title={t('planning.roles.title')} description={t('planning.roles.lead')} actions={process.mayManage ? <Button size="small" icon="add" onPress={() => setIsAssigning(true)}>{t('planning.roles.assign')}</Button> : undefined}>
      <ActionNotice action={action} context="planning" />
      <DataTable caption={t('planning.roles.title')} columns={columns} groups={[{ id: 'all', rows: roles }]} rowId={({ id }) => id} empty={<EmptyState icon="people" title={t('planning.roles.empty')} />} />
      {isAssigning ? <AssignRole processId={process.id} processUuid={process.uuid} onClose={() => setIsAssigning(false)} /> : null}
      <ConfirmDialog isOpen={asked !== null} isDangerous isPending={action.isPending} title={t('planning.roles.withdraw-title')} confirmLabel={t('planning.roles.withdraw')} onConfirm={() => void withdraw()} onCancel={() => setAsked(null)}>
        <p>{asked ? t('planning.roles.withdraw-text', { name: holder(asked), role: t(`planning.role.${asked.role}`) }) : ''}</p>
      </ConfirmDialog>
    </Section>
  );
}
