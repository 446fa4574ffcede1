import type { Column, Tone } from '@konzeptwerkstatt/web-ui';
import { DataTable, Section, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import type { PlannedRow } from './list-reading.js';

const order = ['NO_SECTION', 'DUPLICATE', 'NO_TITLE', 'TITLE_TOO_LONG', 'TOO_LONG', 'LOCKED', 'READY'] as const satisfies readonly PlannedRow['state'][];
const toneOf = (state: PlannedRow['state']): Tone => (state === 'READY' ? 'success' : state === 'DUPLICATE' ? 'info' : 'warning');

/** What becomes of each row; those that need a look come first. */
export function ListPreview({ rows, sectionTitle }: { readonly rows: readonly PlannedRow[]; readonly sectionTitle: (id: string) => string }) {
  const t = useText();
  const where = ({ target }: PlannedRow): string | null => (target?.sectionId ? sectionTitle(target.sectionId) : target?.newTitle ? t('concept.list.new-section', { title: target.newTitle }) : null);
  const columns: Column<PlannedRow>[] = [
    { id: 'line', header: t('concept.list.line'), width: 'narrow', align: 'end', cell: ({ line }) => line },
    { id: 'title', header: t('concept.list.field.TITLE'), isRowHeader: true, cell: ({ title }) => <bdi>{title || t('concept.object.untitled')}</bdi> },
    { id: 'state', header: t('concept.list.outcome'), cell: ({ state }) => <StatusTag tone={toneOf(state)}>{t(`concept.list.state.${state}`)}</StatusTag> },
    { id: 'where', header: t('concept.list.where'), cell: (row) => where(row) },
    { id: 'kept', header: t('concept.list.kept'), width: 'wide', cell: ({ kept }) => (kept.length === 0 ? null : kept.map(({ field, words }) => `${t(`concept.list.field.${field}`)}: ${words}`).join(' · ')) },
  ];
  const groups = order.map((state) => ({ id: state, title: t(`concept.list.state.${state}`), rows: rows.filter((row) => row.state === state) })).filter((group) => group.rows.length > 0);
  return (
    <Section title={t('concept.list.preview')} description={t('concept.list.preview-hint')}>
      <DataTable caption={t('concept.list.preview')} columns={columns} groups={groups} rowId={({ line }) => String(line)} />
    </Section>
  );
}
