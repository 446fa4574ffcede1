import { useBlockFields } from '../connection/use-block-fields.js';
import { useSectionEditor } from '../section-editor.context.js';
import { MeasureFieldGroup } from './measure-field-group.js';

/** The structured fields of a measure, set in place; every change goes straight into the shared text. */
export function MeasureFields({ blockId }: { readonly blockId: string }) {
  const { session, canWrite, organisations, indicators } = useSectionEditor();
  const { values, set } = useBlockFields(session.doc, blockId);
  return <MeasureFieldGroup values={values} set={set} isDisabled={!canWrite} organisations={organisations} indicators={indicators} />;
}
