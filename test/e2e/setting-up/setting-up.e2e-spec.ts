import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPlainDatabase, GraphqlVisitor, pause, startServer, type StartedServer, type PlainDatabase } from '@konzeptwerkstatt/test-support';
import { change, founder, password, printedToken, town, upload } from './founder.js';
import { keptColumns, otherColumns, shownColumns } from './columns-of-persons.js';
import { columnsNaming, columnsOfPersons, fillEveryTable, tablesWithRowsOf } from './rows-of-a-municipality.js';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const setUp = (visitor: GraphqlVisitor, input: object) => change(visitor, 'setUpInstallation', { ...founder, ...town, ...input }, 'viewer { person { email } }');

let database: PlainDatabase;
let server: StartedServer;
let admin: GraphqlVisitor;
/** Of whoever of the two at the same moment became the first administrator. */
let adminEmail = '';
const nobody = (): GraphqlVisitor => GraphqlVisitor.anonymous(server.origin);
const start = (): Promise<StartedServer> => startServer({ databaseUrl: database.url, seed: 'none' });

beforeAll(async () => {
  database = await createPlainDatabase();
  server = await start();
}, 240_000);
afterAll(async () => {
  await server.stop();
  await database.drop();
}, 30_000);

describe('the first administrator', () => {
  it('needs the newest link that the server has printed', async () => {
    const old = printedToken(server) ?? '';
    await server.stop();
    server = await start();
    expect(printedToken(server)).not.toBe(old);
    expect((await setUp(nobody(), { token: old })).codes).toEqual(['LINK_EXPIRED']);
    expect((await setUp(nobody(), { token: 'erraten' })).codes).toEqual(['LINK_UNKNOWN']);
  }, 60_000);

  it('learns everything that is wrong at once, and the link still works', async () => {
    const token = printedToken(server) ?? '';
    const { codes } = await setUp(nobody(), { token, ags: '1405999', email: 'leitung', password: 'kurz', passwordConfirmation: 'anders', officeName: ' ' });
    expect([...codes].sort()).toEqual(['AGS_FORMAT', 'EMAIL_INVALID', 'NAME_REQUIRED', 'PASSWORD_NOT_REPEATED', 'PASSWORD_TOO_SHORT']);
    expect((await setUp(nobody(), { token, password: 'aaaaaaaaaaaaa', passwordConfirmation: 'aaaaaaaaaaaaa' })).codes).toEqual(['PASSWORD_GUESSABLE']);
    const look = await nobody().get('query ($token: String!) { setupLink(purpose: INSTALLATION, token: $token) { state municipalityName } }', { token });
    expect(look['setupLink']).toEqual({ state: 'OPEN', municipalityName: null });
  });

  it('is one of two who use the link at the same moment; nobody after her', async () => {
    const token = printedToken(server) ?? '';
    const outcomes = await Promise.all([setUp(nobody(), { token }), setUp(nobody(), { token, email: 'zweite@stadt.example.org', ags: '01058888' })]);
    expect(outcomes.map(({ codes }) => codes.length).sort()).toEqual([0, 1]);
    expect(outcomes.flatMap(({ codes }) => codes)).toEqual(['LINK_USED']);
    expect((await setUp(nobody(), { token })).codes).toEqual(['LINK_USED']);
    const { rows } = await database.pool.query('SELECT email FROM persons');
    expect(rows).toHaveLength(1);
    adminEmail = (rows[0] as { email: string }).email;
    admin = await GraphqlVisitor.signIn(server.origin, adminEmail, password);
    const { viewer } = await admin.get<{ viewer: object }>('{ viewer { mayAdminister runsInstallation installation { municipalities { totalCount } } municipality { ags } setup { step } } }');
    expect(viewer).toEqual({ mayAdminister: true, runsInstallation: true, installation: { municipalities: { totalCount: 1 } }, municipality: { ags: expect.stringMatching(/^0105/) }, setup: { step: 'LOOK' } });
  });

  it('is there once: a later start prints no link', async () => {
    await server.stop();
    server = await start();
    expect(printedToken(server)).toBeNull();
    admin = await GraphqlVisitor.signIn(server.origin, (await database.pool.query<{ email: string }>('SELECT email FROM persons')).rows[0]?.email ?? '', password);
  }, 180_000);
});

describe('the look', () => {
  it('takes a picture and shows it to everybody, with headers that let it do nothing', async () => {
    const { id } = await upload(admin, Uint8Array.from(png));
    expect((await fetch(`${server.origin}/files/${id}`)).status).toBe(404);
    const { payload } = await change<{ municipality: { logoPath: string } }>(admin, 'setMunicipalityLogo', { fileId: id }, 'municipality { logoPath }');
    const response = await fetch(`${server.origin}${payload.municipality.logoPath}`);
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true);
    expect(Object.fromEntries(['content-type', 'x-content-type-options', 'content-security-policy', 'content-disposition'].map((name) => [name, response.headers.get(name)]))).toEqual({
      'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'content-disposition': expect.stringMatching(/^attachment/),
    });
  });

  it.each([
    ['a logo that is a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'FILE_SVG_REFUSED'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'FILE_TYPE_REFUSED'],
    ['half a picture', Uint8Array.from(png.subarray(0, 40)), 'LOGO_BROKEN'],
    ['nothing', '', 'FILE_EMPTY'],
  ])('refuses %s', async (_what, content, code) => expect(await upload(admin, content)).toEqual({ status: 422, id: null, codes: [code] }));

  it('refuses uploads from foreign pages, of people without the right, and what is far too large', async () => {
    expect((await upload(admin, Uint8Array.from(png), { origin: 'https://evil.example' })).status).toBe(403);
    expect((await upload(nobody(), Uint8Array.from(png))).status).toBe(401);
    expect((await upload(admin, Uint8Array.from(png), { purpose: 'identity.unknown' })).status).toBe(404);
    expect((await upload(admin, new Uint8Array(600_000))).status).toBe(413);
  });

  it('takes a colour that can be read only', async () => {
    expect((await change(admin, 'setMunicipalityColour', { colour: '#ffcc00' })).codes).toEqual(['COLOUR_CONTRAST']);
    expect((await change(admin, 'setMunicipalityColour', { colour: 'red; background: url(//evil)' })).codes).toEqual(['COLOUR_FORMAT']);
    expect((await change(admin, 'setMunicipalityColour', { colour: '#1B5E20' })).codes).toEqual([]);
  });
});

describe('the first concept', () => {
  it('is noted until it is begun, so that one can leave and come back', async () => {
    await change(admin, 'planConcept', { kind: 'CONCEPT', title: 'Integrationskonzept', fields: ['Bildung', ''] });
    await change(admin, 'goToSetupStep', { step: 'CONCEPT' });
    const again = await admin.get<{ viewer: { setup: object } }>('{ viewer { setup { step plannedConcept { kind title fields } } } }');
    expect(again.viewer.setup).toEqual({ step: 'CONCEPT', plannedConcept: { kind: 'CONCEPT', title: 'Integrationskonzept', fields: ['Bildung', ''] } });
  });

  it('is not begun with one field of action twice, whatever its capitals and spaces', async () => {
    const input = { instrumentKind: 'CONCEPT', title: 'Integrationskonzept', year: 2026, fieldsOfAction: ['Bildung', 'Wohnen', ' bildung '], isFirst: true };
    expect((await change(admin, 'beginConcept', input)).codes).toEqual(['FIELD_TWICE']);
    expect((await admin.get<{ editions: { totalCount: number } }>('{ editions(first: 1) { totalCount } }')).editions.totalCount).toBe(0);
  });

  it('is begun once by two administrators who finish at the same moment, and can be written in at once', async () => {
    const input = { instrumentKind: 'CONCEPT', title: 'Integrationskonzept', year: 2026, fieldsOfAction: ['Bildung', 'Wohnen'], isFirst: true };
    const begin = () => change<{ edition: { sections: { edges: { node: { title: string; kind: string; mayWrite: boolean } }[] } } | null }>(
      admin, 'beginConcept', input, 'edition { sections(first: 10) { edges { node { title kind mayWrite } } } }');
    const outcomes = await Promise.all([begin(), begin()]);
    expect(outcomes.flatMap(({ codes }) => codes)).toEqual(['CONCEPT_BEGUN']);
    const sections = outcomes.flatMap(({ payload }) => payload.edition?.sections.edges.map(({ node }) => node) ?? []);
    expect(sections).toEqual(['Bildung', 'Wohnen'].map((title) => ({ title, kind: 'FIELD_OF_ACTION', mayWrite: true })));
    const step = async (): Promise<unknown> => (await admin.get<{ viewer: { setup: { step: unknown } } }>('{ viewer { setup { step } } }')).viewer.setup.step;
    for (let tries = 0; tries < 50 && (await step()) !== null; tries++) await pause(100);
    expect(await step()).toBeNull();
  });
});

describe('further municipalities', () => {
  it('belong to a county only by their key, and are taken over by a link that works once', async () => {
    const county = await change<{ municipality: { id: string } }>(admin, 'createMunicipality', { name: 'Musterkreis', ags: '01053000', kind: 'COUNTY' }, 'municipality { id }');
    const countyId = county.payload.municipality.id;
    const member = { name: 'Kleinmusterstadt', kind: 'COUNTY_MEMBER', countyId };
    expect((await change(admin, 'createMunicipality', { ...member, ags: '01054001' })).codes).toEqual(['COUNTY_MISMATCH']);
    const { payload } = await change<{ token: string; municipality: { id: string } }>(admin, 'createMunicipality', { ...member, ags: '01053001' }, 'token municipality { id county { name } }');
    expect(payload).toMatchObject({ municipality: { county: { name: 'Musterkreis' } } });
    const known = async () => (await database.pool.query<{ name: string; kind: string; represents: string | null }>('SELECT o.name, o.kind, m.name AS represents FROM organisations o LEFT JOIN municipalities m ON m.id = o.represented_municipality_id JOIN municipalities c ON c.id = o.municipality_id WHERE c.name = $1', ['Musterkreis'])).rows;
    expect(await known()).toEqual([{ name: 'Kleinmusterstadt', kind: 'municipality', represents: 'Kleinmusterstadt' }]);
    const renewed = await change<{ token: string }>(admin, 'renewMunicipalityLink', { municipalityId: payload.municipality.id }, 'token');
    const accept = (token: string) => change(nobody(), 'acceptMunicipality', { token, officeName: 'Hauptamt', account: { ...founder, email: 'amt@klein.example.org' } }, 'viewer { municipality { name } installation { municipalities { totalCount } } }');
    expect((await accept(payload.token)).codes).toEqual(['LINK_EXPIRED']);
    expect((await accept(renewed.payload.token)).payload['viewer']).toEqual({ municipality: { name: 'Kleinmusterstadt' }, installation: null });
    expect((await accept(renewed.payload.token)).codes).toEqual(['LINK_USED']);
    const mayor = await GraphqlVisitor.signIn(server.origin, 'amt@klein.example.org', password);
    const describe_ = (facts: object) => change(mayor, 'describeMunicipality', { ags: '01053001', kind: 'COUNTY_MEMBER', countyId, ...facts }, 'municipality { name memberOrganisations { name } }');
    expect((await describe_({ name: 'Großmusterstadt' })).payload['municipality']).toEqual({ name: 'Großmusterstadt', memberOrganisations: [] });
    expect(await known()).toEqual([{ name: 'Großmusterstadt', kind: 'municipality', represents: 'Großmusterstadt' }]);
    // It goes on its own ways: the county keeps the organisation with all that names it.
    await describe_({ name: 'Kleinmusterstadt', countyId: null });
    expect(await known()).toEqual([{ name: 'Großmusterstadt', kind: 'municipality', represents: null }]);
    await describe_({ name: 'Kleinmusterstadt' });
    expect((await known()).map(({ name, represents }) => [name, represents]).sort()).toEqual([['Großmusterstadt', null], ['Kleinmusterstadt', 'Kleinmusterstadt']]);
    expect((await change(admin, 'renewMunicipalityLink', { municipalityId: payload.municipality.id })).codes).toEqual(['ADMINISTRATOR_THERE']);
  });

  it('are none of the business of who does not run the installation, and real ones stay', async () => {
    const member = await GraphqlVisitor.signIn(server.origin, 'amt@klein.example.org', password);
    const { errors } = await member.run('mutation { createMunicipality(input: { name: "X", ags: "01053002", kind: COUNTY_MEMBER, idempotencyKey: "x" }) { errors { code } } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    const { viewer } = await admin.get<{ viewer: { installation: { municipalities: { edges: { node: { municipality: { id: string; name: string } } }[] } } } }>('{ viewer { installation { municipalities(first: 10) { edges { node { municipality { id name } } } } } } }');
    const real = viewer.installation.municipalities.edges.map(({ node }) => node.municipality).find(({ name }) => name === 'Kleinmusterstadt');
    expect((await change(admin, 'removeExampleMunicipality', { municipalityId: real?.id, confirmation: 'Kleinmusterstadt' })).codes).toEqual(['NOT_AN_EXAMPLE']);
  });
});

describe('pages that a municipality answers for', () => {
  it('are open to everybody once nothing is left to be filled in, and nobody overwrites what she has not seen', async () => {
    const page = { kind: 'IMPRINT', text: '## Impressum\n\n[Bitte ausfüllen: Anschrift]', isPublished: true, expectedVersion: 0 };
    expect((await change(admin, 'setLegalPage', page)).codes).toEqual(['PLACEHOLDERS_LEFT']);
    expect((await change(admin, 'setLegalPage', { ...page, isPublished: false })).codes).toEqual([]);
    const publishers = async (): Promise<{ uuid: string; name: string }[]> => (await nobody().get<{ legalPublishers: { uuid: string; name: string }[] }>('{ legalPublishers { uuid name } }')).legalPublishers;
    expect(await publishers()).toEqual([]);
    const finished = { ...page, text: '## Impressum\n\nMusterstadt, <script>alert(1)</script>', expectedVersion: 1 };
    expect((await change(admin, 'setLegalPage', { ...finished, expectedVersion: 0 })).codes).toEqual(['STALE_VALUE']);
    expect((await change(admin, 'setLegalPage', finished)).codes).toEqual([]);
    const [publisher] = await publishers();
    const { legalPage } = await nobody().get('query ($uuid: String!) { legalPage(municipalityUuid: $uuid, kind: IMPRINT) { text isPublished } }', { uuid: publisher?.uuid });
    expect(legalPage).toEqual({ text: finished.text, isPublished: true });
  });
});

it('running the installation is handed on to another account and taken back, but never from the last', async () => {
  const operators = async (visitor: GraphqlVisitor) => (await visitor.get<{ viewer: { installation: { operators: { id: string; email: string; isViewer: boolean }[] } | null } }>('{ viewer { installation { operators { id email isViewer } } } }')).viewer.installation?.operators ?? [];
  const [own] = await operators(admin);
  expect((await change(admin, 'dismissInstallationOperator', { operatorId: own?.id })).codes).toEqual(['LAST_ADMINISTRATOR']);
  expect((await change(admin, 'appointInstallationOperator', { email: 'niemand@stadt.example.org' })).codes).toEqual(['UNKNOWN_ACCOUNT']);
  const { pool } = database;
  const [id, email] = ['55555555-5555-4555-8555-555555555555', 'kollegin@stadt.example.org'];
  await pool.query('INSERT INTO persons (id, email, display_name, password_hash) SELECT $1, $2, $2, password_hash FROM persons WHERE email = $3', [id, email, adminEmail]);
  // Without an organisation she could do nothing with it.
  expect((await change(admin, 'appointInstallationOperator', { email })).codes).toEqual(['UNKNOWN_ACCOUNT']);
  await pool.query('INSERT INTO memberships (id, municipality_id, person_id, organisation_id) SELECT $1, municipality_id, $1, organisation_id FROM memberships WHERE person_id = (SELECT id FROM persons WHERE email = $2) LIMIT 1', [id, adminEmail]);
  expect((await change(admin, 'appointInstallationOperator', { email: email.toUpperCase() }, 'installation { operators { email } }')).codes).toEqual([]);
  const colleague = await GraphqlVisitor.signIn(server.origin, email, password);
  expect((await operators(colleague)).map((one) => [one.email, one.isViewer])).toEqual(expect.arrayContaining([[email, true], [adminEmail, false]]));
  const taken = (await operators(admin)).find((one) => one.email === email)?.id;
  expect((await change(admin, 'dismissInstallationOperator', { operatorId: taken })).codes).toEqual([]);
  // Her rights end as soon as every process has heard of it.
  for (let tries = 0; tries < 40 && (await operators(colleague)).length > 0; tries++) await pause(50);
  expect(await operators(colleague)).toEqual([]);
  await expect(change(colleague, 'appointInstallationOperator', { email })).rejects.toThrow('FORBIDDEN');
});

it('an example municipality goes with everything in it, and the others stay', async () => {
  const { pool } = database;
  const id = '11111111-1111-4111-8111-111111111111';
  await pool.query(`INSERT INTO municipalities (id, name, ags, is_example) VALUES ($1, 'Beispielstadt (Beispiel)', '01059999', true)`, [id]);
  const sizes = async (): Promise<unknown> => (await pool.query(`SELECT (SELECT count(*)::int FROM persons) AS persons, (SELECT count(*)::int FROM sections) AS sections, (SELECT count(*)::int FROM municipalities WHERE NOT is_example) AS real`)).rows[0];
  const before = await sizes();
  await fillEveryTable(pool, id, '22222222-2222-4222-8222-222222222222');
  expect(await tablesWithRowsOf(pool, id)).toEqual(expect.arrayContaining(['engine.document', 'public.invitations', 'public.mails']));
  const municipalityId = Buffer.from(`Municipality:${id}`).toString('base64url');
  expect((await change(admin, 'removeExampleMunicipality', { municipalityId, confirmation: 'Beispielstadt' })).codes).toEqual(['CONFIRMATION_WRONG']);
  expect((await change(admin, 'removeExampleMunicipality', { municipalityId, confirmation: 'Beispielstadt (Beispiel)' })).codes).toEqual([]);
  let left = await tablesWithRowsOf(pool, id);
  for (let tries = 0; tries < 80 && left.length > 0; tries++) {
    await pause(100);
    left = await tablesWithRowsOf(pool, id);
  }
  expect(left).toEqual([]);
  expect(await sizes()).toEqual(before);
}, 30_000);

it('a person takes along what is kept of her in every table, and is forgotten in all of them', async () => {
  const { pool } = database;
  const [id, personId, email] = ['33333333-3333-4333-8333-333333333333', '44444444-4444-4444-8444-444444444444', 'eine@stadt.example.org'];
  await pool.query(`INSERT INTO municipalities (id, name, ags) VALUES ($1, 'Nachbarstadt', '01059998')`, [id]);
  await fillEveryTable(pool, id, personId, true);
  await pool.query('UPDATE persons SET email = $1, password_hash = (SELECT password_hash FROM persons WHERE email = $2) WHERE id = $3', [email, adminEmail, personId]);
  await pool.query(`UPDATE grants SET role = 'reader' WHERE subject_id = $1`, [personId]);
  // An event about her that nobody has numbered would stand in the way of the next one.
  await pool.query('DELETE FROM engine.outbox_event WHERE aggregate_id = $1', [personId]);
  const columns = await columnsOfPersons(pool);
  expect(columns).toEqual([...Object.keys(shownColumns), ...Object.keys(otherColumns)].sort());
  expect(await columnsNaming(pool, columns, personId)).toEqual(columns);

  const person = await GraphqlVisitor.signIn(server.origin, email, password);
  const answer = await fetch(`${server.origin}/files/meine-daten.json`, { headers: person.headers });
  expect(answer.status).toBe(200);
  const data = (await answer.json()) as Record<string, unknown[]>;
  expect([...new Set(Object.values(shownColumns))].filter((part) => (data[part] ?? []).length === 0)).toEqual([]);

  expect((await change(person, 'eraseAccount', { currentPassword: password })).codes).toEqual([]);
  const left = async (): Promise<string[]> => (await columnsNaming(pool, columns, personId)).filter((column) => !(column in keptColumns));
  let found = await left();
  for (let tries = 0; tries < 80 && found.length > 0; tries++) {
    await pause(100);
    found = await left();
  }
  expect(found).toEqual([]);
}, 30_000);
