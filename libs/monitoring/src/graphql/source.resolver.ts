import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { PUBLISHED_SOURCES } from '../domain/published-source.js';
import type { PublishedSource } from '../domain/published-source.js';

/** A work whose text or figures are shown. */
@ObjectType('Source', { description: 'A work whose text or figures are shown.' })
export class SourceType implements PublishedSource {
  @Field(() => String, { description: 'Short name.' })
  key!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'Who wrote it.' })
  authors!: string;

  @Field(() => String, { description: 'Who published it.' })
  publisher!: string;

  @Field(() => Int, { description: 'When.' })
  year!: number;

  @Field(() => String, { nullable: true, description: 'DOI, without an address in front of it.' })
  doi!: string | null;

  @Field(() => String, { description: 'Where to read it.' })
  url!: string;

  @Field(() => String, { description: 'Licence.' })
  licence!: string;

  @Field(() => String, { description: 'Text of the licence.' })
  licenceUrl!: string;

  @Field(() => String, { description: 'What it is used for here.' })
  usedFor!: string;

  @Field(() => String, { description: 'The line to be shown with it.' })
  attribution!: string;
}

/** The page that names sources. */
@Resolver()
export class SourceResolver {
  @Query(() => [SourceType], { description: 'Works whose text or figures are shown, with their licences. Readable without signing in.' })
  sources(): readonly PublishedSource[] {
    return PUBLISHED_SOURCES;
  }
}
