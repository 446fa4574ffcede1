/** How the text of a file can be written. */
export const TEXT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** So many bytes show how a text is written. */
const SAMPLE = 4_096;
/** In letters of the West and in digits one byte of two is zero: so much of them at least on one side, so much at most on the other. */
const [MOST, HARDLY_ANY] = [0.6, 0.02];

/** UTF-16 without a mark, by where its zeros are; null for anything else. */
function unmarkedWide(bytes: Uint8Array): TextEncoding | null {
  const pairs = Math.min(bytes.length, SAMPLE) / 2;
  if (bytes.length % 2 !== 0 || pairs === 0) return null;
  const zeros: [number, number] = [0, 0];
  for (let index = 0; index < pairs * 2; index += 1) if (bytes[index] === 0) zeros[index % 2 === 0 ? 0 : 1] += 1;
  const [high, low] = [zeros[0] / pairs, zeros[1] / pairs];
  if (low >= MOST && high <= HARDLY_ANY) return 'utf-16le';
  return high >= MOST && low <= HARDLY_ANY ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * How the text of a file is written: a byte order mark says it, or that every second byte is zero; otherwise it is UTF-8 where all of it is, or what
 * spreadsheets in Germany write, windows-1252. Detectors that guess more than that fail on short files.
 */
export function textEncodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return unmarkedWide(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}
