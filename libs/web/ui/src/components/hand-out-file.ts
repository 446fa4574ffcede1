/** How long the browser may take to fetch the file it was given, in milliseconds. */
const lifetime = 60_000;

/**
 * Gives somebody a file as a download.
 * @param content what is in it, with its media type
 * @param name its name with its ending; signs that are not letters, digits, spaces, hyphens or dots are left out
 */
export function handOutFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replaceAll(/[^\p{L}\p{M}\p{N} .-]+/gu, '').trim();
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), lifetime);
}
