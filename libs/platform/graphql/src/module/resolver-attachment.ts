import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

/** What answers a field, or what subscribes to it and makes an answer of each event. */
export type FieldResolvers = GraphQLFieldResolver<unknown, unknown> | { readonly resolve?: GraphQLFieldResolver<unknown, unknown>; readonly subscribe?: GraphQLFieldResolver<unknown, unknown> };

/**
 * Puts resolvers to the fields that they are for. Changes the schema in place.
 * @param resolvers by type and field
 * @throws Error for a resolver of something that the schema does not have
 */
export function attachResolvers(schema: GraphQLSchema, resolvers: Readonly<Record<string, Readonly<Record<string, FieldResolvers>>>>): void {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`Resolvers of ${typeName}, which is no object type of the schema`);
    for (const [fieldName, resolver] of Object.entries(fields)) {
      const field = type.getFields()[fieldName];
      if (field === undefined) throw new Error(`A resolver of ${typeName}.${fieldName}, which is not in the schema`);
      Object.assign(field, typeof resolver === 'function' ? { resolve: resolver } : resolver);
    }
  }
}
