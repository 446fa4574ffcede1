import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';

/** An expected failure that the person at the form can mend. */
@InterfaceType('UserError', {
  description: 'An expected failure that the person at the form can mend.',
  resolveType: (value: { readonly __typename?: string }) => value.__typename,
})
export abstract class UserErrorType {
  readonly __typename?: string;

  @Field(() => String, { description: 'Stable code; the client has the sentence for it.' })
  code!: string;

  @Field(() => String, { description: 'A German sentence, for clients without one of their own.' })
  message!: string;

  @Field(() => [String], { description: 'Names from the input down to the field.' })
  path!: string[];
}

/** A field does not take the value. */
@ObjectType('FieldError', { implements: () => [UserErrorType], description: 'A field does not take the value.' })
export class FieldErrorType extends UserErrorType {}

/** Somebody else changed the value meanwhile. `changedBy` is added by identity, which knows organisations. */
@ObjectType('StaleValueError', { implements: () => [UserErrorType], description: 'Somebody else changed the value meanwhile.' })
export class StaleValueErrorType extends UserErrorType {
  @Field(() => String, { nullable: true, description: 'The value as it is now.' })
  currentValue!: string | null;

  /** Raw id of the organisation that changed it, where known. */
  changedByOrganisationId!: string | null;
}

/** The edition is adopted and no longer changes. */
@ObjectType('FrozenError', { implements: () => [UserErrorType], description: 'The edition is adopted and no longer changes.' })
export class FrozenErrorType extends UserErrorType {}

/** Base of every payload: `@ObjectType() class AddMeasurePayload extends MutationPayload`. */
@ObjectType({ isAbstract: true })
export abstract class MutationPayload {
  @Field(() => [UserErrorType], { description: 'Why nothing was done; empty when it was.' })
  errors!: UserErrorType[];
}
