import { describe, expect, it } from '@jest/globals';
import { useApi } from './api-harness.js';
import { connect, runOnSocket } from './socket-client.js';

const api = useApi();

const selfNested = (depth: number): string => `{ organisations { edges { node { ${'parent { '.repeat(depth)}name${' }'.repeat(depth)} } } } }`;

/** Documents that ask for too much, and the code they get. */
const corpus: readonly (readonly [string, string, string])[] = [
  ['a depth of more than 16', selfNested(14), 'QUERY_TOO_COMPLEX'],
  ['more than 50 aliases', `{ ${Array.from({ length: 51 }, (_, index) => `a${index}: viewer { person { uuid } }`).join(' ')} }`, 'QUERY_TOO_COMPLEX'],
  ['10,000 directives', `{ viewer ${'@skip(if: false) '.repeat(10_000)} { person { uuid } } }`, 'QUERY_TOO_COMPLEX'],
  ['51 directives', `{ viewer ${'@include(if: true) '.repeat(51)} { person { uuid } } }`, 'QUERY_TOO_COMPLEX'],
  ['10,000 nested braces', `${'{ a '.repeat(10_000)}${'}'.repeat(10_000)}`, 'QUERY_TOO_COMPLEX'],
  ['a cycle of fragments', 'fragment A on Viewer { ...B } fragment B on Viewer { ...A } { viewer { ...A } }', 'BAD_USER_INPUT'],
  ['a page of 1,000,000', '{ organisations(first: 1000000) { totalCount } }', 'BAD_USER_INPUT'],
  ['a page of 0', '{ organisations(first: 0) { totalCount } }', 'BAD_USER_INPUT'],
  ['introspection', '{ __schema { types { name } } }', 'BAD_USER_INPUT'],
  ['a syntax error', '{ viewer ', 'BAD_USER_INPUT'],
  ['an unknown field', '{ viewr { person { uuid } } }', 'BAD_USER_INPUT'],
  ['an unknown input field', 'mutation { signIn(input: { email: "a", password: "b", role: "administrator" }) { errors { code } } }', 'BAD_USER_INPUT'],
];

async function overHttp(query: string): Promise<{ status: number; code: string; text: string }> {
  const response = await fetch(`${api.origin}/graphql`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }) });
  const text = await response.text();
  return { status: response.status, code: (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code ?? '', text };
}

describe('limits of an operation', () => {
  it.each(corpus)('refuse %s over HTTP', async (_name, query, code) => {
    const answer = await overHttp(query);
    expect([answer.status, answer.code]).toEqual([400, code]);
    expect(answer.text).not.toMatch(/Did you mean|stacktrace|node_modules/);
  });

  it.each(corpus)('refuse %s over a socket with the same code', async (_name, query, code) => {
    const socket = await connect(api, { origin: api.origin });
    const { errors } = await runOnSocket(socket, query);
    socket.terminate();
    expect(errors[0]?.extensions.code).toBe(code);
    expect(errors[0]?.extensions.correlationId).toMatch(/^[\da-f-]{36}$/);
    expect(JSON.stringify(errors)).not.toMatch(/Did you mean/);
  });

  it('let an ordinary operation through on both ways', async () => {
    const response = await fetch(`${api.origin}/graphql`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"query":"{ viewer { person { uuid } } }"}' });
    expect(await response.json()).toEqual({ data: { viewer: null } });
    const socket = await connect(api, { origin: api.origin });
    expect(await runOnSocket(socket, '{ viewer { person { uuid } } }')).toMatchObject({ data: { viewer: null }, errors: [] });
    socket.terminate();
  });

  it('hold for fragments that fan out', async () => {
    const fragments = Array.from({ length: 12 }, (_, index) => `fragment F${index} on Organisation { ...F${index + 1} parent { ...F${index + 1} } }`).join(' ');
    const started = performance.now();
    const answer = await overHttp(`${fragments} fragment F12 on Organisation { parent { name } } { organisations { edges { node { ...F0 } } } }`);
    expect(answer.status).toBe(400);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
