import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { MAX_PAGE_SIZE } from '../connection/connection.args.js';
import { LIMITS } from './limits.js';
import { operationCost } from './operation-cost.js';

const root = join(import.meta.dirname, '../../../../..');
const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'));

/** Everything the browser client asks, in one document, because operations share fragments. */
function ownDocument(): DocumentNode {
  const web = join(root, 'libs/web');
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) => /^[\w-]+\/src\/operations\/[\w-]+\.graphql$/.test(file));
  return parse(files.map((file) => readFileSync(join(web, file), 'utf8')).join('\n'));
}

/** The cost with the largest page that each variable lets somebody ask for. */
function largestCost(document: DocumentNode, operation: OperationDefinitionNode): number {
  const variables = Object.fromEntries((operation.variableDefinitions ?? []).map(({ variable, defaultValue }) =>
    [variable.name.value, defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : MAX_PAGE_SIZE]));
  return operationCost({ schema, document, operation, variables });
}

describe('the limit of cost', () => {
  const document = ownDocument();
  const costs = document.definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [{ name: definition.name?.value ?? '', cost: largestCost(document, definition) }] : []));

  it("leaves the product's own operations room to double, and others no more than twice that", () => {
    const dearest = Math.max(...costs.map(({ cost }) => cost));
    expect(LIMITS.cost).toBeGreaterThanOrEqual(2 * dearest);
    expect(LIMITS.cost).toBeLessThanOrEqual(4 * dearest);
  });
});
