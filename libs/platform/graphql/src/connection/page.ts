import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { MAX_PAGE_SIZE, type ConnectionArgs } from './connection.args.js';
import { decodeCursor, encodeCursor } from './cursor.js';

/** One entity in a list, with its position. */
export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** A page of a list, in the shape of its connection type. */
export interface Page<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null };
  readonly totalCount: number | null | Promise<number | null>;
}

/** What `pageOf` cannot see in the rows. */
export interface PageFacts<Row> {
  /** Position of a row, from `encodeCursor`. */
  readonly cursorOf: (row: Row, index: number) => string;
  /** Left out: the rows hold up to one more than asked for, which is cut off and tells that more follow. */
  readonly hasNextPage?: boolean;
  /** A number, or a function that is only called when somebody asks for it; left out means null. */
  readonly totalCount?: number | (() => Promise<number>);
}

/** How many rows to load for a page, so that `pageOf` can tell whether more follow. */
export function rowsToLoad(args: Pick<ConnectionArgs, 'first'>): number {
  if (args.first < 1 || args.first > MAX_PAGE_SIZE) throw new ApplicationError('BAD_USER_INPUT', `„first“ muss zwischen 1 und ${MAX_PAGE_SIZE} liegen.`);
  return args.first + 1;
}

/** Makes a page of loaded rows; a row becomes the node as it is. */
export function pageOf<Row>(rows: readonly Row[], args: Pick<ConnectionArgs, 'first' | 'after'>, facts: PageFacts<Row>): Page<Row> {
  const shown = rows.slice(0, rowsToLoad(args) - 1);
  const edges = shown.map((node, index) => ({ cursor: facts.cursorOf(node, index), node }));
  const { totalCount = null } = facts;
  return {
    edges,
    pageInfo: {
      hasNextPage: facts.hasNextPage ?? rows.length > shown.length,
      hasPreviousPage: args.after !== undefined && args.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    // A getter, because counting costs a statement of its own and most pages are not asked for it.
    get totalCount() {
      return typeof totalCount === 'function' ? totalCount() : totalCount;
    },
  };
}

/** Makes a page of a short list that is loaded as a whole, with offsets as cursors. */
export function pageOfList<Row>(all: readonly Row[], args: Pick<ConnectionArgs, 'first' | 'after'>): Page<Row> {
  const offset = offsetAfter(args.after);
  const rows = all.slice(offset, offset + rowsToLoad(args));
  return pageOf(rows, args, { cursorOf: (_, index) => encodeCursor(offset + index), totalCount: all.length });
}

/** The offset of the first row after an offset cursor; 0 without one. @throws ApplicationError BAD_USER_INPUT */
export function offsetAfter(after: string | null | undefined): number {
  if (after === undefined || after === null) return 0;
  const [offset] = decodeCursor(after, 1);
  if (typeof offset !== 'number' || !Number.isSafeInteger(offset) || offset < 0 || offset > 1_000_000_000) {
    throw new ApplicationError('BAD_USER_INPUT', 'Der Wert von „after“ gehört nicht zu dieser Liste.');
  }
  return offset + 1;
}
