import type { AnyExtension } from '@tiptap/core';
import { nodeSpecs, toIndicatorId } from '@konzeptwerkstatt/document-model';
import { Button, showToast, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNodeViewProps } from '@tiptap/react';
import { NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { nodeExtension } from '../extensions/schema.extensions.js';
import { useSectionEditor } from '../section-editor.context.js';
import { focusText } from '../toolbar/focus-text.js';
import { ShownIndicator } from './shown-indicator.js';

function IndicatorView({ node, editor, deleteNode }: ReactNodeViewProps) {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  const { canWrite, isAdopted, highlightedBlockId } = useSectionEditor();
  const blockId = String(node.attrs['id'] ?? '');
  const isHighlighted = blockId !== '' && blockId === highlightedBlockId;
  useEffect(() => { if (isHighlighted) frame.current?.scrollIntoView({ block: 'center' }); }, [isHighlighted]);
  // No question asked: undo brings it back.
  const remove = (): void => {
    deleteNode();
    focusText(editor.view);
    showToast(t('concept.indicator.removed'), 'info');
  };
  return (
    <NodeViewWrapper as="div" ref={frame} role="group" aria-label={t('concept.indicator.one')} className={`kw-text-indicator${isHighlighted ? ' kw-object--highlighted' : ''}`} data-block-id={blockId} data-drag-handle="">
      <div contentEditable={false}>
        <ShownIndicator indicatorId={toIndicatorId(node.attrs)} isAdopted={isAdopted} />
        {canWrite ? <Button size="small" variant="tertiary" icon="remove" onPress={remove}>{t('concept.indicator.remove')}</Button> : null}
      </div>
    </NodeViewWrapper>
  );
}

/** An indicator with its value of today. */
export const indicatorViews: Readonly<Record<'indicator', AnyExtension>> = {
  indicator: nodeExtension('indicator', nodeSpecs.indicator, { addNodeView: () => ReactNodeViewRenderer(IndicatorView) }),
};
