import { crc32 } from 'node:zlib';

const MAX_SIDE = 4096;

/** Width and height of a PNG whose parts are all there and unharmed; null otherwise. */
function pngSize(content: Buffer): readonly [number, number] | null {
  let size: readonly [number, number] | null = null;
  for (let at = 8; at + 12 <= content.length; ) {
    const length = content.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > content.length || crc32(content.subarray(at + 4, at + 8 + length)) !== content.readUInt32BE(at + 8 + length)) return null;
    const type = content.toString('latin1', at + 4, at + 8);
    if (type === 'IHDR' && length === 13) size = [content.readUInt32BE(at + 8), content.readUInt32BE(at + 12)];
    if (type === 'IEND') return size;
    at = end;
  }
  return null;
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Width and height of a JPEG that has a beginning and an end; null otherwise. */
function jpegSize(content: Buffer): readonly [number, number] | null {
  if (content.lastIndexOf(Buffer.from([0xff, 0xd9])) < content.length - 32) return null;
  for (let at = 2; at + 9 < content.length && content[at] === 0xff; ) {
    const marker = content[at + 1] ?? 0;
    if (isFrame(marker)) return [content.readUInt16BE(at + 7), content.readUInt16BE(at + 5)];
    at += 2 + content.readUInt16BE(at + 2);
  }
  return null;
}

/** @returns why a picture cannot be a logo: LOGO_BROKEN or LOGO_TOO_WIDE; null when it can */
export function logoProblem(content: Buffer, mediaType: string): string | null {
  const size = mediaType === 'image/png' ? pngSize(content) : jpegSize(content);
  if (!size || size[0] === 0 || size[1] === 0) return 'LOGO_BROKEN';
  return size[0] > MAX_SIDE || size[1] > MAX_SIDE ? 'LOGO_TOO_WIDE' : null;
}
