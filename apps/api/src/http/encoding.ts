import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request } from 'express';

/** How a body goes out. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** Smaller bodies go out as they are. */
export const WORTH_COMPRESSING = 1_024;

const encoders: Readonly<Record<Exclude<Encoding, 'identity'>, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (body) => promisify(gzip)(body),
};

/** The best that the visitor takes. */
export function encodingFor(request: Request): Encoding {
  return (request.acceptsEncodings(['br', 'gzip']) || 'identity') as Encoding;
}

export function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'identity' ? Promise.resolve(body) : encoders[encoding](body);
}
