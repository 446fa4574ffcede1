import type { OrganisationImportPreviewQuery } from '@konzeptwerkstatt/web-data';
import type { Column, Tone } from '@konzeptwerkstatt/web-ui';
import { problemText } from '@konzeptwerkstatt/web-shell';
import { DataTable, Section, StatusTag, useText } from '@konzeptwerkstatt/web-ui';

export type PreviewRow = OrganisationImportPreviewQuery['organisationImportPreview'][number];

const tones: Readonly<Record<PreviewRow['outcome'], Tone>> = { NEW: 'success', CHANGED: 'warning', UNCHANGED: 'info', REFUSED: 'danger' };
const order = ['REFUSED', 'NEW', 'CHANGED', 'UNCHANGED'] as const satisfies readonly PreviewRow['outcome'][];

/** What each row would do; what is refused comes first, with the reason. */
export function Preview({ rows, mergedLines }: { rows: readonly PreviewRow[]; mergedLines: readonly number[] }) {
  const t = useText();
  const reasons = ({ problems, changed }: PreviewRow): string =>
    [...problems.map((problem) => t('people.import.reason', { field: t(`people.import-path.${problem.path[0] ?? 'name'}`), text: problemText(problem, 'people', t) })),
      ...(changed.length > 0 ? [t('people.import.changes', { fields: changed.map((field) => t(`people.import-path.${field}`)).join(', ') })] : [])].join(' ');
  const columns: Column<PreviewRow>[] = [
    { id: 'line', header: t('people.import.line'), width: 'narrow', align: 'end', cell: ({ line }) => line },
    { id: 'name', header: t('people.field.name'), isRowHeader: true, cell: ({ name }) => <bdi>{name || t('people.import.no-name')}</bdi> },
    { id: 'outcome', header: t('people.import.outcome'), cell: ({ outcome }) => <StatusTag tone={tones[outcome]}>{t(`people.import-outcome.${outcome}`)}</StatusTag> },
    { id: 'why', header: t('people.import.why'), width: 'wide', cell: (row) => reasons(row) || null },
  ];
  const groups = order.map((outcome) => ({ id: outcome, title: t(`people.import-outcome.${outcome}`), rows: rows.filter((row) => row.outcome === outcome) })).filter((group) => group.rows.length > 0);
  return (
    <Section title={t('people.import.preview')} description={t('people.import.preview-hint')}>
      {mergedLines.length > 0 ? <p>{t('people.import.merged', { count: mergedLines.length, lines: mergedLines.slice(0, 20).join(', ') })}</p> : null}
      <DataTable caption={t('people.import.preview')} columns={columns} groups={groups} rowId={({ line }) => String(line)} />
    </Section>
  );
}
