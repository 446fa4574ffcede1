import { connect as connectTcp } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { useApi } from './api-harness.js';

const api = useApi();

/** An answer's status and code. */
async function ask(path: string, init: RequestInit = {}): Promise<[number, string | undefined]> {
  const response = await fetch(`${api.origin}${path}`, init);
  const text = await response.text();
  expect(text).not.toMatch(/node_modules|stacktrace|PrismaClient/);
  const { errors } = JSON.parse(text) as { errors?: { extensions: { code: string; correlationId: string } }[] };
  if (errors?.[0]) expect(errors[0].extensions.correlationId).toMatch(/^[\da-f-]{36}$/);
  return [response.status, errors?.[0]?.extensions.code];
}

const json = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json'): RequestInit => ({ method: 'POST', headers: { 'Content-Type': type }, body });
const query = '{"query":"{ viewer { person { uuid } } }"}';

describe('a malformed request', () => {
  it.each([
    ['a body that is no JSON', json('{'), 400, 'BAD_USER_INPUT'],
    ['an empty body', json(' '), 400, 'BAD_USER_INPUT'],
    ['a body without a query', json('{}'), 400, 'BAD_USER_INPUT'],
    ['an array of operations', json(`[${query},${query}]`), 400, 'BAD_USER_INPUT'],
    ['a body nested 10,000 deep', json(`{"query":"{ viewer { person { uuid } } }","variables":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`), 400, 'BAD_USER_INPUT'],
    ['a body of 2 MB', json(`{"query":"${'x'.repeat(2_000_000)}"}`), 413, 'PAYLOAD_TOO_LARGE'],
    ['another media type', json('<a/>', 'application/xml'), 415, 'UNSUPPORTED_MEDIA'],
    ['UTF-16', json(new Uint8Array(Buffer.from(query, 'utf16le')), 'application/json; charset=utf-16'), 415, 'UNSUPPORTED_MEDIA'],
    ['bytes that are no UTF-8', json(new Uint8Array([0x22, 0xff, 0xfe, 0x22])), 400, 'BAD_USER_INPUT'],
    ['a form of a foreign page', json(query, 'text/plain'), 400, 'BAD_USER_INPUT'],
  ])('with %s gets a code of the closed set', async (_name, init, status, code) => {
    expect(await ask('/graphql', init)).toEqual([status, code]);
  });

  it('by GET without a header that only scripts can send is taken for forged', async () => {
    expect(await ask(`/graphql?query=${encodeURIComponent('{ viewer { person { uuid } } }')}`)).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('does not change Object.prototype', async () => {
    await ask('/graphql', json('{"query":"{ viewer { person { uuid } } }","variables":{"__proto__":{"polluted":true}}}'));
    expect('polluted' in {}).toBe(false);
  });

  it('with headers of more than 16 kB is refused by the listener', async () => {
    const { hostname, port } = new URL(api.origin);
    const socket = connectTcp(Number(port), hostname);
    socket.write(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`);
    const [data] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(data.toString()).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('other addresses', () => {
  it('that do not exist answer NOT_FOUND in the same shape', async () => {
    expect(await ask('/nothing.js')).toEqual([404, 'NOT_FOUND']);
    expect(await ask('/files/unknown')).toEqual([404, 'NOT_FOUND']);
    expect(await ask('/files/..%2f..%2fetc%2fpasswd')).toEqual([404, 'NOT_FOUND']);
    expect(await ask('/collab/x')).toEqual([404, 'NOT_FOUND']);
    expect(await ask('/somewhere', { method: 'DELETE' })).toEqual([404, 'NOT_FOUND']);
  });

  it('carry headers that let nothing foreign in, and name no product', async () => {
    const { headers } = await fetch(`${api.origin}/health/live`);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'; script-src 'self';");
    expect(headers.get('content-security-policy')).not.toContain('unsafe-eval');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect([headers.get('x-powered-by'), headers.get('server')]).toEqual([null, null]);
  });
});

describe('health', () => {
  it('says ready while the database answers', async () => {
    expect(await ask('/health/live')).toEqual([200, undefined]);
    expect(await ask('/health/ready')).toEqual([200, undefined]);
  });
});
