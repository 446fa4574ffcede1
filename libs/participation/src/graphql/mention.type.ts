import { Field, ObjectType } from '@nestjs/graphql';
import { MentionKindEnum } from './participation.enums.js';

/** A mention in a text. */
@ObjectType('Mention', { description: 'A person or organisation that a text mentions; the text names it behind "@".' })
export class MentionType {
  @Field(() => String, { description: 'Raw id of the mention.' })
  uuid!: string;

  @Field(() => MentionKindEnum, { description: 'Which of both.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'Its name, as it stands in the text behind "@"; null after erasure and where the municipality shows no persons, "…" then stands in the text.' })
  name!: string | null;
}

/** Somebody who can be mentioned, or was. */
@ObjectType('Mentionable', { description: 'A person or organisation that can be mentioned: a text sent off with `@[person:…]` or `@[organisation:…]`, each with the raw id, does so.' })
export class MentionableType {
  @Field(() => MentionKindEnum, { description: 'Which of both.' })
  kind!: string;

  @Field(() => String, { description: 'Raw id of the person or organisation.' })
  uuid!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'An organisation that the person belongs to.' })
  organisationName!: string | null;
}
