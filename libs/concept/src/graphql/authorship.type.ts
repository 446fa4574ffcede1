import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { shareKey } from '../domain/authorship.policy.js';
import type { AuthorShare } from '../domain/authorship.policy.js';
import type { TextAuthorship, VisibleAuthorship } from '../queries/authorship.reader.js';

/** What a person has written. */
@ObjectType('AuthorPerson', { description: 'What a person has written.' })
export class AuthorPersonType {
  @Field(() => String, { nullable: true, description: 'Her name; null for a former member, whose name was erased.' })
  displayName!: string | null;

  @Field(() => Int, { description: 'How many characters of the text are hers.' })
  characters!: number;
}

/** What an organisation has written. */
@ObjectType('AuthorShare', { description: 'What an organisation has written.' })
export class AuthorShareType {
  @Field(() => String, { description: 'Names it within this answer: raw id of the organisation, `guests`, or `none` for words that nobody in particular wrote.' })
  key!: string;

  @Field(() => Int, { description: 'Its share of the text in per cent, rounded.' })
  percent!: number;

  @Field(() => Int, { nullable: true, description: 'How many characters of the text are its; null unless the municipality shows that.' })
  characters!: number | null;

  @Field(() => [AuthorPersonType], { nullable: true, description: 'Its people, who wrote most first; null unless the municipality shows that.' })
  people!: AuthorPersonType[] | null;

  organisationId!: string | null;
}

/** Neighbouring words of one organisation. */
@ObjectType('AuthoredPassage', { description: 'Neighbouring words of one organisation.' })
export class AuthoredPassageType {
  @Field(() => String, { description: 'The block it stands in.' })
  blockId!: string;

  @Field(() => Int, { description: 'Where it begins, in UTF-16 units of the block’s own text (of a goal or measure: its title); a line break counts one.' })
  from!: number;

  @Field(() => Int, { description: 'Where it ends.' })
  to!: number;

  @Field(() => String, { description: 'The key of whose it is.' })
  shareKey!: string;

  organisationId!: string | null;
}

/** Whose words stand under clocks of a Yjs client id. */
@ObjectType('AuthorSource', { description: 'Whose words stand under clocks of a client id of the shared document; entries with an end go before those without.' })
export class AuthorSourceType {
  @Field(() => Float, { description: 'Client id of the shared document.' })
  clientId!: number;

  @Field(() => Float, { description: 'First clock.' })
  from!: number;

  @Field(() => Float, { nullable: true, description: 'First clock behind it; null: all of them.' })
  to!: number | null;

  @Field(() => String, { description: 'The key of whose they are.' })
  shareKey!: string;
}

/** Who wrote all texts of an edition. */
@ObjectType('EditionAuthorship', { description: 'Who wrote the texts of an edition.' })
export class EditionAuthorshipType {
  @Field(() => Boolean, { description: 'Whether persons and numbers are shown to the viewer.' })
  showsDetail!: boolean;

  @Field(() => [AuthorShareType], { description: 'What each organisation has written, who wrote most first; few.' })
  shares!: AuthorShareType[];
}

/** Who wrote a section's text. */
@ObjectType('SectionAuthorship', { description: 'Who wrote a section’s text as it is now.' })
export class SectionAuthorshipType extends EditionAuthorshipType {
  @Field(() => [AuthoredPassageType], { description: 'Its passages in order.' })
  passages!: AuthoredPassageType[];

  @Field(() => [AuthorSourceType], { description: 'The same for who has the shared document open.' })
  sources!: AuthorSourceType[];
}

function toShare({ key, organisationId, percent, characters, persons }: AuthorShare, names: ReadonlyMap<string, string> | null): AuthorShareType {
  const people = names === null ? null : persons.map((person) => ({ displayName: person.personId === null ? null : names.get(person.personId) ?? null, characters: person.characters }));
  return { key, organisationId, percent, characters: names === null ? null : characters, people };
}

export function toEditionAuthorship({ shares, names }: VisibleAuthorship): EditionAuthorshipType {
  return { showsDetail: names !== null, shares: shares.map((share) => toShare(share, names)) };
}

/** By organisation: neighbouring passages of two of its people are one. */
export function toSectionAuthorship(authorship: TextAuthorship): SectionAuthorshipType {
  const { authors, passages, sources } = authorship.text;
  const keys = authors.map(shareKey);
  const joined: AuthoredPassageType[] = [];
  for (const { blockId, from, to, author } of passages) {
    const key = keys[author] ?? '';
    const last = joined.at(-1);
    if (last !== undefined && last.blockId === blockId && last.to === from && last.shareKey === key) last.to = to;
    else joined.push({ blockId, from, to, shareKey: key, organisationId: authors[author]?.guestId ? null : authors[author]?.organisationId ?? null });
  }
  return {
    ...toEditionAuthorship(authorship), passages: joined,
    sources: sources.map(({ clientId, from, to, author }) => ({ clientId, from, to, shareKey: keys[author] ?? '' })),
  };
}
