import { describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { Test } from '@nestjs/testing';
import { Args, Field, GraphQLSchemaBuilderModule, GraphQLSchemaFactory, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { printSchema } from 'graphql';
import { ConnectionArgs, createConnection, MutationPayload, NodeType, type Page } from './index.js';

@ObjectType('Thing', { implements: () => [NodeType] })
class ThingType extends NodeType {
  @Field(() => String)
  name!: string;
}

const { Connection: ThingConnection } = createConnection(ThingType, 'Thing');

@ObjectType()
class AddThingPayload extends MutationPayload {
  @Field(() => ThingType, { nullable: true })
  thing!: ThingType | null;
}

@Resolver(() => ThingType)
class ThingResolver {
  @Query(() => ThingConnection)
  things(@Args() _args: ConnectionArgs): Page<ThingType> | null {
    return null;
  }

  @Mutation(() => AddThingPayload)
  addThing(): AddThingPayload {
    return { thing: null, errors: [] };
  }
}

describe('types that contexts build on', () => {
  it('become a schema with a connection, a node and payload errors', async () => {
    const module = await Test.createTestingModule({ imports: [GraphQLSchemaBuilderModule] }).compile();
    const printed = printSchema(await module.get(GraphQLSchemaFactory).create([ThingResolver]));
    expect(printed).toContain('type Thing implements Node {');
    expect(printed).toContain('things(');
    expect(printed).toContain('): ThingConnection!');
    expect(printed).toContain('edges: [ThingEdge!]!');
    expect(printed).toContain('errors: [UserError!]!');
    expect(printed).toContain('first: Int! = 50');
  });
});
