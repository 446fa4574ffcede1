import { EmptyState, getLanguage, LinkButton, useText } from '@konzeptwerkstatt/web-ui';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { createPortal } from 'react-dom';
import '../text.css';

/** A goal or measure in the rendered text, with a place for its button. */
interface ObjectPlace {
  readonly element: Element;
  readonly blockId: string;
  readonly title: string;
}

/** A button below each goal and measure that leads to saying something about it. */
function AnswerButtons({ places, objectPath }: { places: readonly ObjectPlace[]; objectPath: (blockId: string) => string | null }) {
  const t = useText();
  return places.map(({ element, blockId, title }) => {
    const path = objectPath(blockId);
    return path === null ? null : createPortal(<LinkButton size="small" icon="comment" href={path} aria-label={t('concept.contribute.to', { title })}>{t('concept.contribute.give')}</LinkButton>, element, blockId);
  });
}

/** The text alone: written once for each text, so that the buttons put into it stay. */
const Rendered = memo(function Rendered({ frame, html, label, language }: { frame: RefObject<HTMLDivElement | null>; html: string; label: string; language: string }) {
  return <div ref={frame} className="kw-text kw-reading" role="region" aria-label={label} lang={language} dir={getLanguage(language).direction} dangerouslySetInnerHTML={{ __html: html }} />;
});

/**
 * A section's text to read, as the server renders it from the document: only elements and attributes of the document model,
 * never markup that somebody typed.
 */
export function ReadingView({ html, label, language, highlightedBlockId, objectPath }: { html: string; label: string; language: string; highlightedBlockId: string | null; objectPath: (blockId: string) => string | null }) {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const block = highlightedBlockId ? frame.current?.querySelector(`#block-${CSS.escape(highlightedBlockId)}`) : null;
    if (!block) return undefined;
    block.classList.add('kw-object--highlighted');
    block.scrollIntoView({ block: 'center' });
    return () => block.classList.remove('kw-object--highlighted');
  }, [highlightedBlockId, html]);
  const [places, setPlaces] = useState<readonly ObjectPlace[]>([]);
  useLayoutEffect(() => {
    const sections = [...(frame.current?.querySelectorAll('section[data-object]') ?? [])];
    setPlaces(sections.map((section) => {
      const element = document.createElement('div');
      section.append(element);
      return { element, blockId: section.id.replace(/^block-/, ''), title: section.querySelector('bdi')?.textContent ?? '' };
    }));
  }, [html]);
  if (html.trim() === '') return <EmptyState title={t('concept.section.empty')} />;
  return (
    <>
      <Rendered frame={frame} html={html} label={label} language={language} />
      <AnswerButtons places={places} objectPath={objectPath} />
    </>
  );
}
