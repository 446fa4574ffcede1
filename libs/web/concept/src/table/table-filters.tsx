import type { GapKind, MeasureOrderField, MeasureStatus } from '@konzeptwerkstatt/web-data';
import { MEASURE_STATUSES } from '@konzeptwerkstatt/document-model';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { Button, ComboBox, SearchField, Select, useText } from '@konzeptwerkstatt/web-ui';
import { useId, useState } from 'react';
import type { Grouping, TableState } from './table-state.js';
import { filterCount, initialTableState, measureGaps } from './table-state.js';

interface TableFiltersProps {
  state: TableState;
  onChange: (part: Partial<TableState>) => void;
  sections: readonly Option[];
  organisations: readonly Option[];
}

const everything = 'ALL';
const orders: readonly MeasureOrderField[] = ['TITLE', 'STATUS', 'TYPE', 'LEAD', 'PERIOD', 'BUDGET', 'UPDATED'];
const groupings: readonly Grouping[] = ['none', 'section', 'lead'];

/** A choice with "all" at its top. */
function FilterSelect<Id extends string>({ label, all, options, value, onChange }: { label: string; all: string; options: readonly Option<Id>[]; value: Id | null; onChange: (value: Id | null) => void }) {
  const withAll: Option[] = [{ id: everything, label: all }, ...options];
  return <Select label={label} options={withAll} value={value ?? everything} onChange={(chosen) => onChange(chosen === everything ? null : (chosen as Id | null))} />;
}

/** Search, filters, grouping and order. On a phone behind a button. */
export function TableFilters({ state, onChange, sections, organisations }: TableFiltersProps) {
  const t = useText();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const count = filterCount(state);
  const statuses = MEASURE_STATUSES.map((status) => ({ id: status.toUpperCase() as MeasureStatus, label: t(`concept.measureStatus.${status}`) }));
  const gaps = measureGaps.map((gap): Option<GapKind> => ({ id: gap, label: t(`concept.gap.${gap}`) }));
  const orderOptions = orders.flatMap((field): Option[] => [false, true].map((isDescending) => ({ id: `${field}${isDescending ? '-' : ''}`, label: t(isDescending ? 'concept.filter.order-descending' : 'concept.filter.order-ascending', { field: t(`concept.order.${field}`) }) })));
  const order = state.order && `${state.order.field}${state.order.isDescending ? '-' : ''}`;
  return (
    <search className={`kw-filters${count === 0 ? ' kw-no-print' : ''}`} aria-label={t('concept.filter.label')}>
      <div className="kw-filters__toggle">
        <Button icon="filter" aria-expanded={isOpen} aria-controls={id} onPress={() => setIsOpen(!isOpen)}>{count > 0 ? t('concept.filter.toggle-count', { count }) : t('concept.filter.toggle')}</Button>
      </div>
      <div id={id} className="kw-filters__fields" data-open={isOpen}>
        <SearchField label={t('concept.filter.search')} search={state.search} onChange={(search) => onChange({ search })} />
        <FilterSelect label={t('concept.sectionKind.FIELD_OF_ACTION')} all={t('concept.filter.all')} options={sections} value={state.sectionId} onChange={(sectionId) => onChange({ sectionId })} />
        {organisations.length > 0 ? <ComboBox label={t('concept.filter.organisation')} placeholder={t('concept.filter.all')} options={organisations} value={state.organisationId} onChange={(organisationId) => onChange({ organisationId })} /> : null}
        <FilterSelect label={t('concept.measure.status')} all={t('concept.filter.all')} options={statuses} value={state.status} onChange={(status) => onChange({ status })} />
        <FilterSelect label={t('concept.view.gaps')} all={t('concept.filter.all')} options={gaps} value={state.gap} onChange={(gap) => onChange({ gap })} />
        <Select label={t('concept.filter.grouping')} options={groupings.map((grouping) => ({ id: grouping, label: t(`concept.grouping.${grouping}`) }))} value={state.grouping} onChange={(grouping) => onChange({ grouping: grouping ?? 'none' })} />
        <FilterSelect label={t('concept.filter.order')} all={t('concept.filter.order-concept')} options={orderOptions} value={order}
          onChange={(chosen) => onChange({ order: chosen === null ? null : { field: chosen.replace('-', '') as MeasureOrderField, isDescending: chosen.endsWith('-') } })} />
        {count > 0 ? <div className="kw-filters__reset"><Button variant="tertiary" icon="close" onPress={() => onChange({ ...initialTableState, grouping: state.grouping, order: state.order })}>{t('concept.filter.reset')}</Button></div> : null}
      </div>
    </search>
  );
}
