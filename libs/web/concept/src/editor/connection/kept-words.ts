import type { Option, Translate } from '@konzeptwerkstatt/web-ui';
import { periodLabel } from '../../labels/period-label.js';
import type { KeptTextWords } from './kept-text.js';

/** Fields whose values are of a closed list, and the list's name in the catalogue. */
const lists: Readonly<Record<string, string>> = { type: 'measureType', status: 'measureStatus', decisionState: 'decisionState', kind: 'goalKind', targetGroup: 'targetGroup' };
/** Sets have one key for each member (`partner/<id>`); their labels are in the plural. */
const labelOfSet: Readonly<Record<string, string>> = { partner: 'concept.measure.partners', targetGroup: 'concept.measure.targetGroups', indicator: 'concept.measure.indicators', goal: 'concept.goal.one' };

/** Words for a section's text outside of the program. @param names of organisations and indicators by raw id */
export function keptWords(t: Translate, names: readonly Option[]): KeptTextWords {
  const nameOf = (key: string, value: unknown): string => {
    if (key === 'period') return periodLabel(t, String(value));
    return lists[key] === undefined ? names.find(({ id }) => id === value)?.label ?? String(value) : t(`concept.${lists[key]}.${String(value)}`);
  };
  return {
    picture: t('concept.picture.one'),
    indicator: t('concept.indicator.one'),
    objectName: (kind) => t(`concept.${kind}.one`),
    fieldLine: (kind, key, value) => {
      const [name = key, member] = key.split('/');
      const label = labelOfSet[name];
      return member !== undefined && label !== undefined ? `${t(label)}: ${nameOf(name, member)}` : `${t(`concept.${kind}.${key}`)}: ${nameOf(key, value)}`;
    },
  };
}
