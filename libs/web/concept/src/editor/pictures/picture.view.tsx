import type { AnyExtension } from '@tiptap/core';
import { nodeSpecs, pictureAddress, toPictureAttributes } from '@konzeptwerkstatt/document-model';
import { Button, showToast, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNodeViewProps } from '@tiptap/react';
import { NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { nodeExtension } from '../extensions/schema.extensions.js';
import { useSectionEditor } from '../section-editor.context.js';
import { focusText } from '../toolbar/focus-text.js';
import { describePicture } from './picture.commands.js';
import { PictureTextsDialog } from './picture-texts-dialog.js';

/** The picture itself, or a line where its bytes are not there. */
function Shown({ fileId, alt }: { fileId: string | null; alt: string }) {
  const t = useText();
  const [isBroken, setIsBroken] = useState(false);
  useEffect(() => setIsBroken(false), [fileId]);
  if (fileId === null || isBroken) return <p className="kw-picture__missing">{t('concept.picture.missing')}{alt === '' ? null : <> <span lang="de" dir="auto">{alt}</span></>}</p>;
  return <img src={pictureAddress(fileId)} alt={alt} draggable={false} onError={() => setIsBroken(true)} />;
}

function PictureView({ node, editor, getPos, deleteNode }: ReactNodeViewProps) {
  const t = useText();
  const frame = useRef<HTMLElement>(null);
  const { canWrite, highlightedBlockId } = useSectionEditor();
  const [isDescribing, setIsDescribing] = useState(false);
  const { fileId, ...texts } = toPictureAttributes(node.attrs);
  const blockId = String(node.attrs['id'] ?? '');
  const isHighlighted = blockId !== '' && blockId === highlightedBlockId;
  useEffect(() => { if (isHighlighted) frame.current?.scrollIntoView({ block: 'center' }); }, [isHighlighted]);
  const close = (): void => {
    setIsDescribing(false);
    focusText(editor.view);
  };
  const apply = (wanted: typeof texts): void => {
    const position = getPos();
    if (position !== undefined) describePicture(position, wanted)(editor.state, editor.view.dispatch);
    close();
  };
  // No question asked: undo brings it back.
  const remove = (): void => {
    deleteNode();
    focusText(editor.view);
    showToast(t('concept.picture.removed'), 'info');
  };
  return (
    <NodeViewWrapper as="figure" ref={frame} className={`kw-picture${isHighlighted ? ' kw-object--highlighted' : ''}`} data-block-id={blockId} data-drag-handle="">
      <Shown fileId={fileId} alt={texts.decorative ? '' : texts.alt} />
      {texts.caption === '' ? null : <figcaption dir="auto">{texts.caption}</figcaption>}
      {canWrite ? (
        <div className="kw-picture__panel" contentEditable={false}>
          {texts.alt === '' && !texts.decorative ? <StatusTag tone="warning">{t('concept.picture.without-alt')}</StatusTag> : null}
          {texts.decorative ? <StatusTag tone="neutral">{t('concept.picture.is-decorative')}</StatusTag> : null}
          <Button size="small" variant="secondary" icon="edit" onPress={() => setIsDescribing(true)}>{t('concept.picture.describe')}</Button>
          <Button size="small" variant="tertiary" icon="remove" onPress={remove}>{t('concept.picture.remove')}</Button>
        </div>
      ) : null}
      {isDescribing ? <PictureTextsDialog texts={texts} onApply={apply} onClose={close} /> : null}
    </NodeViewWrapper>
  );
}

/** A picture with what is said of it. */
export const pictureViews: Readonly<Record<'picture', AnyExtension>> = {
  picture: nodeExtension('picture', nodeSpecs.picture, { addNodeView: () => ReactNodeViewRenderer(PictureView) }),
};
