import type { AnyExtension } from '@tiptap/core';
import { nodeSpecs } from '@konzeptwerkstatt/document-model';
import { Button, Icon, showToast, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNodeViewProps } from '@tiptap/react';
import { NodeViewContent, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { useEffect, useId, useRef, useState } from 'react';
import { removeConceptObject } from '../extensions/concept-object.commands.js';
import { nodeExtension } from '../extensions/schema.extensions.js';
import { useSectionEditor } from '../section-editor.context.js';
import { GoalFields } from './goal-fields.js';
import { MeasureFields } from './measure-fields.js';
import { MeasureSummary } from './measure-summary.js';

type ObjectName = 'goal' | 'measure';

function RemoveButton({ name, blockId, editor }: { name: ObjectName; blockId: string; editor: ReactNodeViewProps['editor'] }) {
  const t = useText();
  // No question asked: undo brings it back, fields included.
  const remove = () => {
    removeConceptObject(blockId)(editor.state, editor.view.dispatch, editor.view);
    editor.commands.focus();
    showToast(t(`concept.${name}.removed`), 'info');
  };
  return <Button size="small" variant="tertiary" icon="remove" onPress={remove}>{t(`concept.${name}.remove`)}</Button>;
}

/** The part of the block that is no text: kind, summary, fields on demand, remove. */
function ObjectPanel({ name, blockId, editor, labelId }: { name: ObjectName; blockId: string; editor: ReactNodeViewProps['editor']; labelId: string }) {
  const t = useText();
  const { canWrite } = useSectionEditor();
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();
  return (
    <div className="kw-object__panel" contentEditable={false} role="group" aria-labelledby={labelId}>
      {name === 'measure' ? <MeasureSummary blockId={blockId} /> : null}
      <div className="kw-object__actions">
        <Button size="small" variant="secondary" icon={canWrite ? 'edit' : 'document'} aria-expanded={isOpen} aria-controls={panelId} onPress={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'concept.object.hideFields' : canWrite ? 'concept.object.showFields' : 'concept.object.viewFields')}
        </Button>
        {canWrite ? <RemoveButton name={name} blockId={blockId} editor={editor} /> : null}
      </div>
      <div id={panelId} hidden={!isOpen}>{isOpen ? (name === 'measure' ? <MeasureFields blockId={blockId} /> : <GoalFields blockId={blockId} />) : null}</div>
    </div>
  );
}

function ConceptObject({ name, node, editor }: ReactNodeViewProps & { name: ObjectName }) {
  const t = useText();
  const labelId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { highlightedBlockId } = useSectionEditor();
  const blockId = String(node.attrs['id'] ?? '');
  const isHighlighted = blockId !== '' && blockId === highlightedBlockId;
  useEffect(() => { if (isHighlighted) frame.current?.scrollIntoView({ block: 'center' }); }, [isHighlighted]);
  return (
    <NodeViewWrapper as="div" role="group" ref={frame} className={`kw-object kw-object--${name}${isHighlighted ? ' kw-object--highlighted' : ''}`} data-block-id={blockId} aria-labelledby={labelId}>
      <p className="kw-object__kind" id={labelId} contentEditable={false}><Icon name={name} size="small" /> {t(`concept.${name}.one`)}</p>
      <NodeViewContent className="kw-object__text" />
      <ObjectPanel name={name} blockId={blockId} editor={editor} labelId={labelId} />
    </NodeViewWrapper>
  );
}

const GoalView = (props: ReactNodeViewProps) => <ConceptObject {...props} name="goal" />;
const MeasureView = (props: ReactNodeViewProps) => <ConceptObject {...props} name="measure" />;

/** Goal and measure with their fields in place; the text inside stays the document's. */
export const conceptObjectViews: Readonly<Record<ObjectName, AnyExtension>> = {
  goal: nodeExtension('goal', nodeSpecs.goal, { addNodeView: () => ReactNodeViewRenderer(GoalView) }),
  measure: nodeExtension('measure', nodeSpecs.measure, { addNodeView: () => ReactNodeViewRenderer(MeasureView) }),
};
