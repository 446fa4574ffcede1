/** Width and height in pixels. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

const viewOf = (content: Uint8Array): DataView => new DataView(content.buffer, content.byteOffset, content.byteLength);
/** Markers of a JPEG that stand alone, end it or begin the pixels: no frame comes after them. */
const endsJpegHead = (marker: number): boolean => marker === 0 || marker === 0x01 || marker === 0xda || (marker >= 0xd0 && marker <= 0xd9);
/** Markers of a frame; three of the range mean something else. */
const isJpegFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegFrame(content: Uint8Array): FrameSize | null {
  const view = viewOf(content);
  for (let at = 2; at + 9 < content.length; ) {
    const marker = content[at + 1] as number;
    if (content[at] !== 0xff || endsJpegHead(marker)) return null;
    if (isJpegFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // 0xff again is a byte to fill up with.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function webpFrame(content: Uint8Array): FrameSize | null {
  const view = viewOf(content);
  let size: FrameSize | null = null;
  for (let at = 12; at + 18 <= content.length; ) {
    const [name, length, data] = [String.fromCharCode(...content.subarray(at, at + 4)), view.getUint32(at + 4, true), at + 8];
    let next: FrameSize | null = null;
    if (name === 'VP8 ') next = { width: view.getUint16(data + 6, true) & 0x3fff, height: view.getUint16(data + 8, true) & 0x3fff };
    if (name === 'VP8L') {
      const bits = view.getUint32(data + 1, true);
      next = { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    // Moving pictures, and files with two frames, are none for a text.
    if (name === 'ANMF' || (next !== null && size !== null)) return null;
    size = next ?? size;
    at = data + length + (length & 1);
  }
  return size;
}

/**
 * The size of the frame that a decoder will open. What a file says of itself elsewhere may be another one, and a decoder takes as much
 * memory as the frame says. Null where a decoder would have to search for it.
 */
export function frameSize(content: Uint8Array, type: string | undefined): FrameSize | null {
  if (type === 'jpg') return jpegFrame(content);
  if (type === 'webp') return webpFrame(content);
  // A PNG says it once, at the beginning.
  return type === 'png' ? { width: viewOf(content).getUint32(16), height: viewOf(content).getUint32(20) } : null;
}
