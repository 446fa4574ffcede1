import { MEASURE_STATUSES } from '@konzeptwerkstatt/document-model';
import { Button, Checkbox, ComboBox, Select, useText } from '@konzeptwerkstatt/web-ui';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { initialStandingFilter, NONE, standingVariables } from './standing-filter.js';
import type { StandingFilterState } from './standing-filter.js';
import { statusWord } from './status-parts.js';
import '../table/table.css';

interface StandingFiltersProps {
  readonly filter: StandingFilterState;
  readonly sections: readonly Option[];
  readonly organisations: readonly Option[];
  readonly goals: readonly Option[];
  readonly years: readonly number[];
  readonly onChange: (filter: StandingFilterState) => void;
}

const everything = 'ALL';

/** Narrows what is counted. */
export function StandingFilters({ filter, sections, organisations, goals, years, onChange }: StandingFiltersProps) {
  const t = useText();
  const all: Option = { id: everything, label: t('concept.filter.all') };
  const statuses = MEASURE_STATUSES.map((status): Option => ({ id: status.toUpperCase(), label: t(`concept.measureStatus.${status}`) }));
  const withoutStatus: Option = { id: NONE, label: statusWord(t, null) };
  const chosen = (value: string | null): string | null => (value === null || value === everything ? null : value);
  return (
    <search className="kw-filters kw-no-print" aria-label={t('concept.standing.filter')}>
      <div className="kw-filters__fields" data-open>
        <Select label={t('concept.sectionKind.FIELD_OF_ACTION')} options={[all, ...sections]} value={filter.sectionId ?? everything} onChange={(value) => onChange({ ...filter, sectionId: chosen(value) })} />
        {organisations.length > 0 ? <ComboBox label={t('concept.filter.organisation')} placeholder={t('concept.filter.all')} options={organisations} value={filter.organisationId} onChange={(organisationId) => onChange({ ...filter, organisationId })} /> : null}
        <Select label={t('concept.measure.status')} options={[all, ...statuses, withoutStatus]} value={filter.status ?? everything} onChange={(value) => onChange({ ...filter, status: chosen(value) as StandingFilterState['status'] })} />
        {goals.length > 0 ? <Select label={t('concept.standing.goal')} options={[all, ...goals]} value={filter.goalId ?? everything} onChange={(value) => onChange({ ...filter, goalId: chosen(value) })} /> : null}
        <Select label={t('concept.standing.year')} options={[all, ...years.map((year) => ({ id: String(year), label: String(year) }))]} value={filter.year === null ? everything : String(filter.year)} onChange={(value) => onChange({ ...filter, year: chosen(value) === null ? null : Number(value) })} />
        <Checkbox isSelected={filter.isOverdue} onChange={(isOverdue) => onChange({ ...filter, isOverdue })}>{t('concept.standing.only-overdue')}</Checkbox>
        {standingVariables(filter) === null ? null : <div className="kw-filters__reset"><Button variant="tertiary" icon="close" onPress={() => onChange(initialStandingFilter)}>{t('concept.filter.reset')}</Button></div>}
      </div>
    </search>
  );
}
