import { EmptyState, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useRef } from 'react';
import '../text.css';

/**
 * A section's text to read, as the server renders it from the document: only elements and attributes of the document model,
 * never markup that somebody typed.
 */
export function ReadingView({ html, label, highlightedBlockId }: { html: string; label: string; highlightedBlockId: string | null }) {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const block = highlightedBlockId ? frame.current?.querySelector(`#block-${CSS.escape(highlightedBlockId)}`) : null;
    if (!block) return undefined;
    block.classList.add('kw-object--highlighted');
    block.scrollIntoView({ block: 'center' });
    return () => block.classList.remove('kw-object--highlighted');
  }, [highlightedBlockId, html]);
  if (html.trim() === '') return <EmptyState title={t('concept.section.empty')} />;
  return <div ref={frame} className="kw-text kw-reading" role="region" aria-label={label} lang="de" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
