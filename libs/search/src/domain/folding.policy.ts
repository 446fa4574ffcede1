/** Changes with the rules below; entries with another number are made anew. */
export const FOLDING = 1;

/**
 * Writes words the one way in which they are compared: small letters; ä, ae and a alike (also ö, ü, ß and all accents); the
 * forms of gender as the plain word: Bürger:innen, Bürger*innen, Bürger_innen, Bürger/-innen, BürgerInnen and Bürgerinnen are all
 * `burger`. Both what is stored and what is asked for go through here, so a rule may be rough as long as it is the same.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\u00ad/g, '')
    .toLowerCase()
    .replace(/(\p{L})(?:[:*_·](?:innen|in|r|n|e|m|s)|\/-?(?:innen|in))(?!\p{L})/gu, '$1')
    // Four letters before it, so that "beginnen" and "gewinnen" stay what they are. Looked for behind: `\p{L}{4,}` in front is quadratic on a long run of letters.
    .replace(/(?<=\p{L}{4})innen(?!\p{L})/gu, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    // Not after a vowel (neue, Bauer) or q (Quelle), where nobody means ü.
    .replace(/(?<![aeoq])ue/g, 'u');
}

/** The folded words of a text. */
export function foldedWords(text: string): string[] {
  return fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
