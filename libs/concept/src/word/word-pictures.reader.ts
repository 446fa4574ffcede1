import { PackageRefused, WordPackage } from './word-package.js';

/** Larger ones are no pictures for a text. */
const MAX_PICTURE_BYTES = 10 * 1024 * 1024;

const PNG = [0x89, 0x50, 0x4e, 0x47];
const JPEG = [0xff, 0xd8, 0xff];

/** Whether bytes begin like a picture that a text can hold; whether they are one, is found out when it is stored. */
export function isPicture(bytes: Uint8Array | null): boolean {
  if (bytes === null) return false;
  const begins = (start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
  return begins(PNG) || begins(JPEG) || Buffer.from(bytes.subarray(0, 12)).toString('latin1').replace(/^RIFF.{4}/s, 'RIFF') === 'RIFFWEBP';
}

/** The bytes of a picture; null when it is not there or too large. */
export function pictureBytes(files: WordPackage, part: string): Uint8Array | null {
  try {
    return files.bytes(part, MAX_PICTURE_BYTES);
  } catch (error) {
    if (error instanceof PackageRefused) return null;
    throw error;
  }
}

/** Those of the pictures of a document that can be had, by their parts. @throws PackageRefused */
export function readWordPictures(content: Uint8Array, parts: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const files = new WordPackage(content);
  return new Map(parts.flatMap((part) => {
    const bytes = pictureBytes(files, part);
    return bytes === null ? [] : [[part, bytes] as const];
  }));
}
