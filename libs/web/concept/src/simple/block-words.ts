import type { PlainBlockFragment } from '@konzeptwerkstatt/web-data';
import type { Translate } from '@konzeptwerkstatt/web-ui';
import { firstWords } from '@konzeptwerkstatt/web-ui';

const kindKeys = {
  PARAGRAPH: 'concept.blockKind.paragraph', HEADING2: 'concept.blockKind.heading2', HEADING3: 'concept.blockKind.heading3', HEADING4: 'concept.blockKind.heading4', QUOTE: 'concept.blockKind.quote',
  BULLET_ITEM: 'concept.blockKind.bulletItem', ORDERED_ITEM: 'concept.blockKind.orderedItem', GOAL: 'concept.goal.one', MEASURE: 'concept.measure.one', TABLE: 'concept.toolbar.table',
  PICTURE: 'concept.picture.one', INDICATOR: 'concept.indicator.one',
} as const;

/** What a block is, for people. */
export const kindName = (t: Translate, kind: PlainBlockFragment['kind']): string => t(kindKeys[kind]);

const shownLetters = 40;

/** What a block is and how it begins: `Absatz „Die Stadt …“`. */
export function blockName(t: Translate, { kind, text }: Pick<PlainBlockFragment, 'kind' | 'text'>): string {
  const words = firstWords(text, shownLetters);
  return words === '' ? t('concept.simple.unnamed', { kind: kindName(t, kind) }) : t('concept.simple.named', { kind: kindName(t, kind), words });
}
