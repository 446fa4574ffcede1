import { unsentKey } from '@konzeptwerkstatt/web-data';

/** What the server has of a cell. */
export interface Known {
  readonly value: string;
  readonly revision: number;
}

/** What keeps one cell from being saved; `theirs` is what somebody else has typed there. */
export interface CellProblem {
  readonly code: string;
  readonly theirs: string | null;
}

export type Typed = Readonly<Record<string, string>>;
export type Problems = Readonly<Record<string, CellProblem>>;

/** What a device keeps of cells until the server has them: the words, and the revision they were typed over. */
export type KeptCells = Readonly<Record<string, Known>>;

/** Where a device keeps what is typed into a request; by a link, whoever opens it there goes on. @param actorKey null: by a link */
export const keptCellsKey = (actorKey: string | null, requestUuid: string): string => (actorKey === null ? `konzeptwerkstatt/abfrage/${requestUuid}` : unsentKey(actorKey, `abfrage/${requestUuid}`));

/** What the device is to keep; null: nothing. What somebody else has typed meanwhile is asked about again after a reload, too. */
export function cellsToKeep(typed: Typed, problems: Problems, known: ReadonlyMap<string, Known>): KeptCells | null {
  const cells = Object.entries(typed).map(([key, value]) => [key, { value, revision: typeof problems[key]?.theirs === 'string' ? 0 : known.get(key)?.revision ?? 0 }] as const);
  return cells.length === 0 ? null : Object.fromEntries(cells);
}

/**
 * What was typed before the page was loaded and has not reached the server. What somebody else has typed over since is asked about, never overwritten.
 * @param isThere whether a cell can still be answered
 */
export function restoredCells(kept: KeptCells | null, known: ReadonlyMap<string, Known>, isThere: (key: string) => boolean): { readonly typed: Typed; readonly problems: Problems } {
  const open = Object.entries(kept ?? {}).filter(([key, { value }]) => isThere(key) && (known.get(key)?.value ?? '') !== value);
  const overtaken = open.filter(([key, { revision }]) => (known.get(key)?.revision ?? 0) > revision);
  return {
    typed: Object.fromEntries(open.map(([key, { value }]) => [key, value])),
    problems: Object.fromEntries(overtaken.map(([key]) => [key, { code: 'STALE_VALUE', theirs: known.get(key)?.value ?? '' }])),
  };
}
