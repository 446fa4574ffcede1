import { describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import { addAccount, post, signIn, useApi } from './api-harness.js';

const api = useApi();
const id = (type: string, uuid: string): string => encodeGlobalId(type, uuid);
const MISSING = '01900000-0000-7000-8000-000000000000';

describe('what belongs to another municipality', () => {
  it('answers like what does not exist', async () => {
    const [own, foreign] = [await addAccount(api), await addAccount(api)];
    const cookie = await signIn(api, own);
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    for (const [type, uuid] of [['Organisation', foreign.organisationId], ['Municipality', foreign.municipalityId]] as const) {
      const answer = await post(api, node, { cookie, variables: { id: id(type, uuid) } });
      const missing = await post(api, node, { cookie, variables: { id: id(type, MISSING) } });
      expect([answer.data, answer.errors]).toEqual([missing.data, missing.errors]);
      expect(answer.data).toEqual({ node: null });
    }
    const mine = await post(api, node, { cookie, variables: { id: id('Organisation', own.organisationId) } });
    expect(mine.data).toEqual({ node: { id: id('Organisation', own.organisationId) } });
  });

  it('does not stand in the list of organisations', async () => {
    const own = await addAccount(api);
    const neighbour = await addAccount(api, own.municipalityId);
    await addAccount(api);
    const { data } = await post(api, '{ organisations { totalCount edges { node { uuid } } } }', { cookie: await signIn(api, own) });
    const { organisations } = data as { organisations: { totalCount: number; edges: { node: { uuid: string } }[] } };
    expect(organisations.totalCount).toBe(2);
    expect(organisations.edges.map(({ node }) => node.uuid).sort()).toEqual([own.organisationId, neighbour.organisationId].sort());
  });

  it('cannot be acted for', async () => {
    const [own, foreign] = [await addAccount(api), await addAccount(api)];
    const answer = await post(api, 'mutation ($id: ID!) { actAs(input: { organisationId: $id, idempotencyKey: "a" }) { viewer { actingOrganisation { uuid } } errors { code path } } }', {
      cookie: await signIn(api, own), variables: { id: id('Organisation', foreign.organisationId) },
    });
    expect(answer.data).toEqual({ actAs: { viewer: { actingOrganisation: { uuid: own.organisationId } }, errors: [{ code: 'UNKNOWN_ORGANISATION', path: ['organisationId'] }] } });
  });

  it("keeps somebody's sessions hers", async () => {
    const [own, foreign] = [await addAccount(api), await addAccount(api)];
    const foreignCookie = await signIn(api, foreign);
    const sessions = await post(api, '{ viewer { sessions { edges { node { id isCurrent } } } } }', { cookie: foreignCookie });
    const session = (sessions.data as { viewer: { sessions: { edges: { node: { id: string; isCurrent: boolean } }[] } } }).viewer.sessions.edges[0]?.node;
    expect(session?.isCurrent).toBe(true);
    const end = 'mutation ($id: ID!) { endSession(input: { sessionId: $id, idempotencyKey: "e" }) { errors { code } } }';
    const answer = await post(api, end, { cookie: await signIn(api, own), variables: { id: session?.id } });
    expect(answer.errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await post(api, '{ viewer { person { uuid } } }', { cookie: foreignCookie })).data).not.toEqual({ viewer: null });
  });
});

describe('somebody who is not signed in', () => {
  it('gets no organisations', async () => {
    const answer = await post(api, '{ organisations { totalCount } }');
    expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
