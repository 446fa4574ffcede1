import { Field, InputType } from '@nestjs/graphql';

/** Base of every mutation's input: `@InputType() class AddMeasureInput extends MutationInput`. */
@InputType({ isAbstract: true })
export abstract class MutationInput {
  @Field(() => String, { description: 'Chosen by the client; the same key gives the same answer and one effect, for seven days.' })
  idempotencyKey!: string;
}
