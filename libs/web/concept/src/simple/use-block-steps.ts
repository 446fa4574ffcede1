import type { BlockSide, PlainBlockFragment } from '@konzeptwerkstatt/web-data';
import { MoveBlockDocument, RemoveBlockDocument, RestoreBlockDocument } from '@konzeptwerkstatt/web-data';
import { announce, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { failureText, problemText } from '../data/problem.js';
import type { Outcome } from '../data/use-send.js';
import { blockName } from './block-words.js';
import { useSimpleSection } from './simple-section.context.js';

/** The neighbours of a block in what holds it. */
export interface Neighbours {
  readonly before: string | null;
  readonly after: string | null;
  readonly parent: string | null;
}

/** A block that was taken out, and where it stood. */
export interface RemovedBlock {
  readonly name: string;
  readonly content: string;
  readonly besideBlockId: string | null;
  readonly side: 'BEFORE' | 'AFTER' | 'INSIDE';
}

function placeOf({ before, after, parent }: Neighbours): Pick<RemovedBlock, 'besideBlockId' | 'side'> {
  if (before !== null) return { besideBlockId: before, side: 'AFTER' };
  if (after !== null) return { besideBlockId: after, side: 'BEFORE' };
  return { besideBlockId: parent, side: 'INSIDE' };
}

/** Steps that change where blocks stand and whether they do. */
export interface BlockSteps {
  readonly move: (block: PlainBlockFragment, neighbours: Neighbours, by: 1 | -1) => Promise<void>;
  readonly remove: (block: PlainBlockFragment, neighbours: Neighbours) => Promise<void>;
  readonly removed: RemovedBlock | null;
  /** Puts the block back that was taken out last. */
  readonly undo: () => Promise<void>;
  readonly isBusy: boolean;
}

/** Runs a step and loads the text of now; says why when it was not made. @returns whether it was made */
function useStepRunner() {
  const t = useText();
  const { reload } = useSimpleSection();
  const [isBusy, setIsBusy] = useState(false);
  const run = async (attempt: () => Promise<Outcome<unknown>>): Promise<boolean> => {
    setIsBusy(true);
    const outcome = await attempt();
    await reload();
    setIsBusy(false);
    if (outcome.status === 'done') return true;
    const stale = outcome.status === 'refused' && outcome.problems.some(({ code }) => code === 'STALE_VALUE');
    const reason = outcome.status === 'failed' ? failureText(t, outcome.failure) : outcome.problems.map((problem) => problemText(t, problem)).join(' ');
    showToast(stale ? t('concept.simple.remove-stale') : reason, 'danger');
    return false;
  };
  return { run, isBusy };
}

/** The steps of a section's list of blocks. */
export function useBlockSteps(): BlockSteps {
  const t = useText();
  const { sectionId, send } = useSimpleSection();
  const [removed, setRemoved] = useState<RemovedBlock | null>(null);
  const { run, isBusy } = useStepRunner();
  const move = async (block: PlainBlockFragment, { before, after }: Neighbours, by: 1 | -1): Promise<void> => {
    const besideBlockId = by === 1 ? after : before;
    if (besideBlockId === null) return;
    const side: BlockSide = by === 1 ? 'AFTER' : 'BEFORE';
    if (await run(() => send(MoveBlockDocument, { sectionId, blockId: block.blockId, besideBlockId, side }))) announce(t(by === 1 ? 'concept.simple.moved-down' : 'concept.simple.moved-up', { block: blockName(t, block) }));
  };
  const remove = async (block: PlainBlockFragment, neighbours: Neighbours): Promise<void> => {
    const { blockId, version, content } = block;
    if (await run(() => send(RemoveBlockDocument, { sectionId, blockId, expectedVersion: version }))) setRemoved({ name: blockName(t, block), content, ...placeOf(neighbours) });
  };
  const undo = async (): Promise<void> => {
    if (removed === null) return;
    const { content, besideBlockId, side, name } = removed;
    const restore = (place: { besideBlockId: string | null; side: BlockSide }) => send(RestoreBlockDocument, { sectionId, content, ...place });
    const isBack = await run(async () => {
      const outcome = await restore({ besideBlockId, side });
      // What it stood beside may be gone meanwhile: then it goes to the end rather than nowhere.
      const isPlaceGone = outcome.status === 'refused' && outcome.problems.some(({ code }) => code === 'BLOCK_GONE');
      return isPlaceGone ? restore({ besideBlockId: null, side: 'AFTER' }) : outcome;
    });
    if (!isBack) return;
    setRemoved(null);
    announce(t('concept.simple.restored', { block: name }));
  };
  return { move, remove, removed, undo, isBusy };
}
