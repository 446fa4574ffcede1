import { refuse } from '../document-model.errors.js';
import { MAX_TITLE_LENGTH } from '../fields/field-vocabulary.js';
import { assertStorable } from './text-block.factory.js';

/** One line without blanks around it. Throws TITLE_EMPTY, TITLE_TOO_LONG, TEXT_FORBIDDEN_CHARACTER. */
export function toTitle(title: string): string {
  assertStorable(title);
  const line = title.replace(/\s+/g, ' ').trim();
  if (line === '') throw refuse('TITLE_EMPTY', 'Bitte einen Titel eingeben.');
  if (line.length > MAX_TITLE_LENGTH) throw refuse('TITLE_TOO_LONG', `Der Titel darf höchstens ${MAX_TITLE_LENGTH} Zeichen haben.`, { maxLength: MAX_TITLE_LENGTH });
  return line;
}
