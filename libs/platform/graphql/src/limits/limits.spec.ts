import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse, type GraphQLObjectType } from 'graphql';
import { documentDepth, exceededLimits } from './document-limits.rule.js';
import { isJsonTextDeeperThan, isValueDeeperThan } from './json-depth.js';
import { operationCost, operationErrors } from './operation-cost.js';
import { unstorablePath } from './storable-arguments.js';

const schema = buildSchema(`
  type Query { things(first: Int! = 50): ThingConnection! thing: Thing tags: [Thing!]! }
  type ThingConnection { edges: [ThingEdge!]! totalCount: Int } type ThingEdge { node: Thing! cursor: String! }
  type Thing { name: String parent: Thing things(first: Int! = 50): ThingConnection! }`);

function request(query: string, variables: Record<string, unknown> = {}): Parameters<typeof operationCost>[0] {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return { schema, document, operation, variables };
}

describe('the cost of an operation', () => {
  it.each([
    ['{ thing { name } }', 1], ['{ thing { parent { name } } }', 2], ['{ things(first: 10) { edges { node { name } } } }', 11], ['{ things { totalCount } }', 1],
    ['{ things(first: 10) { edges { node { name things(first: 5) { edges { node { name } } } } } } }', 71], ['{ tags { name } }', 10],
    ['{ a: thing { ...F } b: thing { ...F } } fragment F on Thing { parent { name } }', 4],
  ])('%s is %d', (query, cost) => expect(operationCost(request(query))).toBe(cost));

  it('counts the price that a field names, as often as it is asked for', () => {
    const priced = buildSchema('type Query { things(first: Int! = 50): ThingConnection! } type ThingConnection { edges: [ThingEdge!]! } type ThingEdge { node: Thing! } type Thing { text: String }');
    const thing = priced.getType('Thing') as GraphQLObjectType;
    Object.assign(thing.getFields()['text'] ?? {}, { extensions: { cost: 250 } });
    expect(operationCost({ ...request('{ things(first: 10) { edges { node { text again: text } } } }'), schema: priced })).toBe(1 + 10 * 501);
  });

  it('counts the price of a field that gives an object', () => {
    const priced = buildSchema('type Query { thing: Thing } type Thing { name: String }');
    Object.assign(priced.getQueryType()?.getFields()['thing'] ?? {}, { extensions: { cost: 600 } });
    expect(operationCost({ ...request('{ thing { name } again: thing { name } }'), schema: priced })).toBe(2 * 601);
  });

  it('takes page sizes from variables and their defaults', () => {
    expect(operationCost(request('query ($n: Int!) { things(first: $n) { edges { node { name } } } }', { n: 7 }))).toBe(8);
    expect(operationCost(request('query ($n: Int! = 3) { things(first: $n) { edges { node { name } } } }'))).toBe(4);
  });

  it.each([{ n: 101 }, { n: 0 }, { n: 'x' }, { n: 1.5 }])('refuses a page of %j', (variables) => {
    expect(operationErrors(request('query ($n: Int!) { things(first: $n) { totalCount } }', variables))[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('refuses lists in lists in lists', () => {
    const query = '{ things(first: 100) { edges { node { things(first: 100) { edges { node { things(first: 100) { edges { node { name } } } } } } } } } }';
    expect(operationErrors(request(query))[0]?.extensions['code']).toBe('QUERY_TOO_COMPLEX');
  });

  it('ends for fragments that name each other', () => {
    expect(operationCost(request('{ thing { ...A } } fragment A on Thing { ...B } fragment B on Thing { ...A }'))).toBe(1);
  });
});

describe('the depth of a document', () => {
  it('follows fragments', () => {
    expect(documentDepth(parse('{ a { ...F } } fragment F on T { b { c } }'))).toBe(3);
    expect(documentDepth(parse('{ a { ... on T { b } } }'))).toBe(2);
  });

  it('is measured at once for fragments that fan out', () => {
    const fragments = Array.from({ length: 60 }, (_, index) => `fragment F${index} on T { ...F${index + 1} ...F${index + 1} }`).join(' ');
    expect(documentDepth(parse(`{ a { ...F0 } } ${fragments} fragment F60 on T { b }`))).toBe(2);
  });
});

describe('a document within the limits', () => {
  it('has no errors', () => expect(exceededLimits(parse('mutation { signIn(input: {}) { errors } }'))).toEqual([]));

  it('tries one password at most', () => {
    expect(exceededLimits(parse('mutation { a: signIn(input: {}) { errors } b: signIn(input: {}) { errors } }'))).toHaveLength(1);
    expect(exceededLimits(parse('mutation A { signIn(input: {}) { errors } } mutation B { signIn(input: {}) { errors } }'))).toHaveLength(1);
  });

  it.each(['guestDoor(code: "A")', 'joinGathering(input: {})', 'returnToGathering(input: {})'])('tries one code or phrase of a gathering at most: %s', (field) => {
    expect(exceededLimits(parse(`{ a: ${field} { errors } }`))).toEqual([]);
    expect(exceededLimits(parse(`{ a: ${field} { errors } b: ${field} { errors } }`))).toHaveLength(1);
  });
});

describe('nesting of JSON', () => {
  it.each([['[[1]]', false], ['[[[1]]]', true], ['"[[[["', false], ['["\\"[[["]', false], ['{"a":{"b":{}}}', true]])('of %s is beyond two: %s', (text, expected) => {
    expect(isJsonTextDeeperThan(text, 2)).toBe(expected);
    expect(isValueDeeperThan(JSON.parse(text), 2)).toBe(expected);
  });
});

describe('text that cannot be stored', () => {
  it('is named by its place', () => {
    expect(unstorablePath({ a: 'ok', b: [{ c: 'x\u0000' }] })).toEqual(['b', '0', 'c']);
    expect(unstorablePath({ a: '\ud800' })).toEqual(['a']);
    expect(unstorablePath({ a: 'Ä 👩‍👩‍👧', d: new Date(), n: null, k: 1 })).toBeNull();
  });
});
