import { columnLetters, NumberField, Section, Select, useText } from '@konzeptwerkstatt/web-ui';
import { LIST_FIELDS, readingAt, type ListReading } from './columns.js';
import type { Table } from './table.js';

const nothing = 'none';

/** Shows which column was taken for what, and lets people say otherwise. */
export function MapColumns({ table, reading, onChange }: { table: Table; reading: ListReading; onChange: (reading: ListReading) => void }) {
  const t = useText();
  const width = Math.max(...table.rows.slice(0, 50).map((row) => row.length), 1);
  const columns = Array.from({ length: width }, (_, index) => ({ id: String(index), label: reading.headers[index] ? `${columnLetters(index)}: ${reading.headers[index]}` : t('people.import.column', { name: columnLetters(index) }) }));
  const setHeader = (line: number) => onChange(readingAt(table, Math.min(Math.max(1, Number.isNaN(line) ? 1 : line), table.rows.length) - 1));
  return (
    <Section title={t('people.import.columns')} description={t('people.import.columns-hint')}>
      <div className="kw-field-grid">
        <NumberField label={t('people.import.header-line')} hint={t('people.import.header-line-hint')} value={reading.headerRow + 1} onChange={setHeader} minValue={1} maxValue={table.rows.length} />
        {LIST_FIELDS.map((field) => (
          <Select key={field} label={t(`people.field.${field}`)} optional={field !== 'name'} value={reading.mapping[field] === null ? nothing : String(reading.mapping[field])}
            onChange={(id) => onChange({ ...reading, mapping: { ...reading.mapping, [field]: id === null || id === nothing ? null : Number(id) } })}
            options={[{ id: nothing, label: t('people.import.not-in-list') }, ...columns]} />
        ))}
      </div>
    </Section>
  );
}
