import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaOptions } from '@konzeptwerkstatt/platform-graphql';
import { contextGraphqlModules } from './context-modules.registry.js';

@Module({ imports: [GraphQLSchemaBuilderModule] })
class SchemaModule {}

const HEADER = '# Printed from the code by `npm run schema`; a test tells when it is out of date.\n\n';

/** The public schema as text, without a database: resolvers are read, never made. */
export async function printedSchema(): Promise<string> {
  const resolvers = contextGraphqlModules.flatMap((module) => (Reflect.getMetadata('providers', module as object) ?? []) as Type[]);
  const app = await NestFactory.createApplicationContext(SchemaModule, { logger: false });
  const schema = await app.get(GraphQLSchemaFactory).create(resolvers, buildSchemaOptions);
  await app.close();
  return `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`;
}
