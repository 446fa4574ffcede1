import type { Translate } from '@konzeptwerkstatt/web-ui';
import { StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import type { ComparedBlock } from './compared-values.js';
import { ComparedValues } from './compared-values.js';
import { Added, Removed } from './marked-words.js';

const tones = { ADDED: 'success', REMOVED: 'danger', CHANGED: 'info' } as const;

const kindKeys: Readonly<Record<ComparedBlock['kind'], string>> = {
  PARAGRAPH: 'blockKind.paragraph', HEADING2: 'blockKind.heading2', HEADING3: 'blockKind.heading3', HEADING4: 'blockKind.heading4', BULLET_ITEM: 'blockKind.bulletItem',
  ORDERED_ITEM: 'blockKind.orderedItem', QUOTE: 'blockKind.quote', GOAL: 'goal.one', MEASURE: 'measure.one', TABLE: 'toolbar.table', PICTURE: 'picture.one', INDICATOR: 'indicator.one',
};
const kindLabel = (t: Translate, kind: ComparedBlock['kind']): string => t(`concept.${kindKeys[kind]}`);

/** What about a changed block cannot be seen at its words. */
function aspectNotes(t: Translate, { aspects, kind, kindBefore }: ComparedBlock): string[] {
  return aspects.flatMap((aspect) => {
    if (aspect === 'LOOKS') return [t('concept.version.looks')];
    if (aspect === 'PLACE') return [t('concept.version.place')];
    if (aspect !== 'KIND') return [];
    return [kindBefore ? t('concept.version.kind', { before: kindLabel(t, kindBefore), after: kindLabel(t, kind) }) : t('concept.version.indent')];
  });
}

/** Whereabouts a block is, for blocks that do not show it by themselves. */
function placeNote(t: Translate, { kind, row, column }: ComparedBlock): string | null {
  if (row !== null && column !== null) return t('concept.version.cell', { row, column });
  return kind === 'GOAL' || kind === 'MEASURE' || kind === 'TABLE' || kind === 'PICTURE' || kind === 'INDICATOR' ? kindLabel(t, kind) : null;
}

function Words({ block }: { block: ComparedBlock }) {
  const t = useText();
  if (block.words.length === 0) return block.kind === 'GOAL' || block.kind === 'MEASURE' ? <>{t('concept.object.untitled')}</> : null;
  return (
    <>
      {block.words.map(({ kind, text }, index) => {
        if (kind === 'ADDED') return <Added key={index}>{text}</Added>;
        return kind === 'REMOVED' ? <Removed key={index}>{text}</Removed> : <span key={index}>{text}</span>;
      })}
    </>
  );
}

const isHeading = (kind: ComparedBlock['kind']): boolean => kind.startsWith('HEADING') || kind === 'GOAL' || kind === 'MEASURE';

function Block({ block, language }: { block: ComparedBlock; language: string }) {
  const t = useText();
  const place = placeNote(t, block);
  const Element = isHeading(block.kind) ? 'h3' : 'p';
  return (
    <div className="kw-compared__block" data-change={block.change} data-kind={block.kind} data-inside={block.parentId === null ? undefined : ''}>
      {place || block.change !== 'UNCHANGED' ? (
        <div className="kw-cluster kw-compared__notes">
          {place ? <span className="kw-preline">{place}</span> : null}
          {block.change === 'UNCHANGED' ? null : <StatusTag tone={tones[block.change]}>{t(`concept.version.change.${block.change}`)}</StatusTag>}
          {aspectNotes(t, block).map((note) => <span key={note} className="kw-muted">{note}</span>)}
        </div>
      ) : null}
      {block.kind === 'TABLE' || (block.words.length === 0 && Element === 'p') ? null : <Element className="kw-compared__words" lang={language} dir="auto"><Words block={block} /></Element>}
      <ComparedValues values={block.values} />
    </div>
  );
}

/** Two texts in one: what is the same, what came, what went, and what is different, said in words and shown by lines. */
export function ComparedText({ blocks, label, language }: { blocks: readonly ComparedBlock[]; label: string; language: string }) {
  return (
    <div className="kw-compared" role="region" aria-label={label}>
      {blocks.map((block) => <Block key={`${block.blockId}/${block.change}`} block={block} language={language} />)}
    </div>
  );
}
