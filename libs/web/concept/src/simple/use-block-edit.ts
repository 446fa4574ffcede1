import type { PlainBlockFragment } from '@konzeptwerkstatt/web-data';
import { SetBlockTextDocument } from '@konzeptwerkstatt/web-data';
import { announce, useText } from '@konzeptwerkstatt/web-ui';
import type { Translate } from '@konzeptwerkstatt/web-ui';
import { useEffect, useReducer, useRef, useState } from 'react';
import { failureText, problemText } from '../data/problem.js';
import type { Outcome } from '../data/use-send.js';
import type { CellEdit, CellEditStep } from '../table/stale-value.js';
import { beginEdit, decideSave, nextEdit } from '../table/stale-value.js';
import type { BlockDraft } from './draft-store.js';
import type { EntryState } from './simple-section.context.js';
import { useSimpleSection } from './simple-section.context.js';

export interface BlockEdit {
  readonly typed: string;
  readonly edit: CellEdit;
  readonly state: EntryState;
  readonly type: (text: string) => void;
  readonly save: () => Promise<void>;
  /** One's own words replace those of somebody else. */
  readonly takeMine: () => Promise<void>;
  /** Gives up what was typed. */
  readonly discard: () => void;
}

/** What is typed, kept on the device with every key stroke. */
function useKeptText(blockId: string, draft: BlockDraft | undefined, current: string) {
  const { drafts, report } = useSimpleSection();
  const [typed, setTyped] = useState(draft?.text ?? current);
  const [state, setState] = useState<EntryState>(draft ? 'unsaved' : 'clean');
  const latest = useRef(typed);
  useEffect(() => {
    report(blockId, state);
    return () => report(blockId, 'clean');
  }, [blockId, state, report]);
  const keep = (expected: string) => setState(drafts.keep(blockId, { text: latest.current, expected, addition: null }) ? 'unsaved' : 'unkept');
  const change = (text: string, expected: string) => {
    latest.current = text;
    setTyped(text);
    keep(expected);
  };
  return { typed, latest, state, keep, change, saving: () => setState('saving'), forget: () => drafts.forget(blockId) };
}

/** What a refusal means for the edit: somebody else's newer text, or a sentence. */
function stepAfter(t: Translate, outcome: Exclude<Outcome<unknown>, { status: 'done' }>): CellEditStep {
  if (outcome.status === 'failed') return { type: 'refused', problem: failureText(t, outcome.failure) };
  const stale = outcome.problems.find(({ code }) => code === 'STALE_VALUE');
  return stale ? { type: 'seen', value: stale.currentValue ?? '', by: stale.changedBy?.name ?? null } : { type: 'refused', problem: outcome.problems.map((problem) => problemText(t, problem)).join(' ') };
}

/** Sends what was typed. What is typed meanwhile stays, and is then meant to replace what was just saved. */
function useSubmit(blockId: string, kept: ReturnType<typeof useKeptText>, step: (step: CellEditStep) => void, onClose: () => void) {
  const t = useText();
  const { sectionId, send, reload } = useSimpleSection();
  const isSaving = useRef(false);
  const saved = async (sent: string, stored: string): Promise<void> => {
    // The draft goes only once the server has it and nothing was typed meanwhile.
    if (kept.latest.current === sent) kept.forget();
    await reload();
    isSaving.current = false;
    announce(t('concept.simple.saved'));
    if (kept.latest.current === sent) return onClose();
    step({ type: 'seen', value: stored });
    step({ type: 'mine-taken' });
    return kept.keep(stored);
  };
  const submit = async (expected: string): Promise<void> => {
    const sent = kept.latest.current;
    isSaving.current = true;
    kept.saving();
    const outcome = await send(SetBlockTextDocument, { sectionId, blockId, text: sent, expected });
    if (outcome.status === 'done') return saved(sent, outcome.payload.block?.text ?? sent);
    isSaving.current = false;
    kept.keep(expected);
    step(stepAfter(t, outcome));
    return reload();
  };
  return { isSaving, submit };
}

/**
 * State and steps of changing the words of one block. Every key stroke is kept on the device; a newer text of somebody else is shown beside
 * one's own and never written over without being asked.
 */
export function useBlockEdit({ blockId, text: current }: PlainBlockFragment, draft: BlockDraft | undefined, onClose: () => void): BlockEdit {
  const kept = useKeptText(blockId, draft, current);
  const [edit, step] = useReducer(nextEdit, draft?.expected ?? current, beginEdit);
  const { isSaving, submit } = useSubmit(blockId, kept, step, onClose);
  // Somebody else's change of the block shows while it is being written, not only when saving is refused.
  useEffect(() => { if (!isSaving.current) step({ type: 'seen', value: current }); }, [current, isSaving]);
  const discard = () => {
    kept.forget();
    onClose();
  };
  const save = async (): Promise<void> => {
    const decision = isSaving.current ? 'ask' : decideSave(edit, kept.latest.current, current);
    if (decision === 'nothing') return discard();
    if (decision === 'send') await submit(edit.expected ?? '');
  };
  const takeMine = async (): Promise<void> => {
    if (isSaving.current || !edit.conflict) return;
    step({ type: 'mine-taken' });
    await submit(edit.conflict.value ?? '');
  };
  const type = (text: string) => {
    step({ type: 'typed' });
    kept.change(text, edit.expected ?? '');
  };
  return { typed: kept.typed, edit, state: kept.state, type, save, takeMine, discard };
}
