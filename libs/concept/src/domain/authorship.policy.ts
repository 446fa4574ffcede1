import type { DocumentAuthors, TextAuthor } from '@konzeptwerkstatt/contracts';

/** Names the group of words of guests, and of words that no person wrote. */
export const GUESTS = 'guests';
export const NO_ORGANISATION = 'none';

/** What one person of an organisation has written; without an id she was erased. */
export interface PersonShare {
  readonly personId: string | null;
  /** UTF-16 units. */
  readonly characters: number;
}

/** What one organisation has written. */
export interface AuthorShare {
  /** Raw id of the organisation, `guests` or `none`. */
  readonly key: string;
  readonly organisationId: string | null;
  readonly characters: number;
  /** Of all words, rounded to whole per cent. */
  readonly percent: number;
  /** Who wrote most first. */
  readonly persons: readonly PersonShare[];
}

/** The group that words of an author are shown in. */
export function shareKey({ organisationId, guestId }: TextAuthor): string {
  return guestId !== null ? GUESTS : organisationId ?? NO_ORGANISATION;
}

/** Who wrote how much of some texts, by organisation; who wrote most first. */
export function sharesOf(documents: readonly DocumentAuthors[]): AuthorShare[] {
  const groups = new Map<string, { readonly author: TextAuthor; characters: number; readonly persons: Map<string | null, number> }>();
  let total = 0;
  for (const { authors, passages } of documents) {
    for (const { from, to, author: index } of passages) {
      const author = authors[index];
      if (author === undefined) continue;
      const key = shareKey(author);
      const group = groups.get(key) ?? { author, characters: 0, persons: new Map<string | null, number>() };
      group.characters += to - from;
      group.persons.set(author.personId, (group.persons.get(author.personId) ?? 0) + to - from);
      groups.set(key, group);
      total += to - from;
    }
  }
  const shares = [...groups].map(([key, { author, characters, persons }]): AuthorShare => ({
    key, characters, organisationId: key === GUESTS ? null : author.organisationId, percent: Math.round((100 * characters) / total),
    // Guests and what nobody wrote have no persons.
    persons: key === GUESTS || key === NO_ORGANISATION ? [] : [...persons].map(([personId, written]) => ({ personId, characters: written })).sort((one, other) => other.characters - one.characters),
  }));
  return shares.sort((one, other) => other.characters - one.characters || (one.key < other.key ? -1 : 1));
}
