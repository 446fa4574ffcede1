import { encodeCursor, offsetAfter, pageOf, rowsToLoad } from '@konzeptwerkstatt/platform-graphql';
import type { ConnectionArgs, LoaderDefinition, Page, RequestContext } from '@konzeptwerkstatt/platform-graphql';
import type { Window } from '../queries/window.js';
import type { OwnedRows, OwnedWindow } from './concept.loader.js';

type Paging = Pick<ConnectionArgs, 'first' | 'after'>;

/** Which rows a page needs: one more than it shows, so that it can tell whether more follow. */
export function windowOf(args: Paging): Window {
  return { offset: offsetAfter(args.after), limit: rowsToLoad(args) };
}

/** A page of rows that were loaded by `windowOf`. */
export function offsetPage<Row, Node>(rows: readonly Row[], args: Paging, toNode: (row: Row) => Node, totalCount?: number | (() => Promise<number>)): Page<Node> {
  const { offset } = windowOf(args);
  return pageOf(rows.map(toNode), args, { cursorOf: (_, index) => encodeCursor(offset + index), ...(totalCount === undefined ? {} : { totalCount }) });
}

/** A page of one owner's list, loaded together with the same page of all others in the request. */
export async function ownedPage<Row, Node>(
  context: RequestContext, loader: LoaderDefinition<OwnedWindow, OwnedRows<Row>>, ownerId: string, args: Paging, toNode: (row: Row) => Node,
): Promise<Page<Node>> {
  const { rows, total } = await context.loader(loader).load({ ownerId, ...windowOf(args) });
  return offsetPage(rows, args, toNode, total ?? undefined);
}
