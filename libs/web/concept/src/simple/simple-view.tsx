import type { Option } from '@konzeptwerkstatt/web-ui';
import { Button, EmptyState, LinkButton, Loading, Notice, useText } from '@konzeptwerkstatt/web-ui';
import { useCallback, useEffect, useMemo, useState } from 'react';
import '../editor/editor.css';
import { QueryFailure } from '../data/query-failure.js';
import type { Choice } from '../data/use-options.js';
import { useSend } from '../data/use-send.js';
import { useAwayPage } from '../editor/connection/away-page.js';
import { AddBlockForm, nameOfPlace } from './add-block-form.js';
import type { NewPlace } from './add-block-form.js';
import { blockTree } from './block-tree.js';
import { deviceStorage, DraftStore } from './draft-store.js';
import { SimpleStatus, stateOfAll } from './entry-status.js';
import { LostDrafts } from './lost-drafts.js';
import { ObjectValueSender } from './object-values.js';
import { BlockList } from './simple-block.js';
import { SimpleSectionProvider } from './simple-section.context.js';
import type { EntryState, SimpleSection } from './simple-section.context.js';
import './simple.css';
import { useBlockSteps } from './use-block-steps.js';
import { useFocusBack } from './use-focus-back.js';
import { useSectionBlocks } from './use-section-blocks.js';

export interface SimpleViewProps {
  /** Global and raw id of the section, raw id of its text. */
  readonly sectionId: string;
  readonly sectionUuid: string;
  readonly documentId: string;
  /** Person and acting organisation. */
  readonly actorKey: string;
  /** Address of the same section, written live. */
  readonly liveHref: string;
  readonly organisations: readonly Choice[];
  readonly indicators: readonly Choice[];
  readonly highlightedBlockId: string | null;
  /** In which the text is written (BCP 47). */
  readonly language: string;
  readonly isAdopted: boolean;
  /** The text is another one than before. */
  readonly onChanged: () => void;
}

const atTheEnd: NewPlace = { besideBlockId: null, side: 'AFTER', isInside: false };
const optionsOf = (choices: readonly Choice[]): Option[] => choices.map(({ uuid, name }) => ({ id: uuid, label: name }));

/** How far every entry has come, and the question before the page is left with something that nothing keeps. */
function useEntries() {
  const [entries, setEntries] = useState<ReadonlyMap<string, EntryState>>(new Map());
  const report = useCallback((name: string, state: EntryState) => setEntries((known) => {
    if ((known.get(name) ?? 'clean') === state) return known;
    const next = new Map(known);
    if (state === 'clean') next.delete(name);
    else next.set(name, state);
    return next;
  }), []);
  const isAtRisk = [...entries.values()].some((state) => state === 'unkept' || state === 'saving');
  useEffect(() => {
    if (!isAtRisk) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    globalThis.addEventListener('beforeunload', warn);
    return () => globalThis.removeEventListener('beforeunload', warn);
  }, [isAtRisk]);
  return { entries, report };
}

function Blocks({ blocks, drafts, highlightedBlockId, canWrite }: { blocks: NonNullable<ReturnType<typeof useSectionBlocks>['blocks']>; drafts: DraftStore; highlightedBlockId: string | null; canWrite: boolean }) {
  const t = useText();
  const steps = useBlockSteps();
  const [known] = useState(() => drafts.all());
  const [isAdding, setIsAdding] = useState(known.has(nameOfPlace(atTheEnd)));
  const addButton = useFocusBack(Number(isAdding));
  const nodes = useMemo(() => blockTree(blocks), [blocks]);
  const present = useMemo(() => new Set(blocks.map(({ blockId }) => blockId)), [blocks]);
  useEffect(() => {
    if (highlightedBlockId) document.getElementById(`block-${highlightedBlockId}`)?.scrollIntoView({ block: 'center' });
  }, [highlightedBlockId]);
  return (
    <>
      <LostDrafts present={present} />
      {steps.removed ? (
        <Notice tone="info" live title={t('concept.simple.removed', { block: steps.removed.name })} actions={<Button size="small" icon="undo" onPress={() => void steps.undo()} isPending={steps.isBusy}>{t('concept.simple.undo')}</Button>} />
      ) : null}
      {nodes.length === 0 ? <EmptyState title={t('concept.section.empty')} /> : <BlockList nodes={nodes} parent={null} steps={steps} drafts={known} />}
      {!canWrite ? null : isAdding
        ? <AddBlockForm place={atTheEnd} onClose={() => setIsAdding(false)} />
        : <Button icon="add" ref={addButton} onPress={() => setIsAdding(true)}>{t('concept.simple.add-end')}</Button>}
    </>
  );
}

/**
 * A section as a list of plain blocks, each changed by a form and saved by itself: for networks that let no live connection through, for
 * phones, and for whoever reads with a screen reader. Nothing here needs a WebSocket.
 */
export function SimpleView({ sectionId, sectionUuid, documentId, actorKey, liveHref, organisations, indicators, highlightedBlockId, language, isAdopted, onChanged }: SimpleViewProps) {
  const t = useText();
  const send = useSend();
  const { blocks, error, isReachable, mayWrite, reload } = useSectionBlocks(sectionUuid);
  const { entries, report } = useEntries();
  useAwayPage();
  const drafts = useMemo(() => new DraftStore(documentId, actorKey, deviceStorage()), [documentId, actorKey]);
  const section = useMemo((): SimpleSection => ({
    sectionId, canWrite: mayWrite, language, isAdopted, send, values: new ObjectValueSender(send, organisations, indicators), drafts, organisations: optionsOf(organisations), indicators: optionsOf(indicators), reload, report,
  }), [sectionId, mayWrite, language, isAdopted, send, organisations, indicators, drafts, reload, report]);
  useEffect(() => { if (blocks !== undefined) onChanged(); }, [blocks, onChanged]);
  if (blocks === undefined) return error ? <QueryFailure error={error} onRetry={() => void reload()} /> : <Loading text={t('concept.save.loading')} lines={8} />;
  return (
    <SimpleSectionProvider value={section}>
      <div className="kw-simple">
        <SimpleStatus state={stateOfAll(entries.values(), isReachable)} />
        <div className="kw-simple-head">
          <p>{t(mayWrite ? 'concept.simple.intro' : 'concept.simple.intro-read')}</p>
          <LinkButton size="small" icon="people" href={liveHref}>{t(mayWrite ? 'concept.simple.live' : 'concept.simple.live-read')}</LinkButton>
        </div>
        <Blocks blocks={blocks} drafts={drafts} highlightedBlockId={highlightedBlockId} canWrite={mayWrite} />
      </div>
    </SimpleSectionProvider>
  );
}
