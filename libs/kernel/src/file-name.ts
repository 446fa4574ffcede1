/** Longest name of a file without its ending, in characters. */
const LONGEST = 120;

/**
 * The name of a file that is handed out: words of a title with single blanks between them, without signs that a file system or a shell stumbles over.
 * @param ending without its dot
 */
export function fileName(title: string, ending: string): string {
  const words = [...title.replaceAll(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ').trim()].slice(0, LONGEST).join('').trim();
  return `${words}.${ending}`;
}
