import { beforeAll, describe, expect, it } from '@jest/globals';
import { addAccount, post, signIn, useApi, type Account } from './api-harness.js';

const api = useApi();
const ADD = 'mutation ($details: OrganisationDetailsInput!, $key: String!) { addOrganisation(input: { details: $details, idempotencyKey: $key }) { organisation { id uuid name reach { mailbox revision contactPerson { name } } } errors { code path } } }';
const CHANGE = 'mutation ($id: ID!, $revision: Int!, $details: OrganisationDetailsInput!) { changeOrganisation(input: { organisationId: $id, revision: $revision, details: $details, idempotencyKey: "x" }) { organisation { name reach { revision deputy { name email } } } errors { code path } } }';
const PREVIEW = 'query ($rows: [OrganisationImportRowInput!]!) { organisationImportPreview(rows: $rows) { line outcome changed problems { code path } } }';
const IMPORT = 'mutation ($rows: [OrganisationImportRowInput!]!, $key: String!) { importOrganisations(input: { rows: $rows, idempotencyKey: $key }) { added changed unchanged errors { code path } } }';
const details = (name: string, more: object = {}) => ({ name, kind: 'MIGRANT_ORGANISATION', language: 'de', ...more });

let office: Account;
let cookie: string;

/** A person who administers her municipality. */
async function makeAdministrator({ personId, municipalityId }: Account): Promise<void> {
  await api.database.prisma.client.grant.create({
    data: { id: crypto.randomUUID(), municipalityId, subjectKind: 'person', subjectId: personId, role: 'administrator', scopeKind: 'municipality', scopeId: municipalityId, originKind: 'test', originId: personId },
  });
}

beforeAll(async () => {
  office = await addAccount(api);
  await makeAdministrator(office);
  cookie = await signIn(api, office);
});

const names = async (): Promise<string[]> => (await api.database.prisma.client.organisation.findMany({ where: { municipalityId: office.municipalityId }, select: { name: true } })).map(({ name }) => name);

describe('the entry of an organisation', () => {
  it('is added with its contacts, and no second one of its name', async () => {
    const added = await post(api, ADD, { cookie, variables: { key: 'a', details: details(' Brücke  e. V. ', { mailbox: 'POST@bruecke.example', contactPerson: { name: 'Erika' } }) } });
    expect(added.data).toMatchObject({ addOrganisation: { organisation: { name: 'Brücke e. V.', reach: { mailbox: 'post@bruecke.example', revision: 1, contactPerson: { name: 'Erika' } } }, errors: [] } });
    const again = await post(api, ADD, { cookie, variables: { key: 'b', details: details('brücke e. v.') } });
    expect(again.data).toMatchObject({ addOrganisation: { organisation: null, errors: [{ code: 'ORGANISATION_NAME_TAKEN', path: ['name'] }] } });
  });

  it('is not changed over what somebody else has changed meanwhile', async () => {
    const { data } = await post(api, ADD, { cookie, variables: { key: 'c', details: details('Hafen') } });
    const { id } = (data as { addOrganisation: { organisation: { id: string } } }).addOrganisation.organisation;
    const change = (revision: number, more: object) => post(api, CHANGE.replace('"x"', `"${crypto.randomUUID()}"`), { cookie, variables: { id, revision, details: details('Hafen', more) } });
    expect((await change(1, { deputy: { name: 'Ali', email: 'ali@hafen.example' } })).data).toMatchObject({ changeOrganisation: { organisation: { reach: { revision: 2, deputy: { email: 'ali@hafen.example' } } }, errors: [] } });
    expect((await change(1, { deputy: { name: 'Eva' } })).data).toMatchObject({ changeOrganisation: { errors: [{ code: 'ORGANISATION_CHANGED' }] } });
  });

  it('shows members of other organisations no address', async () => {
    const member = await addAccount(api, office.municipalityId);
    const { data } = await post(api, '{ organisations { edges { node { name mayAdminister reach { mailbox } } } } }', { cookie: await signIn(api, member) });
    const nodes = (data as { organisations: { edges: { node: { reach: unknown; mayAdminister: boolean } }[] } }).organisations.edges;
    expect(nodes.length).toBeGreaterThan(1);
    for (const { node } of nodes) expect(node).toMatchObject({ reach: null, mayAdminister: false });
  });
});

describe('a list of organisations', () => {
  const rows = [
    { line: 2, name: 'Neue Wege', kind: 'MO', mailbox: 'post@neuewege.example', contactName: 'Sara', contactEmail: 'sara@neuewege.example' },
    { line: 3, name: 'Brücke e. V.', contactPhone: '0341 1234' },
  ];

  it('says what it would do and writes nothing', async () => {
    const before = await names();
    const { data } = await post(api, PREVIEW, { cookie, variables: { rows } });
    expect(data).toEqual({ organisationImportPreview: [{ line: 2, outcome: 'NEW', changed: [], problems: [] }, { line: 3, outcome: 'CHANGED', changed: ['contactPerson'], problems: [] }] });
    expect(await names()).toEqual(before);
  });

  it('with one wrong row is not taken over at all', async () => {
    const before = await names();
    const { data } = await post(api, IMPORT, { cookie, variables: { rows: [...rows, { line: 9, name: 'Falsch', kind: 'Kegelclub' }], key: 'i0' } });
    expect(data).toEqual({ importOrganisations: { added: null, changed: null, unchanged: null, errors: [{ code: 'KIND_UNKNOWN', path: ['rows', '9', 'kind'] }] } });
    expect(await names()).toEqual(before);
  });

  it('is taken over, and a second time changes nothing', async () => {
    expect((await post(api, IMPORT, { cookie, variables: { rows, key: 'i1' } })).data).toEqual({ importOrganisations: { added: 1, changed: 1, unchanged: 0, errors: [] } });
    const events = async () => (await api.database.pool.query(`SELECT count(*)::int AS count FROM engine.outbox_event WHERE name LIKE 'identity.organisation.%'`)).rows[0] as { count: number };
    const { count } = await events();
    expect((await post(api, IMPORT, { cookie, variables: { rows, key: 'i2' } })).data).toEqual({ importOrganisations: { added: 0, changed: 0, unchanged: 2, errors: [] } });
    expect((await events()).count).toBe(count);
  });

  it('of a thousand rows is taken over at once', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ line: index + 2, name: `Verein Nummer ${index}`, kind: 'Verein', contactName: 'Wer', contactEmail: `wer${index}@example.org` }));
    expect((await post(api, IMPORT, { cookie, variables: { rows: many, key: 'i3' } })).data).toMatchObject({ importOrganisations: { added: 1000, errors: [] } });
    const { errors } = await post(api, PREVIEW, { cookie, variables: { rows: [...many, { line: 2000, name: 'Eine zu viel', kind: 'Verein' }] } });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }, 30_000);
});
