import type { PlannedValueState } from '@konzeptwerkstatt/web-data';
import type { Column, Tone } from '@konzeptwerkstatt/web-ui';
import { columnLetters, DataTable, Notice, Original, Section, StatusTag, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { breakdownText } from '../observation/breakdown-text.js';
import type { PlannedValue, StatisticsFile } from './statistics-reading.js';

const tones: Readonly<Record<PlannedValueState, Tone>> = { REFUSED: 'danger', CHANGED: 'info', NEW: 'success', LEFT_OUT: 'warning', UNCHANGED: 'info' };

/** What becomes of a value, in a sentence: why not, or what was before, and what was mended. */
function Outcome({ value }: { readonly value: PlannedValue }) {
  const t = useText();
  const { quantity } = useLanguage();
  const { state, problem, notes, beforeValue, unit, unitLabel, decimals } = value;
  const before = state === 'CHANGED' && beforeValue !== null && unit !== null ? t('monitoring.import.before', { value: quantity(beforeValue ?? '', { key: unit ?? '', label: unitLabel ?? '' }, decimals) }) : null;
  const sentences = [...(problem ? [t(`monitoring.import.problem.${problem}`)] : []), ...(before ? [before] : []), ...notes.map((note) => t(`monitoring.import.note.${note}`))];
  return (
    <>
      <StatusTag tone={tones[state]}>{t(`monitoring.import.state.${state}`)}</StatusTag>
      {sentences.map((sentence) => <span key={sentence}><br />{sentence}</span>)}
    </>
  );
}

/** The value as it would be recorded, or what stands in the file when it is none. */
function PlannedText({ value }: { readonly value: PlannedValue }) {
  const { quantity } = useLanguage();
  if (value.value !== null && value.value !== undefined && value.unit !== null) return <bdi>{quantity(value.value, { key: value.unit ?? '', label: value.unitLabel ?? '' }, value.decimals)}</bdi>;
  return <Original>{value.missingReason ?? (value.words || '–')}</Original>;
}

/** What becomes of the values, faults first. */
export function ValuePreview({ plan }: Pick<StatisticsFile, 'plan'>) {
  const t = useText();
  const { partialDate } = useLanguage();
  const { refused, changed, new: added, leftOut, unchanged } = plan;
  const columns: Column<PlannedValue>[] = [
    { id: 'place', header: t('monitoring.import.place-in-file'), width: 'narrow', isRowHeader: true, cell: ({ row, column }) => t('monitoring.import.cell', { row, column: columnLetters(column) }) },
    { id: 'outcome', header: t('monitoring.import.outcome'), width: 'wide', cell: (value) => <Outcome value={value} /> },
    { id: 'value', header: t('monitoring.observations.value'), align: 'end', cell: (value) => <PlannedText value={value} /> },
    { id: 'indicator', header: t('monitoring.list.name'), width: 'wide', cell: ({ indicatorName }) => (indicatorName ? <Original>{indicatorName}</Original> : null) },
    { id: 'region', header: t('monitoring.import.region'), cell: ({ region }) => (region === '' ? null : <Original>{region}</Original>) },
    { id: 'period', header: t('monitoring.observations.period'), cell: ({ periodFrom, periodTo, periodPrecision }) => (periodPrecision ? partialDate({ from: periodFrom ?? null, to: periodTo ?? null, precision: periodPrecision }) : null) },
    { id: 'group', header: t('monitoring.observations.group'), cell: ({ breakdown }) => (breakdown === '' ? null : breakdownText(breakdown, t)) },
  ];
  const groups = ([['REFUSED', refused], ['CHANGED', changed], ['NEW', added], ['LEFT_OUT', leftOut], ['UNCHANGED', unchanged]] as const)
    .map(([state, page]) => ({ id: state, title: t('monitoring.import.group', { state: t(`monitoring.import.state.${state}`), shown: page.edges.length, count: page.totalCount ?? 0 }), rows: page.edges.map(({ node }) => node) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <Section title={t('monitoring.import.preview')} description={t('monitoring.import.preview-hint')}>
      <p role="status">{t('monitoring.import.counts', { added: plan.newCount, changed: plan.changedCount, unchanged: plan.unchangedCount, leftOut: plan.leftOutCount, refused: plan.refusedCount })}</p>
      {plan.isTooLarge ? <Notice tone="warning" title={t('monitoring.import.too-large')} /> : null}
      {plan.firstFigureCount > 0 ? <Notice tone="info" title={t('monitoring.import.first-figures', { count: plan.firstFigureCount })} /> : null}
      {plan.refusedCount > 0 ? <Notice tone="warning" title={t('monitoring.import.refused-hint')} /> : null}
      {plan.unchangedCount > 0 && plan.newCount + plan.changedCount + plan.refusedCount === 0 ? <Notice tone="info" title={t('monitoring.import.nothing-new')} /> : null}
      {plan.unknownRegions.length > 0 ? <p className="kw-muted">{t('monitoring.import.unknown-regions', { regions: plan.unknownRegions.slice(0, 10).map(({ words, count }) => `${words} (${count})`).join(', '), more: Math.max(0, plan.unknownRegions.length - 10) })}</p> : null}
      {groups.length > 0 ? <DataTable caption={t('monitoring.import.preview')} columns={columns} groups={groups} rowId={({ row, column, problem }) => `${row}-${column}-${problem ?? ''}`} /> : <p>{t('monitoring.import.no-values')}</p>}
    </Section>
  );
}
