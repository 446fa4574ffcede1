/** Bytes of one row: small enough to be sent while the next is read. */
const PIECE_BYTES = 256 * 1024;

/** How many pieces a content of that many bytes has. */
export const pieceCount = (byteSize: number): number => Math.ceil(byteSize / PIECE_BYTES);

/** One piece of a content that is at hand. */
export const pieceAt = (content: Buffer, ordinal: number): Buffer => content.subarray(ordinal * PIECE_BYTES, (ordinal + 1) * PIECE_BYTES);

/** Cuts a content that comes in any portions into the pieces in which the database holds it. */
export async function* inPieces(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer = Buffer.alloc(0);
  for await (const portion of content) {
    pending = Buffer.concat([pending, portion]);
    for (; pending.length >= PIECE_BYTES; pending = pending.subarray(PIECE_BYTES)) yield pieceAt(pending, 0);
  }
  if (pending.length > 0) yield pending;
}
