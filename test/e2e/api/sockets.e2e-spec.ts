import { describe, expect, it } from '@jest/globals';
import { addAccount, post, signIn, useApi } from './api-harness.js';
import { closed, connect, open, runOnSocket } from './socket-client.js';

const api = useApi();
const VIEWER = '{ viewer { person { email } } }';

describe('an upgrade', () => {
  it('takes the cookie from a page of the same origin', async () => {
    const account = await addAccount(api);
    const socket = await connect(api, { origin: api.origin, cookie: await signIn(api, account) });
    expect(await runOnSocket(socket, VIEWER)).toMatchObject({ data: { viewer: { person: { email: account.email } } } });
    socket.terminate();
  });

  it('takes a bearer token without any origin', async () => {
    const account = await addAccount(api);
    const cookie = await signIn(api, account);
    const issued = await post(api, 'mutation { issueApiToken(input: { name: "Skript", expiresInDays: 1, idempotencyKey: "t" }) { token errors { code } } }', { cookie });
    const { token } = (issued.data as { issueApiToken: { token: string } }).issueApiToken;
    expect(token).toMatch(/^kwt_/);
    const socket = await connect(api, { authorization: `Bearer ${token}` });
    expect(await runOnSocket(socket, VIEWER)).toMatchObject({ data: { viewer: { person: { email: account.email } } } });
    socket.terminate();
  });

  it('is refused from a foreign origin, without one but a cookie, and with a wrong token', async () => {
    const cookie = await signIn(api, await addAccount(api));
    await expect(open(api, { origin: 'https://evil.example', cookie })).rejects.toThrow('403');
    await expect(open(api, { cookie })).rejects.toThrow('403');
    await expect(open(api, {})).rejects.toThrow('403');
    await expect(open(api, { authorization: 'Bearer kwt_0000000000000000000000000000' })).rejects.toThrow('401');
  });

  it('to an unknown path is answered and closed', async () => {
    await expect(open(api, { origin: api.origin }, '/elsewhere')).rejects.toThrow('404');
    await expect(open(api, { origin: api.origin }, '/graphql/more')).rejects.toThrow('404');
  });

  it('never agrees on compression', async () => {
    const socket = await connect(api, { origin: api.origin });
    expect(socket.extensions).toBe('');
    socket.terminate();
  });
});

describe('an open socket', () => {
  it('closes with 4403 within two seconds when its session ends', async () => {
    const account = await addAccount(api);
    const cookie = await signIn(api, account);
    const socket = await connect(api, { origin: api.origin, cookie });
    const started = performance.now();
    const end = closed(socket);
    await post(api, 'mutation { signOut(input: { idempotencyKey: "o" }) { errors { code } } }', { cookie });
    expect(await end).toBe(4403);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('closes with 4403 when its API token is revoked', async () => {
    const cookie = await signIn(api, await addAccount(api));
    const issued = await post(api, 'mutation { issueApiToken(input: { name: "Skript", expiresInDays: 1, idempotencyKey: "t" }) { token apiToken { id } } }', { cookie });
    const { token, apiToken } = (issued.data as { issueApiToken: { token: string; apiToken: { id: string } } }).issueApiToken;
    const end = closed(await connect(api, { authorization: `Bearer ${token}` }));
    await post(api, 'mutation ($id: ID!) { revokeApiToken(input: { apiTokenId: $id, idempotencyKey: "r" }) { errors { code } } }', { cookie, variables: { id: apiToken.id } });
    expect(await end).toBe(4403);
  });

  it('stays open when somebody else signs out', async () => {
    const socket = await connect(api, { origin: api.origin, cookie: await signIn(api, await addAccount(api)) });
    const other = await signIn(api, await addAccount(api));
    await post(api, 'mutation { signOut(input: { idempotencyKey: "o" }) { errors { code } } }', { cookie: other });
    expect(await runOnSocket(socket, VIEWER)).toMatchObject({ errors: [] });
    socket.terminate();
  });

  it('is cut off by a message of more than 256 KiB', async () => {
    const socket = await open(api, { origin: api.origin });
    const end = closed(socket);
    socket.send('x'.repeat(300 * 1024));
    expect(await end).toBe(1009);
  });

  it.each([
    ['4400 for what is no message', 4400, ['not json']],
    ['4401 for an operation before the initialisation', 4401, [JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ viewer { person { uuid } } }' } })]],
    ['4429 for a second initialisation', 4429, [JSON.stringify({ type: 'connection_init' }), JSON.stringify({ type: 'connection_init' })]],
  ])('closes with %s', async (_name, code, frames) => {
    const socket = await open(api, { origin: api.origin });
    const end = closed(socket);
    for (const frame of frames) socket.send(frame);
    expect(await end).toBe(code);
  });

  it('answers deep variables with an error', async () => {
    const socket = await connect(api, { origin: api.origin });
    const deep = JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`) as object;
    expect((await runOnSocket(socket, VIEWER, deep)).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    socket.terminate();
  });

  it('answers a wrong variable with BAD_USER_INPUT, not as a failure of the program', async () => {
    const socket = await connect(api, { origin: api.origin });
    const { errors } = await runOnSocket(socket, 'query ($first: Int) { organisations(first: $first) { totalCount } }', { first: 'many' });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    socket.terminate();
  });
});
