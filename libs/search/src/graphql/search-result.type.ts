import { ArgsType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { derivedId } from '@konzeptwerkstatt/kernel';
import { ConnectionArgs, createConnection, encodeGlobalId, IdentifiedType, upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
import { SEARCH_KINDS } from '../domain/search-entry.js';
import type { SearchHit } from '../queries/search.reader.js';

export const SearchKindEnum = upperCaseEnum(SEARCH_KINDS);
registerEnumType(SearchKindEnum, { name: 'SearchKind', description: 'What can be found.' });

/** What is searched for. */
@ArgsType()
export class SearchArgs extends ConnectionArgs {
  @Field(() => String, { description: 'Words, at most 200 characters. All of them must be found; word forms, umlauts, forms of gender and typing errors are forgiven.' })
  text!: string;

  @Field(() => [SearchKindEnum], { nullable: true, description: 'Only these kinds; all by default.' })
  kinds?: string[] | null;
}

/** A stretch of a text. */
@ObjectType('MarkedText', { description: 'A stretch of a text.' })
export class MarkedTextType {
  @Field(() => String, { description: 'The words.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether they are what was searched for.' })
  isMatch!: boolean;
}

/** Something found, and the place it leads to. */
@ObjectType('SearchResult', { description: 'Something found, and the place it leads to.' })
export class SearchResultType extends IdentifiedType {
  @Field(() => SearchKindEnum, { description: 'What it is.' })
  kind!: string;

  @Field(() => String, { description: 'Raw id of the section, goal, measure, organisation or indicator.' })
  uuid!: string;

  @Field(() => [MarkedTextType], { description: 'Its title or name; of a goal or measure nobody has named yet, empty.' })
  title!: readonly MarkedTextType[];

  @Field(() => [MarkedTextType], { description: 'Some words around the first one found.' })
  excerpt!: readonly MarkedTextType[];

  @Field(() => String, { nullable: true, description: 'Raw id of the block in the text that it leads to; null: the beginning.' })
  blockId!: string | null;

  /** For the edge to the section. */
  sectionId!: string | null;
}

export const { Connection: SearchResultConnection } = createConnection(SearchResultType, 'SearchResult');

/** A hit as the API shows it. */
export function toSearchResult({ objectId, kind, ...hit }: SearchHit): SearchResultType {
  return { id: encodeGlobalId('SearchResult', derivedId(objectId, 'search')), uuid: objectId, kind, ...hit };
}
