import { Button, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { contributePath } from '../places.js';
import { markedWords } from './marked-words.js';
import type { MarkedWords } from './marked-words.js';

/** What is marked in the text. It stays marked for the button when the focus goes there. */
function useMarkedWords(): MarkedWords | null {
  const [marked, setMarked] = useState<MarkedWords | null>(null);
  useEffect(() => {
    const follow = () => {
      const found = markedWords(document.getSelection());
      if (found !== undefined) setMarked(found);
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, []);
  return marked;
}

/** Leads to saying something about the section, or about the words that are marked in its text. */
export function ContributeButton({ editionUuid, sectionUuid }: { editionUuid: string; sectionUuid: string }) {
  const t = useText();
  const navigate = useNavigate();
  const marked = useMarkedWords();
  const go = () => void navigate(contributePath(editionUuid, sectionUuid), { state: marked ? { passage: marked } : null });
  return <Button size="small" icon="comment" onPress={go}>{t(marked ? 'concept.contribute.marked' : 'concept.contribute.give')}</Button>;
}
