import { GOAL_KINDS } from '@konzeptwerkstatt/document-model';
import type { GoalKind } from '@konzeptwerkstatt/document-model';
import { MultiPicker, Select, useText } from '@konzeptwerkstatt/web-ui';
import { useBlockFields } from '../connection/use-block-fields.js';
import { useSectionEditor } from '../section-editor.context.js';
import { optionsOf } from './field-labels.js';

/** The structured fields of a goal: guiding or sub-goal, and its indicators. */
export function GoalFields({ blockId }: { readonly blockId: string }) {
  const t = useText();
  const { session, canWrite, indicators } = useSectionEditor();
  const { values, set } = useBlockFields(session.doc, blockId);
  const kind = values['kind'];
  const chosen = Object.keys(values).filter((key) => key.startsWith('indicator/')).map((key) => key.slice('indicator/'.length));
  return (
    <div className="kw-fields">
      <Select<GoalKind> label={t('concept.goal.kind')} options={optionsOf(t, 'goalKind', GOAL_KINDS)} value={(typeof kind === 'string' ? kind : 'guiding') as GoalKind} isDisabled={!canWrite} onChange={(value) => set('kind', value)} />
      <MultiPicker label={t('concept.goal.indicators')} options={indicators} value={chosen} isDisabled={!canWrite}
        onAdd={(id) => set(`indicator/${id}`, true)} onRemove={(id) => set(`indicator/${id}`, null)} />
    </div>
  );
}
