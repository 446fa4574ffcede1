/** Longest name of a file without its ending, in characters. */
const LONGEST = 120;

/** A part of a name this long or shorter, with whole words where the first one fits: half a word at the end says nothing. @param blank between its words */
export function wholeWords(words: string, longest: number, blank = ' '): string {
  const characters = [...words];
  if (characters.length <= longest) return words;
  const cut = characters.slice(0, longest).join('');
  const end = characters[longest] === blank ? cut.length : cut.lastIndexOf(blank);
  return end > 0 ? cut.slice(0, end) : cut;
}

/**
 * The name of a file that is handed out: words of a title with single blanks between them, without signs that a file system or a shell stumbles over.
 * @param ending without its dot
 */
export function fileName(title: string, ending: string): string {
  return `${wholeWords(title.replaceAll(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ').trim(), LONGEST)}.${ending}`;
}
