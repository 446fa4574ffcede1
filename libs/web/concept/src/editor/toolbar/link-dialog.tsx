import { isAllowedHref } from '@konzeptwerkstatt/document-model';
import { Button, ButtonGroup, Dialog, TextField, useText } from '@konzeptwerkstatt/web-ui';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';

/** The address of the link at the cursor, or an empty text. */
function currentHref(editor: Editor): string {
  const href: unknown = editor.getAttributes('link')['href'];
  return typeof href === 'string' ? href : '';
}

/** An address as people type it: without a scheme https is meant, with an @ a mail address. */
export function completeHref(text: string): string {
  const plain = text.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(plain)) return plain;
  return plain.includes('@') && !plain.includes('/') ? `mailto:${plain}` : `https://${plain}`;
}

/** Sets, changes or removes the link of the selected words. */
export function LinkDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const t = useText();
  const [href, setHref] = useState(() => currentHref(editor));
  const [problem, setProblem] = useState<string | null>(null);
  const apply = () => {
    const complete = completeHref(href);
    if (!isAllowedHref(complete)) return setProblem(t('concept.error.LINK_INVALID'));
    const chain = editor.chain().focus().extendMarkRange('link').setMark('link', { href: complete });
    if (editor.state.selection.empty && !editor.isActive('link')) chain.insertContent({ type: 'text', text: href.trim(), marks: [{ type: 'link', attrs: { href: complete } }] });
    chain.run();
    onClose();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
    onClose();
  };
  return (
    <Dialog isOpen title={t('concept.toolbar.link')} onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); apply(); }}>
        <TextField label={t('concept.link.address')} hint={t('concept.link.hint')} value={href} onChange={setHref} error={problem} autoFocus />
        <ButtonGroup>
          <Button variant="primary" type="submit">{t('concept.link.apply')}</Button>
          {currentHref(editor) ? <Button variant="tertiary" onPress={remove}>{t('concept.link.remove')}</Button> : null}
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
