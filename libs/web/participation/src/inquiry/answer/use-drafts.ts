import { keepOnDevice, SaveInquiryAnswersDocument, newIdempotencyKey, readKept, requestFailure } from '@konzeptwerkstatt/web-data';
import { useActorKey } from '@konzeptwerkstatt/web-shell';
import { useMutation } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { cellKey } from '../inquiry-words.js';
import type { Request } from '../inquiry-words.js';
import { cellsToKeep, keptCellsKey, restoredCells } from './kept-cells.js';
import type { CellProblem, KeptCells, Known, Problems, Typed } from './kept-cells.js';

/** How the drafts of a request stand; `saved` means: on the server, `ended`: the link or the inquiry has ended meanwhile. */
export type DraftState = 'saved' | 'waiting' | 'failed' | 'refused' | 'ended';

export interface Drafts {
  readonly valueOf: (lineId: string, questionKey: string) => string;
  readonly type: (lineId: string, questionKey: string, value: string) => void;
  readonly problemOf: (lineId: string, questionKey: string) => CellProblem | null;
  /** Takes what somebody else has typed, or keeps one's own. */
  readonly settle: (lineId: string, questionKey: string, isMine: boolean) => void;
  readonly state: DraftState;
  /** Whether what is not saved yet is safe on this device. */
  readonly isKept: boolean;
  /** Saves what waits now. Gives whether everything is saved. */
  readonly flush: () => Promise<boolean>;
}

const pauseMilliseconds = 700;
const retryMilliseconds = 5_000;
/** What the server takes of one answer; more is shown and not sent. */
export const maxAnswerLength = 5_000;

const knownOf = ({ lines }: Request): ReadonlyMap<string, Known> => new Map(lines.flatMap(({ id, answers }) => answers.map(({ questionKey, value, revision }) => [cellKey(id, questionKey), { value, revision }] as const)));

/** Of each cell the higher revision; cells that are gone go. */
const newest = (known: ReadonlyMap<string, Known>, shown: ReadonlyMap<string, Known>): ReadonlyMap<string, Known> => new Map([...shown].map(([key, cell]) => [key, (known.get(key)?.revision ?? 0) > cell.revision ? known.get(key) ?? cell : cell]));

/** Splits a key back into what the API wants. */
function entryOf(key: string, value: string, known: ReadonlyMap<string, Known>) {
  const at = key.indexOf('/');
  return { lineId: key.slice(0, at), questionKey: key.slice(at + 1), value, expectedRevision: known.get(key)?.revision ?? 0 };
}

const without = <Value>(record: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> => Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));

/** What is typed and not saved yet, with what keeps it from being saved, and what the server has; at hand for timers, too. Kept on the device under a key, also over a reload. */
function useUnsaved(request: Request, storageKey: string) {
  const [restored] = useState(() => {
    const [lineIds, keys] = [new Set(request.lines.map(({ id }) => id)), new Set(request.questions.map(({ key }) => key))];
    return restoredCells(readKept<KeptCells>(storageKey), knownOf(request), (cell) => lineIds.has(cell.slice(0, cell.indexOf('/'))) && keys.has(cell.slice(cell.indexOf('/') + 1)));
  });
  const [typed, setTyped] = useState<Typed>(restored.typed);
  const [problems, setProblems] = useState<Problems>(restored.problems);
  const [isKept, setIsKept] = useState(true);
  const now = useRef({ typed, problems, known: knownOf(request) });
  // The answer to a save may be known here before it is shown: the newer revision counts.
  now.current.known = newest(now.current.known, knownOf(request));
  const change = useCallback((nextTyped: Typed, nextProblems: Problems) => {
    now.current = { ...now.current, typed: nextTyped, problems: nextProblems };
    setTyped(nextTyped);
    setProblems(nextProblems);
    setIsKept(keepOnDevice(storageKey, cellsToKeep(nextTyped, nextProblems, now.current.known)));
  }, [storageKey]);
  return { typed, problems, now, change, isKept };
}

type Unsaved = ReturnType<typeof useUnsaved>;

/** Sends what waits, one request after the other; gives whether everything is saved. */
function useSending({ now, change }: Unsaved, { requestId, token, onStale, setState }: { requestId: string; token: string | null; onStale: () => Promise<unknown>; setState: (state: DraftState) => void }) {
  const [save] = useMutation(SaveInquiryAnswersDocument);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));

  /** Keeps what the server refuses in its field, with the reason; the rest can still be sent. */
  const refuse = async (waiting: readonly (readonly [string, string])[], errors: readonly { code: string; path: readonly string[]; currentValue?: string | null }[]): Promise<boolean> => {
    const cells = errors.flatMap((problem) => {
      const key = waiting[Number(problem.path[1])]?.[0];
      return key === undefined ? [] : [[key, { code: problem.code, theirs: problem.code === 'STALE_VALUE' ? problem.currentValue ?? '' : null }] as const];
    });
    if (cells.some(([, { theirs }]) => theirs !== null)) await onStale();
    change(now.current.typed, { ...now.current.problems, ...Object.fromEntries(cells) });
    setState(cells.length === 0 ? 'ended' : 'refused');
    if (cells.length > 0 && cells.length < waiting.length) await send();
    return false;
  };
  const send = async (): Promise<boolean> => {
    const waiting = Object.entries(now.current.typed).filter(([key, value]) => now.current.problems[key] === undefined && value.length <= maxAnswerLength);
    const isNothingTyped = Object.keys(now.current.typed).length === 0;
    if (waiting.length === 0 && !isNothingTyped) setState('refused');
    if (waiting.length === 0) return isNothingTyped;
    setState('waiting');
    try {
      const answers = waiting.map(([key, value]) => entryOf(key, value, now.current.known));
      const { data } = await save({ variables: { input: { requestId, token, answers, idempotencyKey: newIdempotencyKey() } } });
      const payload = data?.saveInquiryAnswers;
      if (!payload?.request) return await refuse(waiting, payload?.errors ?? []);
      now.current.known = knownOf(payload.request);
      const sent = new Map(waiting);
      change(Object.fromEntries(Object.entries(now.current.typed).filter(([key, value]) => sent.get(key) !== value)), now.current.problems);
      const isDone = Object.keys(now.current.typed).length === 0;
      setState(isDone ? 'saved' : 'waiting');
      return isDone || (await send());
    } catch (failure) {
      setState(requestFailure(failure).code === 'NOT_FOUND' ? 'ended' : 'failed');
      return false;
    }
  };
  return (): Promise<boolean> => (running.current = running.current.then(send));
}

/** Saves a moment after the last key, tries again what failed, and warns who leaves with something that is neither saved nor kept. */
function useSaving({ typed, problems, isKept }: Unsaved, state: DraftState, flush: () => Promise<boolean>): void {
  const isWaiting = Object.keys(typed).some((key) => problems[key] === undefined);
  const latest = useRef(flush);
  latest.current = flush;
  useEffect(() => {
    if (!isWaiting || state === 'refused' || state === 'ended') return undefined;
    const timer = setTimeout(() => void latest.current(), state === 'failed' ? retryMilliseconds : pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [typed, isWaiting, state]);
  useEffect(() => {
    if (isKept || Object.keys(typed).length === 0) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [typed, isKept]);
}

/**
 * What is typed into a request: kept on the server as one types, a moment after the last key, one request at a time. What could not be
 * saved stays in the field and on this device, over a reload too, and is tried again; what somebody else has typed meanwhile is shown, never overwritten.
 */
export function useDrafts(request: Request, token: string | null, onStale: () => Promise<unknown>): Drafts {
  const actorKey = useActorKey();
  const unsaved = useUnsaved(request, keptCellsKey(token === null ? actorKey : null, request.uuid));
  const { typed, problems, now, change, isKept } = unsaved;
  const [state, setState] = useState<DraftState>(Object.keys(typed).length === 0 ? 'saved' : 'waiting');
  const flush = useSending(unsaved, { requestId: request.id, token, onStale, setState });
  useSaving(unsaved, state, flush);
  return {
    valueOf: (lineId, questionKey) => typed[cellKey(lineId, questionKey)] ?? now.current.known.get(cellKey(lineId, questionKey))?.value ?? '',
    type: (lineId, questionKey, value) => {
      const key = cellKey(lineId, questionKey);
      change({ ...now.current.typed, [key]: value }, without(now.current.problems, key));
      setState('waiting');
    },
    problemOf: (lineId, questionKey) => problems[cellKey(lineId, questionKey)] ?? null,
    settle: (lineId, questionKey, isMine) => {
      const key = cellKey(lineId, questionKey);
      const rest = isMine ? now.current.typed : without(now.current.typed, key);
      change(rest, without(now.current.problems, key));
      setState(Object.keys(rest).length === 0 ? 'saved' : 'waiting');
    },
    state,
    isKept,
    flush,
  };
}
