import type { Translate } from '@konzeptwerkstatt/web-ui';
import type { Authorship } from './author-index.js';

/** How many looks there are: eight colours, and a line of its own for each, so that the colour is not the only sign. */
const LOOKS = 8;

/** An organisation in the legend and at its passages. */
export interface ShownAuthor {
  readonly key: string;
  readonly name: string;
  /** As it stands at the passages. */
  readonly shortName: string;
  /** Class of its colour and of the line under its words. */
  readonly look: string;
  readonly percent: number;
  readonly characters: number | null;
  readonly people: readonly { readonly name: string; readonly characters: number }[] | null;
}

function namesOf({ key, organisation }: Authorship['shares'][number], t: Translate): Pick<ShownAuthor, 'name' | 'shortName'> {
  if (organisation) return { name: organisation.name, shortName: organisation.shortName ?? organisation.name };
  const name = t(key === 'guests' ? 'concept.authorship.guests' : 'concept.authorship.nobody');
  return { name, shortName: name };
}

/** Gives each organisation its look once, so that it keeps it while shares change. */
export class AuthorLooks {
  private readonly places = new Map<string, number>();

  look(key: string): string {
    const place = this.places.get(key) ?? this.places.size;
    this.places.set(key, place);
    return `kw-person-colour--${place % LOOKS} kw-author-line--${place % LOOKS}`;
  }
}

export function shownAuthors({ shares }: Authorship, looks: AuthorLooks, t: Translate): ShownAuthor[] {
  return shares.map((share) => {
    const { name, shortName } = namesOf(share, t);
    const people = share.people?.map((person) => ({ name: person.displayName ?? t('concept.authorship.former', { organisation: shortName }), characters: person.characters })) ?? null;
    return { key: share.key, name, shortName, look: looks.look(share.key), percent: share.percent, characters: share.characters ?? null, people };
  });
}
