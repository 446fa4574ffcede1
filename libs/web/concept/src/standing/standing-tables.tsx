import type { EditionStandingQuery, TallyFragment } from '@konzeptwerkstatt/web-data';
import { DataTable, Original, PartsBar, StatusTag, TextLink, useLanguage, useText, WholeBar } from '@konzeptwerkstatt/web-ui';
import type { Column } from '@konzeptwerkstatt/web-ui';
import { useMemo } from 'react';
import { periodLabel } from '../labels/period-label.js';
import { statusTone } from '../labels/status-tone.js';
import { sectionPath } from '../places.js';
import { DifferingReports, MeasureReports } from './measure-reports.js';
import { NONE } from './standing-filter.js';
import type { StandingFilterState } from './standing-filter.js';
import { statusParts, statusWord } from './status-parts.js';
import { CountLink, StatusLinks } from './tally-numbers.js';
import type { AddressOf } from './tally-numbers.js';

export type Standing = NonNullable<EditionStandingQuery['edition']>['standing'];

interface Tallies<Row> {
  readonly rows: readonly Row[];
  readonly addressOf: AddressOf;
  /** The filter that leaves what a row counts. */
  readonly partOf: (row: Row) => Partial<StandingFilterState>;
}

/** The columns of everything that is counted: how many, how far, what is late, what it costs. */
function useTallyColumns<Row extends { readonly tally: TallyFragment }>({ rows, addressOf, partOf }: Tallies<Row>): Column<Row>[] {
  const t = useText();
  const { money } = useLanguage();
  const most = Math.max(0, ...rows.map(({ tally }) => tally.total));
  return [
    { id: 'total', header: t('concept.view.measures'), align: 'end', width: 'narrow', cell: (row) => <CountLink count={row.tally.total} href={addressOf(partOf(row))} name={t('concept.view.measures')} /> },
    { id: 'statuses', header: t('concept.measure.status'), width: 'wide', cell: (row) => <><PartsBar parts={statusParts(t, row.tally.counts)} most={most} /><StatusLinks counts={row.tally.counts} part={partOf(row)} addressOf={addressOf} /></> },
    { id: 'overdue', header: t('concept.standing.overdue'), align: 'end', width: 'narrow', cell: (row) => <CountLink count={row.tally.overdue} href={addressOf({ ...partOf(row), isOverdue: true })} name={t('concept.standing.overdue')} /> },
    { id: 'budget', header: t('concept.standing.budget'), align: 'end', width: 'narrow', cell: ({ tally }) => (tally.budget === null ? null : money(tally.budget, 'EUR')) },
  ];
}

/** Field by field. */
export function SectionTable({ rows, addressOf }: { rows: Standing['bySection']; addressOf: AddressOf }) {
  const t = useText();
  const columns = useTallyColumns({ rows, addressOf, partOf: ({ section }) => ({ sectionId: section?.id ?? null }) });
  return (
    <DataTable caption={t('concept.standing.by-section')} rowId={({ section }) => section?.id ?? 'gone'} groups={[{ id: 'all', rows }]} columns={[
      { id: 'section', header: t('concept.sectionKind.FIELD_OF_ACTION'), isRowHeader: true, width: 'wide', cell: ({ section }) => (section ? <TextLink href={addressOf({ sectionId: section.id })}><bdi>{[section.number, section.title].filter(Boolean).join(' ')}</bdi></TextLink> : null) },
      ...columns,
    ]} />
  );
}

/** Organisation by organisation, by name; what nobody leads comes last. */
export function LeadTable({ rows, addressOf }: { rows: Standing['byLead']; addressOf: AddressOf }) {
  const t = useText();
  const { compare } = useLanguage();
  const sorted = useMemo(() => rows.toSorted((one, other) => {
    if (one.organisation === null || other.organisation === null) return Number(one.organisation === null) - Number(other.organisation === null);
    return compare(one.organisation.name, other.organisation.name);
  }), [rows, compare]);
  const columns = useTallyColumns({ rows, addressOf, partOf: ({ organisation }) => ({ leadId: organisation?.id ?? NONE }) });
  return (
    <DataTable caption={t('concept.standing.by-lead')} rowId={({ organisation }) => organisation?.id ?? 'none'} groups={[{ id: 'all', rows: sorted }]} columns={[
      { id: 'lead', header: t('concept.measure.lead'), isRowHeader: true, width: 'wide', cell: ({ organisation }) => (organisation ? <TextLink href={addressOf({ leadId: organisation.id })}><Original>{organisation.name}</Original></TextLink> : <TextLink href={addressOf({ leadId: NONE })}>{t('concept.standing.no-lead')}</TextLink>) },
      ...columns,
    ]} />
  );
}

/** Goal by goal; the indicators that observe them stand in a table of their own. */
export function GoalTable({ rows, editionUuid, addressOf }: { rows: Standing['byGoal']; editionUuid: string; addressOf: AddressOf }) {
  const t = useText();
  const columns = useTallyColumns({ rows, addressOf, partOf: ({ goal }) => ({ goalId: goal?.id ?? null }) });
  return (
    <DataTable caption={t('concept.standing.by-goal')} rowId={({ goal }) => goal?.id ?? 'gone'} groups={[{ id: 'all', rows }]} columns={[
      { id: 'goal', header: t('concept.standing.goal'), isRowHeader: true, width: 'wide', cell: ({ goal }) => (goal ? <TextLink href={sectionPath(editionUuid, goal.section.uuid, goal.blockId)}><bdi>{[goal.number, goal.title || t('concept.object.untitled')].filter(Boolean).join(' ')}</bdi></TextLink> : null) },
      ...columns,
    ]} />
  );
}

/** Year by year: what runs, begins and ends. */
export function YearTable({ rows, addressOf }: { rows: Standing['byYear']; addressOf: AddressOf }) {
  const t = useText();
  const most = Math.max(0, ...rows.map(({ running }) => running));
  return (
    <DataTable caption={t('concept.standing.by-year')} rowId={({ year }) => String(year)} groups={[{ id: 'all', rows }]} columns={[
      { id: 'year', header: t('concept.standing.year'), isRowHeader: true, width: 'narrow', cell: ({ year }) => <span className="kw-year"><TextLink href={addressOf({ year })}>{String(year)}</TextLink></span> },
      { id: 'running', header: t('concept.standing.running'), width: 'wide', cell: ({ year, running }) => <><WholeBar count={running} most={most} /><CountLink count={running} href={addressOf({ year })} name={t('concept.standing.running')} /></> },
      { id: 'beginning', header: t('concept.standing.beginning'), align: 'end', width: 'narrow', cell: ({ year, beginning }) => <CountLink count={beginning} href={addressOf({ beginsIn: year })} name={t('concept.standing.beginning')} /> },
      { id: 'ending', header: t('concept.standing.ending'), align: 'end', width: 'narrow', cell: ({ year, ending }) => <CountLink count={ending} href={addressOf({ endsIn: year })} name={t('concept.standing.ending')} /> },
    ]} />
  );
}

interface Years {
  readonly first: number;
  readonly last: number;
}

/** When a measure runs, drawn between the first and the last year; its words stand beside it. */
function PeriodBar({ from, to, years: { first, last } }: { from: string; to: string | null; years: Years }) {
  const span = last - first + 1;
  const start = Math.max(0, Number(from.slice(0, 4)) - first);
  const end = Math.min(span, (to === null ? last : Number(to.slice(0, 4))) - first + 1);
  return <div className="kw-years" aria-hidden="true"><span style={{ marginInlineStart: `${(100 * start) / span}%`, inlineSize: `${(100 * Math.max(end - start, 0)) / span}%` }} /></div>;
}

/** Measure by measure: how far, when, who, and since when one knows. */
export function StandingMeasures({ standing, editionUuid }: { standing: Standing; editionUuid: string }) {
  const t = useText();
  const named = standing.byYear.map(({ year }) => year);
  const years = { first: named[0] ?? 0, last: named.at(-1) ?? 0 };
  return (
    <DataTable caption={t('concept.standing.list')} rowId={({ measure }) => measure.id} groups={[{ id: 'all', rows: standing.measures.edges.map(({ node }) => node) }]} columns={[
      { id: 'measure', header: t('concept.measure.one'), isRowHeader: true, width: 'wide', cell: ({ number, measure }) => <TextLink href={sectionPath(editionUuid, measure.section.uuid, measure.blockId)}><bdi>{[number, measure.title || t('concept.object.untitled')].filter(Boolean).join(' ')}</bdi></TextLink> },
      { id: 'status', header: t('concept.measure.status'), cell: ({ status, isOverdue, differing }) => (
        <>
          <div className="kw-cluster">
            <StatusTag tone={status === null ? 'neutral' : statusTone(status)}>{statusWord(t, status)}</StatusTag>
            {isOverdue ? <StatusTag tone="warning" icon="alert">{t('concept.standing.overdue')}</StatusTag> : null}
          </div>
          <DifferingReports reports={differing} />
        </>
      ) },
      { id: 'since', header: t('concept.standing.known'), cell: ({ measure, reportedAt }) => <MeasureReports reports={measure.progress} reportedAt={reportedAt} /> },
      { id: 'period', header: t('concept.measure.period'), width: 'wide', cell: ({ measure: { period, periodFrom, periodTo } }) => (period === null ? null : <>{periodFrom === null ? null : <PeriodBar from={periodFrom} to={periodTo} years={years} />}{periodLabel(t, period)}</>) },
      { id: 'lead', header: t('concept.measure.lead'), cell: ({ measure: { lead } }) => (lead ? <Original>{lead.name}</Original> : null) },
    ]} />
  );
}
