import { handOutFile } from '@konzeptwerkstatt/web-ui';

/** A file that came in an answer of the API. */
export interface HandedFile {
  readonly name: string;
  readonly mediaType: string;
  /** Base64. */
  readonly content: string;
}

/** Gives somebody such a file as a download. */
export function handOut({ name, mediaType, content }: HandedFile): void {
  handOutFile(new Blob([Uint8Array.from(atob(content), (sign) => sign.codePointAt(0) ?? 0)], { type: mediaType }), name);
}

/** The bytes of a chosen file in base64. */
export async function contentOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += 8_192) pieces.push(String.fromCodePoint(...bytes.subarray(start, start + 8_192)));
  return btoa(pieces.join(''));
}
