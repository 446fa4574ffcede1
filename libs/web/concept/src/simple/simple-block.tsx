import { Button, Icon, Menu, useText } from '@konzeptwerkstatt/web-ui';
import type { MenuEntry } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import type { RefObject } from 'react';
import { AddBlockForm, nameOfPlace } from './add-block-form.js';
import type { NewPlace } from './add-block-form.js';
import { BlockForm } from './block-form.js';
import type { BlockNode } from './block-tree.js';
import { blockName } from './block-words.js';
import type { BlockDraft } from './draft-store.js';
import { FormattedWords } from './formatted-words.js';
import { ObjectFields } from './object-fields.js';
import { ShownIndicatorBlock } from './shown-indicator-block.js';
import { ShownPicture } from './shown-picture.js';
import { SimpleTable } from './simple-table.js';
import { useSimpleSection } from './simple-section.context.js';
import type { BlockSteps, Neighbours } from './use-block-steps.js';
import { useFocusBack } from './use-focus-back.js';

interface BlockListProps {
  readonly nodes: readonly BlockNode[];
  readonly parent: string | null;
  readonly steps: BlockSteps;
  /** Drafts that were there when the page was opened. */
  readonly drafts: ReadonlyMap<string, BlockDraft>;
}

const elements = { PARAGRAPH: 'p', HEADING2: 'h3', HEADING3: 'h4', HEADING4: 'h5', QUOTE: 'blockquote', BULLET_ITEM: 'p', ORDERED_ITEM: 'p', GOAL: 'h3', MEASURE: 'h3', TABLE: 'p' } as const;

/** The words of a block as readers see them. */
export function ShownWords({ node: { block } }: { readonly node: BlockNode }) {
  const t = useText();
  const { language } = useSimpleSection();
  if (block.kind === 'PICTURE') return <ShownPicture content={block.content} />;
  if (block.kind === 'INDICATOR') return <ShownIndicatorBlock content={block.content} />;
  const Element = elements[block.kind];
  if (block.text === '') return <p className="kw-muted">{t('concept.simple.empty-block')}</p>;
  const isObject = block.kind === 'GOAL' || block.kind === 'MEASURE';
  return <Element className="kw-simple-words" data-kind={block.kind} data-indent={block.indent} lang={language} dir="auto">{isObject ? block.text : <FormattedWords content={block.content} />}</Element>;
}

function StepsMenu({ node: { block }, neighbours, steps, onAdd, button }: { node: BlockNode; neighbours: Neighbours; steps: BlockSteps; onAdd: (side: NewPlace['side']) => void; button: RefObject<HTMLButtonElement | null> }) {
  const t = useText();
  const label = t('concept.simple.steps-of', { block: blockName(t, block) });
  const isObject = block.kind === 'GOAL' || block.kind === 'MEASURE';
  const entries: MenuEntry[] = [
    { id: 'above', label: t('concept.simple.add-above'), icon: 'add', onAction: () => onAdd('BEFORE') },
    { id: 'below', label: t('concept.simple.add-below'), icon: 'add', onAction: () => onAdd('AFTER') },
    ...(isObject ? [{ id: 'inside', label: t(`concept.simple.add-inside-${block.kind}`), icon: 'add' as const, onAction: () => onAdd('INSIDE') }] : []),
    { id: 'up', label: t('concept.section.up'), icon: 'arrow-up', isDisabled: neighbours.before === null, onAction: () => void steps.move(block, neighbours, -1) },
    { id: 'down', label: t('concept.section.down'), icon: 'arrow-down', isDisabled: neighbours.after === null, onAction: () => void steps.move(block, neighbours, 1) },
    { id: 'remove', label: t('concept.simple.remove'), icon: 'remove', onAction: () => void steps.remove(block, neighbours) },
  ];
  return <Menu label={label} trigger={<Button size="small" variant="tertiary" icon="chevron-down" ref={button} aria-label={label} isPending={steps.isBusy}>{t('concept.simple.steps')}</Button>} groups={[{ id: 'steps', entries }]} />;
}

function SimpleBlock({ node, neighbours, steps, drafts }: { node: BlockNode; neighbours: Neighbours } & Omit<BlockListProps, 'nodes' | 'parent'>) {
  const t = useText();
  const { canWrite } = useSimpleSection();
  const { block } = node;
  const [isEditing, setIsEditing] = useState(drafts.has(block.blockId));
  const editButton = useFocusBack(Number(isEditing));
  const isObject = block.kind === 'GOAL' || block.kind === 'MEASURE';
  const places = (['BEFORE', 'INSIDE', 'AFTER'] as const).map((side): NewPlace => ({ besideBlockId: block.blockId, side, isInside: side === 'INSIDE' || neighbours.parent !== null }));
  const [adding, setAdding] = useState<readonly string[]>(places.map(nameOfPlace).filter((name) => drafts.has(name)));
  const stepsButton = useFocusBack(adding.length);
  const additions = (side: NewPlace['side']) => places.filter((place) => place.side === side && adding.includes(nameOfPlace(place))).map((place) => (
    <AddBlockForm key={side} place={place} onClose={() => setAdding((open) => open.filter((name) => name !== nameOfPlace(place)))} />
  ));
  const add = (side: NewPlace['side']) => setAdding((open) => [...new Set([...open, nameOfPlace({ besideBlockId: block.blockId, side })])]);
  return (
    <li className={isObject ? `kw-simple-block kw-object kw-object--${block.kind.toLowerCase()}` : 'kw-simple-block'} id={`block-${block.blockId}`}>
      {additions('BEFORE')}
      {isObject ? <p className="kw-object__kind"><Icon name={block.kind === 'GOAL' ? 'goal' : 'measure'} size="small" /> {t(block.kind === 'GOAL' ? 'concept.goal.one' : 'concept.measure.one')}</p> : null}
      {block.kind === 'TABLE' ? <SimpleTable node={node} drafts={drafts} /> : isEditing && canWrite
        ? <BlockForm block={block} onClose={() => setIsEditing(false)} />
        : <ShownWords node={node} />}
      {canWrite ? (
        <div className="kw-simple-actions">
          {block.kind === 'TABLE' || block.kind === 'PICTURE' || block.kind === 'INDICATOR' || isEditing ? null : <Button size="small" icon="edit" ref={editButton} aria-label={t('concept.simple.edit-of', { block: blockName(t, block) })} onPress={() => setIsEditing(true)}>{t('concept.section.edit')}</Button>}
          <StepsMenu node={node} neighbours={neighbours} steps={steps} onAdd={add} button={stepsButton} />
        </div>
      ) : null}
      {isObject ? <ObjectFields block={block} /> : null}
      {isObject && node.children.length > 0 ? <BlockList nodes={node.children} parent={block.blockId} steps={steps} drafts={drafts} /> : null}
      {additions('INSIDE')}
      {additions('AFTER')}
    </li>
  );
}

/** Blocks one below the other, each with its own steps. */
export function BlockList({ nodes, parent, ...rest }: BlockListProps) {
  return (
    <ul className="kw-simple-blocks">
      {nodes.map((node, index) => (
        <SimpleBlock key={node.block.blockId} node={node} neighbours={{ before: nodes[index - 1]?.block.blockId ?? null, after: nodes[index + 1]?.block.blockId ?? null, parent }} {...rest} />
      ))}
    </ul>
  );
}
