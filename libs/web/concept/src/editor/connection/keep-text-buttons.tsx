import { Button, handOutFile, showToast, useText } from '@konzeptwerkstatt/web-ui';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { useCallback } from 'react';
import type * as Y from 'yjs';
import { keptText } from './kept-text.js';
import { keptWords } from './kept-words.js';

export interface KeepTextButtonsProps {
  readonly doc: Y.Doc;
  readonly title: string;
  /** Organisations and indicators by raw id. */
  readonly names: readonly Option[];
}

/** Lets somebody take her text along as a file or by the clipboard, where the program cannot save it. */
export function KeepTextButtons({ doc, title, names }: KeepTextButtonsProps) {
  const t = useText();
  const text = useCallback(() => keptText(doc, title, keptWords(t, names)), [doc, title, names, t]);
  const copy = () => {
    const tell = (isCopied: boolean) => showToast(t(isCopied ? 'concept.keep.copied' : 'concept.keep.notCopied'), isCopied ? 'success' : 'danger');
    navigator.clipboard.writeText(text()).then(() => tell(true), () => tell(false));
  };
  return (
    <>
      <Button size="small" icon="download" onPress={() => handOutFile(new Blob([text()], { type: 'text/plain;charset=utf-8' }), `${title}.txt`)}>{t('concept.keep.download')}</Button>
      <Button size="small" icon="document" onPress={copy}>{t('concept.keep.copy')}</Button>
    </>
  );
}
