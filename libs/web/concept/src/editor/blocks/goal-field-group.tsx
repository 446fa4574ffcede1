import { GOAL_KINDS } from '@konzeptwerkstatt/document-model';
import type { GoalKind } from '@konzeptwerkstatt/document-model';
import { MultiPicker, Select, useText } from '@konzeptwerkstatt/web-ui';
import type { FieldGroupProps } from './measure-field-group.js';
import { optionsOf } from './field-labels.js';

/** The structured fields of a goal: guiding or sub-goal, and its indicators. */
export function GoalFieldGroup({ values, set, isDisabled, indicators }: Omit<FieldGroupProps, 'organisations'>) {
  const t = useText();
  const kind = values['kind'];
  const chosen = Object.keys(values).filter((key) => key.startsWith('indicator/')).map((key) => key.slice('indicator/'.length));
  return (
    <div className="kw-fields">
      <Select<GoalKind> label={t('concept.goal.kind')} options={optionsOf(t, 'goalKind', GOAL_KINDS)} value={(typeof kind === 'string' ? kind : 'guiding') as GoalKind} isDisabled={isDisabled} onChange={(value) => set('kind', value)} />
      <MultiPicker label={t('concept.goal.indicators')} hint={indicators.length === 0 ? t('concept.indicator.none-yet') : undefined} options={indicators} value={chosen} isDisabled={isDisabled}
        onAdd={(id) => set(`indicator/${id}`, true)} onRemove={(id) => set(`indicator/${id}`, null)} />
    </div>
  );
}
