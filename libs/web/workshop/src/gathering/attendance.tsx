import { useQuery } from '@apollo/client/react';
import type { GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { AttendanceChoicesDocument, RecordAttendanceDocument, RemoveAttendanceDocument, useAction, useAllPages } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Checkbox, EmptyState, NumberField, Original, Section, Select, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

type Row = GatheringFactsFragment['attendances'][number];

function AttendanceForm({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  const action = useAction(RecordAttendanceDocument, 'recordAttendance');
  const { data, fetchMore } = useQuery(AttendanceChoicesDocument);
  useAllPages(data?.organisations.pageInfo, (after) => fetchMore({ variables: { after } }));
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const [people, setPeople] = useState<number | null>(null);
  const [wasThere, setWasThere] = useState(gathering.state === 'OVER');
  const submit = async () => {
    if (!(await action.run({ gatheringId: gathering.id, organisationId: organisationId ?? '', state: wasThere ? 'ATTENDED' : 'REGISTERED', people }))) return;
    setOrganisationId(null);
    setPeople(null);
  };
  return (
    <ActionForm action={action} context="workshop" fields={['organisationId', 'people']} onSubmit={() => void submit()}>
      <Select label={t('workshop.attendance.organisation')} options={data?.organisations.edges.map(({ node }) => ({ id: node.id, label: node.name })) ?? []} value={organisationId} onChange={setOrganisationId} error={problemAt(action.problems, 'organisationId', 'workshop', t)} />
      <NumberField label={t('workshop.attendance.people')} optional minValue={0} maxValue={10_000} value={people ?? Number.NaN} onChange={(value) => setPeople(Number.isNaN(value) ? null : value)} error={problemAt(action.problems, 'people', 'workshop', t)} />
      <Checkbox isSelected={wasThere} onChange={setWasThere}>{t('workshop.attendance.was-there')}</Checkbox>
      <div><Button type="submit" isPending={action.isPending} pendingText={t('workshop.form.pending')}>{t('workshop.attendance.submit')}</Button></div>
    </ActionForm>
  );
}

function AttendanceRow({ gathering, row }: { gathering: GatheringFactsFragment; row: Row }) {
  const t = useText();
  const record = useAction(RecordAttendanceDocument, 'recordAttendance');
  const remove = useAction(RemoveAttendanceDocument, 'removeAttendance');
  const { organisation, state, people } = row;
  if (organisation === null) return null;
  const facts = [t(`workshop.attendance-state.${state}`), people === null ? null : t('workshop.attendance.count', { count: people })].filter(Boolean).join(' · ');
  return (
    <li>
      <div><strong><Original>{organisation.name}</Original></strong> <span className="kw-muted">{facts}</span></div>
      {gathering.mayModerate ? (
        <div className="kw-cluster kw-no-print">
          {state === 'REGISTERED' ? <Button size="small" icon="check" onPress={() => void record.run({ gatheringId: gathering.id, organisationId: organisation.id, state: 'ATTENDED', people })} aria-label={t('workshop.attendance.came-named', { name: organisation.name })}>{t('workshop.attendance.came')}</Button> : null}
          <Button size="small" icon="remove" onPress={() => void remove.run({ gatheringId: gathering.id, organisationId: organisation.id })} aria-label={t('workshop.attendance.remove-named', { name: organisation.name })}>{t('workshop.attendance.remove')}</Button>
          <ActionNotice action={record} context="workshop" />
          <ActionNotice action={remove} context="workshop" />
        </div>
      ) : null}
    </li>
  );
}

/** Organisations that are registered or were there. Persons are not named. */
export function Attendance({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Section title={t('workshop.attendance.title')} description={t('workshop.attendance.lead')} actions={gathering.mayModerate && !isAdding ? <Button size="small" icon="add" onPress={() => setIsAdding(true)}>{t('workshop.attendance.add')}</Button> : undefined}>
      {gathering.attendances.length === 0 ? <EmptyState icon="people" title={t('workshop.attendance.empty')} /> : (
        <ul className="kw-rows">{gathering.attendances.map((row) => <AttendanceRow key={row.organisation?.id ?? ''} gathering={gathering} row={row} />)}</ul>
      )}
      {isAdding ? <AttendanceForm gathering={gathering} /> : null}
    </Section>
  );
}
