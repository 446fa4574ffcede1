import { Button, Loading, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import { loadStoredText } from './stored-text.js';
import { unsentWords } from './unsent-words.js';

/** Shows what was typed here and came too late to be stored, to be copied. */
export function UnsentText({ documentId, doc, language }: { readonly documentId: string; readonly doc: Y.Doc; readonly language: string }) {
  const t = useText();
  const [words, setWords] = useState<readonly string[] | null | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    void loadStoredText(documentId).then((stored) => {
      if (isWanted) setWords(stored === null ? null : unsentWords(stored, doc));
      stored?.destroy();
    });
    return () => { isWanted = false; };
  }, [documentId, doc]);
  if (words === undefined) return <Loading text={t('concept.unsent.looking')} />;
  // Then there is still the whole text to take along.
  if (words === null || words.length === 0) return null;
  const copy = () => {
    const tell = (isCopied: boolean) => showToast(t(isCopied ? 'concept.keep.copied' : 'concept.keep.notCopied'), isCopied ? 'success' : 'danger');
    navigator.clipboard.writeText(words.join('\n\n')).then(() => tell(true), () => tell(false));
  };
  return (
    <div className="kw-unsent">
      <p>{t('concept.unsent.title')}</p>
      <ul lang={language}>{words.map((text, index) => <li key={index} dir="auto">{text}</li>)}</ul>
      <Button size="small" icon="document" onPress={copy}>{t('concept.unsent.copy')}</Button>
    </div>
  );
}
