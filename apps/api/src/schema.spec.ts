import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';
import { printedSchema } from './schema.js';

describe('the committed schema.graphql', () => {
  let printed = '';
  let schema: GraphQLSchema;

  beforeAll(async () => {
    printed = await printedSchema();
    schema = buildSchema(printed);
  });

  it('is what the code prints (npm run schema brings it up to date)', () => {
    expect(printed).toBe(readFileSync(join(import.meta.dirname, '../../../schema.graphql'), 'utf8'));
  });

  it('gives every mutation one input with a key and a payload with errors', () => {
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    expect(fields.length).toBeGreaterThan(30);
    for (const { name, args, type } of fields) {
      const payload = schema.getType(String(type).replace(/!$/, ''));
      expect([name, args.map((argument) => argument.name), isObjectType(payload) && String(payload.getFields()['errors']?.type)]).toEqual([name, ['input'], '[UserError!]!']);
    }
  });

  it('describes every field of its types', () => {
    const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
    const bare = types.flatMap((type) => (isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()).filter((field) => !field.description).map((field) => `${type.name}.${field.name}`) : []));
    expect(bare).toEqual([]);
  });
});
