import { useBlockFields } from '../connection/use-block-fields.js';
import { useSectionEditor } from '../section-editor.context.js';
import { GoalFieldGroup } from './goal-field-group.js';

/** The fields of a goal in the shared text. */
export function GoalFields({ blockId }: { readonly blockId: string }) {
  const { session, canWrite, indicators } = useSectionEditor();
  const { values, set } = useBlockFields(session.doc, blockId);
  return <GoalFieldGroup values={values} set={set} isDisabled={!canWrite} indicators={indicators} />;
}
