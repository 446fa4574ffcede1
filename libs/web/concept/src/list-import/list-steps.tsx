import type { MeasureListField } from '@konzeptwerkstatt/web-data';
import { columnName, ComboBox, NumberField, Section, Select, SheetLines, useText } from '@konzeptwerkstatt/web-ui';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { replaced, saidOf } from './list-reading.js';
import type { MeasureList, Reading, SaidReading } from './list-reading.js';

interface StepProps {
  readonly list: MeasureList;
  readonly reading: Reading;
  readonly onSay: (said: SaidReading) => void;
}

const fields: readonly MeasureListField[] = [
  'TITLE', 'DESCRIPTION', 'SECTION', 'GOAL', 'NUMBER', 'LEAD', 'PARTNER', 'CONTACT', 'TARGET_GROUP', 'DISTRICT', 'PERIOD', 'PERIOD_END', 'STATUS', 'TYPE', 'PRIORITY', 'RESOURCES', 'BUDGET_AMOUNT', 'FUNDING_SOURCE',
  'FUNDING_STATE', 'FUNDING_UNTIL', 'STAFF_POSITIONS', 'DECISION_STATE',
];
const nothing = 'NOTHING';

/** Which sheet, and where its heads stand. */
export function HeadsStep({ list, reading, onSay }: StepProps) {
  const t = useText();
  const sheet = list.sheets[reading.sheet];
  const said = saidOf(reading);
  const say = (place: Partial<Pick<SaidReading, 'sheet' | 'headerRow' | 'headerRows'>>) => onSay({ ...said, ...place, columns: null });
  return (
    <Section title={t('concept.list.heads')} description={t('concept.list.heads-hint')}>
      <div className="kw-list-fields">
        {list.sheets.length > 1 ? <Select label={t('concept.list.sheet')} options={list.sheets.map(({ name, rowCount }, index) => ({ id: String(index), label: t('concept.list.sheet-name', { name, count: rowCount }) }))} value={String(reading.sheet)} onChange={(id) => say({ sheet: Number(id), headerRow: 0, headerRows: 1 })} /> : null}
        <NumberField label={t('concept.list.header-line')} value={reading.headerRow + 1} minValue={1} maxValue={Math.max(1, sheet?.rowCount ?? 1)} onChange={(line) => { if (!Number.isNaN(line) && line - 1 !== reading.headerRow) say({ headerRow: line - 1 }); }} />
        <NumberField label={t('concept.list.header-lines')} value={reading.headerRows} minValue={1} maxValue={5} onChange={(count) => { if (!Number.isNaN(count) && count !== reading.headerRows) say({ headerRows: count }); }} />
      </div>
      <SheetLines label={t('concept.list.first-lines')} rows={sheet?.firstRows ?? []} head={{ row: reading.headerRow, count: reading.headerRows }} />
    </Section>
  );
}

/** What each column is. */
export function ColumnsStep({ reading, onSay }: StepProps) {
  const t = useText();
  const said = saidOf(reading);
  const columns: Option[] = [{ id: nothing, label: t('concept.list.not-in-list') }, ...reading.heads.map((head, index) => ({ id: String(index), label: columnName(index, head) }))];
  const choose = (field: MeasureListField, id: string | null) => {
    const others = (said.columns ?? []).filter((column) => column.field !== field);
    onSay({ ...said, columns: id === null || id === nothing ? others : [...others, { field, column: Number(id) }] });
  };
  const unused = reading.heads.flatMap((head, index) => (reading.columns.some(({ column }) => column === index) ? [] : [columnName(index, head)]));
  return (
    <Section title={t('concept.list.columns')} description={t('concept.list.columns-hint')}>
      <div className="kw-list-fields">
        {fields.map((field) => (
          <Select key={field} label={t(`concept.list.field.${field}`)} options={columns} value={String(reading.columns.find((column) => column.field === field)?.column ?? nothing)} onChange={(id) => choose(field, id)} />
        ))}
      </div>
      {unused.length > 0 ? <p>{t('concept.list.unused-columns', { count: unused.length })} <bdi>{unused.join(' · ')}</bdi></p> : null}
    </Section>
  );
}

/** Where the rows go. */
export function SectionsStep({ list, reading, onSay, sections, mayAdd }: StepProps & { readonly sections: readonly Option[]; readonly mayAdd: boolean }) {
  const t = useText();
  const said = saidOf(reading);
  const chosen = (words: string): string | null => {
    const target = reading.targets.find((entry) => entry.words === words);
    if (target) return target.sectionId ?? (target.newTitle ? 'NEW' : nothing);
    return sections.find(({ label }) => label.toLocaleLowerCase('de') === words.toLocaleLowerCase('de'))?.id ?? null;
  };
  const choose = (words: string, id: string | null) => onSay({ ...said, targets: replaced(said.targets, { words, sectionId: id === null || id === nothing || id === 'NEW' ? null : id, newTitle: id === 'NEW' ? words : null }) });
  return (
    <Section title={t('concept.list.sections')} description={t('concept.list.sections-hint')}>
      <div className="kw-list-fields">
        {list.plan.sections.map(({ words, count }) => (
          <Select key={words} label={words === '' ? t('concept.list.without-section', { count }) : t('concept.list.section-of', { words, count })} value={chosen(words)} onChange={(id) => choose(words, id)}
            options={[...sections, ...(mayAdd && words !== '' ? [{ id: 'NEW', label: t('concept.list.new-section', { title: words }) }] : []), { id: nothing, label: t('concept.list.leave-out') }]} />
        ))}
      </div>
    </Section>
  );
}

/** Who is meant by names that no organisation has. */
export function NamesStep({ list, reading, onSay, organisations }: StepProps & { readonly organisations: readonly Option[] }) {
  const t = useText();
  const said = saidOf(reading);
  const similarTo = new Map(list.plan.names.map(({ words, similar }) => [words, similar]));
  const answers = new Map(reading.organisations.map(({ words, organisationId }) => [words, organisationId ?? null]));
  // In one order whether answered or not: a field must not move away under somebody's hands.
  const names = [...new Set([...answers.keys(), ...similarTo.keys()])].sort((one, other) => one.localeCompare(other, 'de')).map((words) => ({ words, similar: similarTo.get(words) ?? [], organisationId: answers.get(words) ?? null }));
  if (names.length === 0) return null;
  return (
    <Section title={t('concept.list.names')} description={t('concept.list.names-hint')}>
      <div className="kw-list-fields">
        {names.map(({ words, similar, organisationId }) => (
          <ComboBox key={words} label={words} hint={similar.length > 0 ? t('concept.list.similar', { names: similar.map(({ name }) => name).join(', ') }) : t('concept.list.kept-as-text')} value={organisationId}
            options={[...similar.map(({ id, name }) => ({ id, label: name })), ...organisations.filter(({ id }) => !similar.some((other) => other.id === id))]}
            onChange={(id) => { if (id !== organisationId) onSay({ ...said, organisations: replaced(said.organisations, { words, organisationId: id }) }); }} />
        ))}
      </div>
    </Section>
  );
}
