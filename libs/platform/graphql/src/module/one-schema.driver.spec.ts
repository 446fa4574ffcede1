import { describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { ApolloDriver } from '@nestjs/apollo';
import { Args, Field, GraphQLModule, GraphQLSchemaHost, InputType, Mutation, ObjectType, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { Test } from '@nestjs/testing';
import { buildSchema, graphql, type GraphQLSchema, isObjectType, parse, printSchema, subscribe } from 'graphql';
import { NodeType } from '../ids/node.type.js';
import { OneSchemaDriver } from './one-schema.driver.js';
import { attachResolvers } from './resolver-attachment.js';

@ObjectType('Place', { implements: () => [NodeType] })
class PlaceType extends NodeType {
  readonly __typename = 'Place';

  @Field(() => String)
  name!: string;
}

@InputType()
class RenamePlaceInput {
  @Field(() => String)
  name!: string;
}

const leipzig = Object.assign(new PlaceType(), { id: '1', name: 'Leipzig' });

@Resolver(() => PlaceType)
class PlaceResolver {
  private readonly suffix = ' an der Pleiße';

  @Query(() => NodeType, { nullable: true })
  node(@Args('id', { type: () => String }) id: string): NodeType | null {
    return id === leipzig.id ? leipzig : null;
  }

  @Mutation(() => PlaceType)
  renamePlace(@Args('input') { name }: RenamePlaceInput): PlaceType {
    return Object.assign(new PlaceType(), { id: '2', name });
  }

  @ResolveField(() => String)
  fullName(@Parent() { name }: PlaceType): string {
    return name + this.suffix;
  }

  @Subscription(() => String, { resolve: (event: { readonly word: string }) => event.word.toUpperCase() })
  async *said(): AsyncGenerator<{ readonly word: string }> {
    yield { word: 'hallo' };
  }
}

async function schemaBy(driver: typeof ApolloDriver): Promise<GraphQLSchema> {
  const module = await Test.createTestingModule({ imports: [GraphQLModule.forRoot({ driver, autoSchemaFile: true })], providers: [PlaceResolver] }).compile();
  await module.init();
  return module.get(GraphQLSchemaHost, { strict: false }).schema;
}

const resolvedFields = (schema: GraphQLSchema): string[] => Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'))
  .flatMap((type) => Object.values(isObjectType(type) ? type.getFields() : {}).map(({ name, resolve, subscribe: source }) => `${type.name}.${name} ${typeof resolve} ${typeof source}`)).sort();

describe('the schema that the driver makes', () => {
  it('says the same as Nest\'s own, with resolvers at the same fields', async () => {
    const [own, nests] = [await schemaBy(OneSchemaDriver), await schemaBy(ApolloDriver)];
    expect(printSchema(own)).toBe(printSchema(nests));
    expect(resolvedFields(own)).toEqual(resolvedFields(nests));
  });

  it('answers queries behind an interface, mutations and fields with the resolver\'s own object', async () => {
    const schema = await schemaBy(OneSchemaDriver);
    const source = 'query { node(id: "1") { __typename id ... on Place { name fullName } } nobody: node(id: "9") { id } }';
    expect((await graphql({ schema, source })).data).toEqual({ node: { __typename: 'Place', id: '1', name: 'Leipzig', fullName: 'Leipzig an der Pleiße' }, nobody: null });
    expect((await graphql({ schema, source: 'mutation { renamePlace(input: { name: "Rostock" }) { fullName } }' })).data).toEqual({ renamePlace: { fullName: 'Rostock an der Pleiße' } });
  });

  it('subscribes, and makes an answer of each event', async () => {
    const answers = await subscribe({ schema: await schemaBy(OneSchemaDriver), document: parse('subscription { said }') });
    if (!(Symbol.asyncIterator in answers)) throw new Error('no subscription');
    const words: unknown[] = [];
    for await (const { data } of answers) words.push(data?.['said']);
    expect(words).toEqual(['HALLO']);
  });
});

describe('resolvers of something that is not there', () => {
  it.each([
    ['a type', { Village: { name: () => null } }, 'Resolvers of Village'],
    ['a field', { Query: { age: () => null } }, 'A resolver of Query.age'],
  ])('are refused: %s', (_what, resolvers, message) => {
    expect(() => attachResolvers(buildSchema('type Query { name: String }'), resolvers)).toThrow(message);
  });
});
