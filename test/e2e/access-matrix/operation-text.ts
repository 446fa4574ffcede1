import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '@konzeptwerkstatt/test-support';
import { buildSchema, getNamedType, isInterfaceType, isLeafType, isListType, isNonNullType, isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { MatrixRow } from './matrix-row.js';

/** The schema as it is committed; a test of the API holds it against the running one. */
export const schema: GraphQLSchema = buildSchema(readFileSync(join(checkout, 'schema.graphql'), 'utf8'));

const rootTypes = ['Query', 'Mutation', 'Subscription'] as const;

/** Every operation that needs a row; `Query.node` one for each type. */
export function operationsOfSchema(): string[] {
  const nodeType = schema.getType('Node');
  const nodeTypes = isInterfaceType(nodeType) ? schema.getPossibleTypes(nodeType).map(({ name }) => `Query.node(${name})`) : [];
  const fields = rootTypes.flatMap((root) => Object.keys((schema.getType(root) as GraphQLObjectType).getFields()).map((field) => `${root}.${field}`));
  return [...fields.filter((field) => field !== 'Query.node'), ...nodeTypes].sort();
}

/** Root type and field that a row is about. */
export function fieldOf({ operation }: MatrixRow): { readonly root: string; readonly name: string } {
  const [root = '', name = ''] = operation.replace(/\(.*\)$/, '').split('.');
  return { root, name };
}

/** What is directly below a payload: its errors, and of each object that there is. */
function payloadSelection(field: GraphQLField<unknown, unknown>): string {
  const payload = getNamedType(field.type);
  const fields = isObjectType(payload) ? Object.values(payload.getFields()) : [];
  const objects = fields.filter(({ name, type }) => name !== 'errors' && isObjectType(getNamedType(type)) && !isListType(isNonNullType(type) ? type.ofType : type));
  return `errors { code path message } ${objects.map(({ name }) => `${name} { __typename }`).join(' ')}`;
}

/** The row's operation as text: all arguments as variables, pages of twenty. */
export function operationText(row: MatrixRow): string {
  const { root, name } = fieldOf(row);
  const field = (schema.getType(root) as GraphQLObjectType).getFields()[name];
  if (field === undefined) throw new Error(`${row.operation} is not in the schema`);
  const variables = field.args.filter((argument) => argument.name !== 'first');
  const declared = variables.length === 0 ? '' : `(${variables.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ')})`;
  const passed = field.args.map((argument) => (argument.name === 'first' ? 'first: 20' : `${argument.name}: $${argument.name}`));
  const call = `${name}${passed.length === 0 ? '' : `(${passed.join(', ')})`}`;
  const selection = isLeafType(getNamedType(field.type)) ? '' : `{ ${row.selection ?? payloadSelection(field)} }`;
  return `${root.toLowerCase()} ${declared} { ${call} ${selection} }`;
}
