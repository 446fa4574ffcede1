import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A part of something else that has an id of its own but is not asked for by it: clients keep it in their cache under the id. */
@ObjectType({ isAbstract: true })
export abstract class IdentifiedType {
  @Field(() => ID, { description: 'Opaque and stable; made for the API only.' })
  id!: string;
}
