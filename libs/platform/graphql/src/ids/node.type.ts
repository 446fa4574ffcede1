import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** Whatever has an id of its own. Objects that are answered for `Node` itself carry `__typename` (the registry sets it). */
@InterfaceType('Node', {
  description: 'Whatever has an id of its own.',
  resolveType: (value: { readonly __typename?: string }) => value.__typename,
})
export abstract class NodeType {
  @Field(() => ID, { description: 'Opaque and stable; made for the API only.' })
  id!: string;
}
