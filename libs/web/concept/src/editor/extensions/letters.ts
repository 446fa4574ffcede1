import * as Y from 'yjs';

/** One place in a text's history: a letter that stands there, or without a sign one that was deleted. */
export interface Letter {
  readonly sign: string;
  readonly client: number;
  readonly clock: number;
}

export const signsOf = (letters: readonly Letter[]): string => letters.map(({ sign }) => sign).join('');

/** All that ever stood in a text, in its order; marks have no place. */
export function lettersOf(text: Y.XmlText): Letter[] {
  const letters: Letter[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    const words = item.content instanceof Y.ContentString ? item.content.str : '';
    if (words === '' && !item.deleted) continue;
    for (let index = 0; index < item.length; index++) {
      letters.push({ sign: item.deleted ? '' : words.charAt(index), client: item.id.client, clock: item.id.clock + index });
    }
  }
  return letters;
}

/** All texts below a part of the document. */
export function textsIn(part: Y.XmlFragment): Y.XmlText[] {
  return part.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsIn(child) : [];
  });
}
