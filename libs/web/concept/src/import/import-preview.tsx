import type { MeasureTableImportNowQuery } from '@konzeptwerkstatt/web-data';
import { Notice, Section, StatusTag, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { Added, Removed } from '../versions/marked-words.js';
import '../versions/versions.css';

export type TableImport = NonNullable<MeasureTableImportNowQuery['measureTableImport']>;
type Row = TableImport['rows']['edges'][number]['node'];
type Change = Row['changes'][number];

/** Labels of fields whose name in the document is not that of their text. */
const labels: Readonly<Record<string, string>> = { title: 'concept.cell.title', partner: 'concept.measure.partners', targetGroup: 'concept.measure.targetGroups' };
export const fieldLabel = (field: string): string => labels[field] ?? `concept.measure.${field}`;

/** The words of a cell as people read them: amounts come as a spreadsheet holds them. */
function useCellWords(): (field: string, words: string) => string {
  const { number } = useLanguage();
  return (field, words) => (['budgetAmount', 'staffPositions'].includes(field) && /^\d+(\.\d+)?$/.test(words) ? number(words) : words);
}

function ChangeLine({ change }: { change: Change }) {
  const t = useText();
  const wordsOf = useCellWords();
  const { field, state, before, after, current, problem } = change;
  return (
    <li>
      <span className="kw-compared__field">{t(fieldLabel(field))}:</span>{' '}
      {problem === 'NOT_COMPUTED' ? <bdi>{before === '' ? t('concept.cell.not-set') : wordsOf(field, before)}</bdi> : (
        <>{before === '' ? null : <Removed><bdi>{wordsOf(field, before)}</bdi></Removed>} {after === '' ? <span className="kw-muted">{t('concept.cell.not-set')}</span> : <Added><bdi>{wordsOf(field, after)}</bdi></Added>}</>
      )}
      {state === 'CONFLICT' ? <p><StatusTag tone="warning">{t('concept.import.conflict')}</StatusTag> {t('concept.import.conflict-text', { value: current === '' || current === null ? t('concept.cell.not-set') : wordsOf(field, current) })}</p> : null}
      {state === 'PROBLEM' ? <p><StatusTag tone="danger">{t('concept.import.unclear')}</StatusTag> {t(`concept.import.cell.${problem ?? 'WORD_UNKNOWN'}`)}</p> : null}
    </li>
  );
}

function RowChanges({ row }: { row: Row }) {
  const t = useText();
  return (
    <li className="kw-import-row">
      <h3 className="kern-title kern-title--small"><bdi>{row.title || t('concept.object.untitled')}</bdi> <span className="kw-muted">{t('concept.import.row', { row: row.row })}</span></h3>
      {row.state === 'CHANGED' ? null : <p>{t(`concept.import.state.${row.state}`)}</p>}
      <ul className="kw-compared__values">{row.changes.map((change) => <ChangeLine key={change.field} change={change} />)}</ul>
    </li>
  );
}

/** How many changed cells of rows that may be taken over are in a state. */
export function countChanges(rows: readonly Row[], state: Change['state']): number {
  return rows.filter((row) => row.state === 'CHANGED').flatMap(({ changes }) => changes).filter((change) => change.state === state).length;
}

/** What of a spreadsheet differs, row by row: old and new, conflicts, and what was not understood. */
export function ImportPreview({ rows, unchangedCount }: { rows: readonly Row[]; unchangedCount: number }) {
  const t = useText();
  const [ready, conflicts, unclear] = [countChanges(rows, 'READY'), countChanges(rows, 'CONFLICT'), countChanges(rows, 'PROBLEM')];
  const others = rows.filter(({ state }) => state !== 'CHANGED');
  return (
    <>
      <Notice tone={ready > 0 ? 'info' : 'warning'} title={t('concept.import.ready', { count: ready })}>
        <p>{t('concept.import.summary', { conflicts, unclear, unchanged: unchangedCount })}</p>
      </Notice>
      <Section title={t('concept.import.changes')}>
        {rows.length === others.length ? <p>{t('concept.import.no-changes')}</p> : <ul className="kw-lines">{rows.filter(({ state }) => state === 'CHANGED').map((row) => <RowChanges key={row.row} row={row} />)}</ul>}
      </Section>
      {others.length > 0 ? <Section title={t('concept.import.others')}><ul className="kw-lines">{others.map((row) => <RowChanges key={row.row} row={row} />)}</ul></Section> : null}
    </>
  );
}

/** What became of the changes: how many are taken over, and which are not, and why. */
export function ImportOutcome({ outcomes }: { outcomes: TableImport['outcomes'] }) {
  const t = useText();
  const wordsOf = useCellWords();
  const all = outcomes.edges.map(({ node }) => node);
  const open = all.filter(({ result }) => result !== 'APPLIED');
  return (
    <>
      <Notice tone={open.length === 0 ? 'success' : 'warning'} live title={t('concept.import.done', { count: all.length - open.length })}>
        {open.length > 0 ? <p>{t('concept.import.left-out', { count: open.length })}</p> : null}
      </Notice>
      {open.length > 0 ? (
        <ul className="kw-lines">
          {open.map(({ row, field, title, after, result }) => (
            <li key={`${row}/${field}`}>
              <bdi>{title}</bdi> · {t(fieldLabel(field))}: <bdi>{wordsOf(field, after)}</bdi> <span className="kw-muted">{t(`concept.import.result.${result}`)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
