import type { ComparedBlockFactsFragment } from '@konzeptwerkstatt/web-data';
import type { Translate } from '@konzeptwerkstatt/web-ui';
import { useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { periodLabel } from '../labels/period-label.js';
import { valueLabel } from '../labels/value-label.js';
import { Added, Removed } from './marked-words.js';

export type ComparedBlock = ComparedBlockFactsFragment;
type ComparedValue = ComparedBlock['values'][number];
type Side = Pick<ComparedValue, 'fromOrganisation'> & { readonly value: string | null };

const lists: Readonly<Record<string, string>> = { type: 'measureType', status: 'measureStatus', decisionState: 'decisionState', kind: 'goalKind', targetGroup: 'targetGroup', priority: 'priority', fundingState: 'fundingState' };
const labels: Readonly<Record<string, string>> = {
  kind: 'concept.goal.kind', goal: 'concept.goal.one', partner: 'concept.measure.partners', targetGroup: 'concept.measure.targetGroups', indicator: 'concept.measure.indicators',
};

function valueText(t: Translate, language: ReturnType<typeof useLanguage>, field: string, { value, fromOrganisation: organisation }: Side): string | null {
  if (organisation) return organisation.name;
  if (value === null) return null;
  if (lists[field]) return valueLabel(t, lists[field], value);
  if (field === 'fundingUntil') return language.day(value);
  if (field === 'period') return periodLabel(t, value);
  if (field === 'budgetAmount') return language.money(value, 'EUR');
  return field === 'staffPositions' ? language.number(value) : value || t('concept.object.untitled');
}

/** The fields of a goal or measure that are different, each with what it was and what it is. */
export function ComparedValues({ values }: { values: readonly ComparedValue[] }) {
  const t = useText();
  const language = useLanguage();
  if (values.length === 0) return null;
  return (
    <ul className="kw-compared__values">
      {values.map(({ field, fromValue, toValue, fromOrganisation, toOrganisation }, index) => {
        const before = valueText(t, language, field, { value: fromValue, fromOrganisation });
        const after = valueText(t, language, field, { value: toValue, fromOrganisation: toOrganisation });
        return (
          <li key={index}>
            <span className="kw-compared__field">{t(labels[field] ?? `concept.measure.${field}`)}:</span>{' '}
            {before === null ? null : <Removed>{before}</Removed>} {after === null ? null : <Added>{after}</Added>}
          </li>
        );
      })}
    </ul>
  );
}
