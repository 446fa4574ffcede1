import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { WordCorrectionsType } from './word-corrections.type.js';

@InputType({ description: 'A Word document that was made of an edition and comes back with corrections.' })
export class StartWordCorrectionsInput extends MutationInput {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => String, { description: 'Raw id of the file, as `POST /files?purpose=concept.word-document` answered.' })
  fileId!: string;
}

@InputType({ description: 'A difference that is to be taken over.' })
export class AcceptedDifferenceInput {
  @Field(() => String, { description: 'Its key.' })
  key!: string;

  @Field(() => String, { description: 'The text as it was seen (`liveText`).' })
  expected!: string;
}

@InputType({ description: 'Which differences of one section are taken over.' })
export class ApplyWordCorrectionsInput extends MutationInput {
  @Field(() => String, { description: 'Raw id of the document with corrections.' })
  correctionsUuid!: string;

  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;

  @Field(() => [AcceptedDifferenceInput], { description: 'Those that are taken over, at most 500.' })
  accepted!: AcceptedDifferenceInput[];
}

@ObjectType({ description: 'Answer of startWordCorrections. Codes: EDITION_FROZEN, FILE_GONE.' })
export class StartWordCorrectionsPayload extends MutationPayload {
  @Field(() => WordCorrectionsType, { nullable: true, description: 'The document; null when nothing was done.' })
  wordCorrections!: WordCorrectionsType | null;
}

@ObjectType({ description: 'Answer of applyWordCorrections. Codes: EDITION_FROZEN, IMPORT_NOT_READY, NOTHING_TO_APPLY; with the place in `accepted`: STALE_VALUE, VALUE_NOT_ALLOWED, TEXT_TOO_LONG, TITLE_TOO_LONG, TITLE_REQUIRED.' })
export class ApplyWordCorrectionsPayload extends MutationPayload {
  @Field(() => WordCorrectionsType, { nullable: true, description: 'The document; null when nothing was done.' })
  wordCorrections!: WordCorrectionsType | null;

  @Field(() => Int, { description: 'How many differences were taken over: all that were accepted, or none.' })
  takenCount!: number;
}
