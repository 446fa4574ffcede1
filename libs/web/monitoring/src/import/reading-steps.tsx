import type { StatisticsColumnRole } from '@konzeptwerkstatt/web-data';
import { columnName, NumberField, readTypedDate, Section, Select, SheetLines, TextField, useText } from '@konzeptwerkstatt/web-ui';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { saidOf, withColumn } from './statistics-reading.js';
import type { ReadColumn, Reading, SaidReading, StatisticsFile } from './statistics-reading.js';

export interface StepProps {
  readonly file: StatisticsFile;
  readonly reading: Reading;
  readonly indicators: readonly Option[];
  readonly onSay: (said: SaidReading) => void;
}

const roles = [
  'REGION_KEY', 'REGION_NAME', 'PERIOD', 'PERIOD_PART', 'INDICATOR', 'VALUE', 'BREAKDOWN', 'UNIT', 'STATUS', 'MISSING_REASON', 'QUALIFIER', 'NOTE', 'SOURCE', 'RETRIEVED_ON', 'DEFINITION_VERSION',
] as const satisfies readonly StatisticsColumnRole[];
const ignored = 'IGNORED';
const none = 'NONE';
/** More columns are behind „Weitere Spalten“: wide tables have hundreds. */
const columnsAtOnce = 24;

/** Text that is sent when the field is left, not with every letter. */
function LazyField({ label, hint, value, onSay }: { readonly label: string; readonly hint?: string; readonly value: string; readonly onSay: (value: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed !== null && typed.trim() !== value) onSay(typed.trim());
    setTyped(null);
  };
  return <TextField label={label} hint={hint} value={typed ?? value} onChange={setTyped} onBlur={leave} />;
}

/** Which sheet, where its heads stand, and what separates decimals. */
export function PlaceStep({ file, reading, onSay }: StepProps) {
  const t = useText();
  const sheet = file.sheets[reading.sheet];
  const said = saidOf(reading);
  const rows = sheet?.rowCount ?? 1;
  const say = (place: Partial<Pick<SaidReading, 'sheet' | 'headRow' | 'headRows' | 'lastRow' | 'encoding'>>) => onSay({ ...said, ...place, columns: null });
  const number = (typed: number, known: number, tell: (typed: number) => void) => { if (!Number.isNaN(typed) && typed !== known) tell(typed); };
  const lastRow = (reading.lastRow ?? rows - 1) + 1;
  return (
    <Section title={t('monitoring.import.place')} description={t('monitoring.import.place-hint')}>
      <div className="kw-statistics-fields">
        {file.sheets.length > 1 ? <Select label={t('monitoring.import.sheet')} options={file.sheets.map(({ name, rowCount }, index) => ({ id: String(index), label: t('monitoring.import.sheet-name', { name, count: rowCount }) }))} value={String(reading.sheet)} onChange={(id) => say({ sheet: Number(id), headRow: 0, headRows: 1, lastRow: null })} /> : null}
        {file.encoding === 'WINDOWS_1252' ? (
          <Select label={t('monitoring.import.written-as')} hint={t('monitoring.import.written-as-hint')} value={reading.encoding ?? 'WINDOWS_1252'} onChange={(encoding) => say({ encoding: encoding === 'WINDOWS_1252' ? null : encoding })}
            options={(['WINDOWS_1252', 'MACINTOSH', 'CP850'] as const).map((encoding) => ({ id: encoding, label: t(`monitoring.import.encoding.${encoding}`) }))} />
        ) : null}
        <NumberField label={t('monitoring.import.head-row')} value={reading.headRow + 1} minValue={1} maxValue={rows} onChange={(typed) => number(typed, reading.headRow + 1, (row) => say({ headRow: row - 1 }))} />
        <NumberField label={t('monitoring.import.head-rows')} value={reading.headRows} minValue={0} maxValue={6} onChange={(typed) => number(typed, reading.headRows, (headRows) => say({ headRows }))} />
        <NumberField label={t('monitoring.import.last-row')} value={lastRow} minValue={1} maxValue={rows} onChange={(typed) => number(typed, lastRow, (row) => onSay({ ...said, lastRow: row - 1 }))} />
        <Select label={t('monitoring.import.decimal-sign')} hint={reading.isDecimalSignSure ? undefined : t('monitoring.import.decimal-sign-unsure')} value={reading.decimalSign} onChange={(sign) => { if (sign) onSay({ ...said, decimalSign: sign }); }}
          options={[{ id: 'COMMA', label: t('monitoring.import.sign.COMMA') }, { id: 'POINT', label: t('monitoring.import.sign.POINT') }]} />
      </div>
      <SheetLines label={t('monitoring.import.first-lines')} rows={sheet?.firstRows ?? []} head={{ row: reading.headRow, count: reading.headRows }} />
    </Section>
  );
}

function ColumnFields({ column, head, reading, indicators, onSay }: Omit<StepProps, 'file'> & { readonly column: number; readonly head: string }) {
  const t = useText();
  const meaning = reading.columns.find((known) => known.column === column);
  const name = columnName(column, head);
  const say = (said: Partial<ReadColumn> & Pick<ReadColumn, 'role'> | null) => onSay({ ...saidOf(reading), columns: withColumn(reading.columns, column, said) });
  const isTable = meaning?.role === 'VALUE' && reading.form !== 'OWN' && reading.form !== 'GENESIS_FLAT';
  return (
    <div className="kw-statistics-column">
      <Select label={name} value={meaning?.role ?? ignored} onChange={(role) => say(role === null || role === ignored ? null : { role, ...(role === 'BREAKDOWN' ? { breakdown: head } : {}) })}
        options={[{ id: ignored, label: t('monitoring.import.role.IGNORED') }, ...roles.map((role) => ({ id: role, label: t(`monitoring.import.role.${role}`) }))]} />
      {isTable ? (
        <>
          <Select label={t('monitoring.import.column-indicator', { name })} value={meaning.indicatorId ?? none} onChange={(id) => say({ role: 'VALUE', indicatorId: id === none ? null : id })} options={[{ id: none, label: t('monitoring.import.as-below') }, ...indicators]} />
          <LazyField label={t('monitoring.import.column-period', { name })} value={meaning.period ?? ''} onSay={(typed) => say({ role: 'VALUE', period: readTypedDate(typed) || null })} />
          <LazyField label={t('monitoring.import.column-group', { name })} value={(meaning.breakdown ?? '').replace(/^group=/, '')} onSay={(typed) => say({ role: 'VALUE', breakdown: typed === '' ? null : typed.includes('=') ? typed : `group=${typed}` })} />
        </>
      ) : null}
    </div>
  );
}

/** What each column is. */
export function ColumnsStep({ file, reading, indicators, onSay }: StepProps) {
  const t = useText();
  const width = Math.max(reading.heads.length, ...(file.sheets[reading.sheet]?.firstRows ?? []).map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => <ColumnFields key={column} column={column} head={reading.heads[column] ?? ''} reading={reading} indicators={indicators} onSay={onSay} />);
  return (
    <Section title={t('monitoring.import.columns')} description={t('monitoring.import.columns-hint')}>
      <div className="kw-statistics-fields">{columns.slice(0, columnsAtOnce)}</div>
      {columns.length > columnsAtOnce ? <details><summary>{t('monitoring.import.more-columns', { count: columns.length - columnsAtOnce })}</summary><div className="kw-statistics-fields">{columns.slice(columnsAtOnce)}</div></details> : null}
    </Section>
  );
}

/** Which indicators are meant by the words of the file. */
export function IndicatorsStep({ file, reading, indicators, onSay }: StepProps) {
  const t = useText();
  const said = saidOf(reading);
  if (file.plan.indicatorWords.length === 0) return null;
  const answers = new Map(reading.indicators.map(({ words, indicatorId }) => [words, indicatorId ?? none]));
  const choose = (words: string, id: string | null) => {
    if (id !== null) onSay({ ...said, indicators: [...said.indicators.filter((answer) => answer.words !== words), { words, indicatorId: id === none ? null : id }] });
  };
  return (
    <Section title={t('monitoring.import.indicators')} description={t('monitoring.import.indicators-hint')}>
      <div className="kw-statistics-fields">
        {file.plan.indicatorWords.map(({ words, count, indicatorId }) => (
          <Select key={words} label={t('monitoring.import.words-of', { words, count })} value={answers.get(words) ?? indicatorId ?? null} onChange={(id) => choose(words, id)} options={[{ id: none, label: t('monitoring.import.leave-out') }, ...indicators]} />
        ))}
      </div>
    </Section>
  );
}

/** What holds for values that say nothing of it themselves. */
export function DefaultsStep({ file, reading, indicators, onSay }: StepProps) {
  const t = useText();
  const said = saidOf(reading);
  const { indicatorId, regionId, period, source, retrievedOn } = reading.defaults;
  const say = (defaults: Partial<Reading['defaults']>) => onSay({ ...said, defaults: { ...said.defaults, ...defaults } });
  const open = (id: string | null): string | null => (id === none ? null : id);
  return (
    <Section title={t('monitoring.import.defaults')} description={t('monitoring.import.defaults-hint')}>
      <div className="kw-statistics-fields">
        <Select label={t('monitoring.import.default-indicator')} value={indicatorId ?? none} onChange={(id) => say({ indicatorId: open(id) })} options={[{ id: none, label: t('monitoring.import.nothing') }, ...indicators]} />
        <Select label={t('monitoring.import.default-region')} value={regionId ?? none} onChange={(id) => say({ regionId: open(id) })} options={[{ id: none, label: t('monitoring.import.nothing') }, ...file.regions.map(({ id, label }) => ({ id, label }))]} />
        <LazyField label={t('monitoring.import.default-period')} hint={t('monitoring.record.period-hint')} value={period ?? ''} onSay={(typed) => say({ period: readTypedDate(typed) || null })} />
        <LazyField label={t('monitoring.import.default-source')} value={source ?? ''} onSay={(typed) => say({ source: typed || null })} />
        <LazyField label={t('monitoring.import.default-retrieved')} hint={t('monitoring.import.default-retrieved-hint')} value={retrievedOn ? retrievedOn.split('-').reverse().join('.') : ''} onSay={(typed) => say({ retrievedOn: readTypedDate(typed) || null })} />
      </div>
    </Section>
  );
}
