import { Original, useText } from '@konzeptwerkstatt/web-ui';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { NONE } from './standing-filter.js';
import type { StandingFilterState } from './standing-filter.js';
import { statusWord } from './status-parts.js';

interface ChosenFilterProps {
  readonly filter: StandingFilterState;
  readonly sections: readonly Option[];
  readonly organisations: readonly Option[];
  readonly goals: readonly Option[];
}

/** What is counted, in words: on paper nobody sees the fields in which it was chosen, and what a number has led to has none. */
export function ChosenFilter({ filter, sections, organisations, goals }: ChosenFilterProps) {
  const t = useText();
  const labelOf = (options: readonly Option[], id: string): string => options.find((option) => option.id === id)?.label ?? '';
  const { sectionId, organisationId, leadId, status, goalId, year, beginsIn, endsIn, isOverdue, isReported, isDiffering, isBudgeted } = filter;
  const chosen = [
    ...(sectionId ? [{ name: t('concept.sectionKind.FIELD_OF_ACTION'), words: labelOf(sections, sectionId) }] : []),
    ...(organisationId ? [{ name: t('concept.filter.organisation'), words: labelOf(organisations, organisationId) }] : []),
    ...(leadId ? [{ name: t('concept.measure.lead'), words: leadId === NONE ? t('concept.standing.no-lead') : labelOf(organisations, leadId) }] : []),
    ...(status ? [{ name: t('concept.measure.status'), words: statusWord(t, status === NONE ? null : status) }] : []),
    ...(goalId ? [{ name: t('concept.standing.goal'), words: labelOf(goals, goalId) }] : []),
    ...(year === null ? [] : [{ name: t('concept.standing.year'), words: String(year) }]),
    ...(beginsIn === null ? [] : [{ name: t('concept.standing.beginning'), words: String(beginsIn) }]),
    ...(endsIn === null ? [] : [{ name: t('concept.standing.ending'), words: String(endsIn) }]),
    ...(isOverdue ? [{ name: t('concept.standing.overdue'), words: t('concept.standing.only-overdue') }] : []),
    ...(isReported ? [{ name: t('concept.standing.reported'), words: t('concept.standing.only-reported') }] : []),
    ...(isDiffering ? [{ name: t('concept.standing.reported'), words: t('concept.standing.only-differing') }] : []),
    ...(isBudgeted ? [{ name: t('concept.standing.budget'), words: t('concept.standing.only-budgeted') }] : []),
  ];
  if (chosen.length === 0) return null;
  return (
    <div className="kw-chosen-filter">
      <p>{t('concept.standing.chosen')}</p>
      <dl>{chosen.map(({ name, words }) => <div key={name}><dt>{name}</dt><dd><Original>{words}</Original></dd></div>)}</dl>
    </div>
  );
}
