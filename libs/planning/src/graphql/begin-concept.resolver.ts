import { Inject } from '@nestjs/common';
import { Args, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { editionLoader, EditionType, InstrumentKindEnum, toEdition } from '@konzeptwerkstatt/concept';
import { commandContext, CurrentActor, MutationInput, MutationPayload, Requested, settle, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { BeginConceptCommand, type BeginConcept } from '../commands/begin-concept.command.js';

@InputType({ description: 'A concept to be begun.' })
export class BeginConceptInput extends MutationInput {
  @Field(() => InstrumentKindEnum, { description: 'What kind of concept.' })
  instrumentKind!: BeginConcept['instrumentKind'];

  @Field(() => String, { description: 'Title of the concept.' })
  title!: string;

  @Field(() => Int, { description: 'Year of the edition.' })
  year!: number;

  @Field(() => [String], { description: 'Titles of the fields of action, at least one unless it starts empty; each becomes a section.' })
  fieldsOfAction!: string[];

  @Field(() => Boolean, { description: 'Whether it is to be the first one of the municipality.' })
  isFirst!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether it may start without sections, to be filled from a file.' })
  startsEmpty?: boolean | null;
}

@ObjectType({ description: 'What became of beginning a concept. Codes: TITLE_REQUIRED, TITLE_TOO_LONG, YEAR_INVALID, FIELD_REQUIRED, FIELD_TWICE, TOO_MANY_FIELDS, CONCEPT_BEGUN.' })
export class BeginConceptPayload extends MutationPayload {
  @Field(() => EditionType, { nullable: true, description: 'The new edition.' })
  edition!: EditionType | null;
}

/** Beginning a concept with all it takes to write in it. */
@Resolver()
export class BeginConceptResolver {
  constructor(@Inject(BeginConceptCommand) private readonly begin: BeginConceptCommand) {}

  @Mutation(() => BeginConceptPayload, { description: 'Begins a process with a concept, its first edition and a section for each field of action.' })
  async beginConcept(@Args('input') input: BeginConceptInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<BeginConceptPayload> {
    const { instrumentKind, title, year, fieldsOfAction, isFirst, startsEmpty } = input;
    const command = commandContext(actor, context.correlationId, 'beginConcept', input);
    const { value, errors } = await settle(this.begin.run(command, { instrumentKind, title, year, fieldsOfAction, isFirst, startsEmpty: startsEmpty === true }));
    const row = value === null ? null : await context.loader(editionLoader).load(value);
    return { edition: row === null ? null : toEdition(row), errors };
  }
}
