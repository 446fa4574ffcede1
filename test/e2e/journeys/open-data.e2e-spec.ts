import { beforeAll, describe, expect, it } from '@jest/globals';
import { Parser } from 'n3';
import { useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { change } from '../setting-up/founder.js';
import { key } from './desk.js';
import { plainGet } from './plain-get.js';

const application = useApplication();
const name = `Beratungen im Quartier ${key().slice(0, 8)}`;
const record = { name, unit: 'persons', unitLabel: 'Personen', decimals: 0, direction: 'UP', sensitivity: 'PERSONAL', populationConcept: 'Ratsuchende', source: 'Beratungsstellen' };
let [office, foreign]: GraphqlVisitor[] = [];
let [indicatorId, page]: [string, string] = ['', ''];

async function indicatorOf(visitor: GraphqlVisitor, fields: object): Promise<string> {
  const { addIndicator } = await visitor.get<{ addIndicator: { indicator: { id: string } } }, object>('mutation ($input: AddIndicatorInput!) { addIndicator(input: $input) { indicator { id } errors { code } } }', { input: { ...record, ...fields, idempotencyKey: key() } });
  return addIndicator.indicator.id;
}
async function observe(visitor: GraphqlVisitor, id: string, period: string, value: string, more: object = {}): Promise<void> {
  expect((await change(visitor, 'recordObservation', { indicatorId: id, period, value, ...more })).codes).toEqual([]);
}
const edit = async (fields: object, expectedRevision: number): Promise<readonly string[]> => (await change(office as GraphqlVisitor, 'editIndicator', { indicatorId, expectedRevision, ...record, ...fields })).codes;
const act = async (mutation: 'releaseIndicator' | 'withdrawIndicator', visitor = office as GraphqlVisitor, id = indicatorId): Promise<readonly string[]> => (await change(visitor, mutation, { indicatorId: id })).codes;
async function pathOf(visitor: GraphqlVisitor, id: string): Promise<string | null> {
  const { node } = await visitor.get<{ node: { release: { path: string } | null } }, object>('query ($id: ID!) { node(id: $id) { ... on Indicator { release { path } } } }', { id });
  return node.release?.path ?? null;
}
async function comparedIn(visitor: GraphqlVisitor): Promise<unknown> {
  const { node } = await visitor.get<{ node: { uuid: string } }, object>('query ($id: ID!) { node(id: $id) { ... on Indicator { uuid } } }', { id: indicatorId });
  const { indicatorComparison } = await visitor.get<{ indicatorComparison: { others: unknown } }, object>('query ($uuid: String!) { indicatorComparison(uuid: $uuid) { others { municipalityName countsDifferently values { value } } } }', { uuid: node.uuid });
  return indicatorComparison.others;
}
async function get(address: string, headers?: Record<string, string>): Promise<{ status: number; headers: Record<string, string | undefined>; text: string }> {
  const { body, ...answer } = await plainGet(application().origin, address, headers);
  return { ...answer, text: body.toString() };
}

beforeAll(async () => {
  [office, foreign] = [await application().as('office'), await application().as('foreignOffice')];
  indicatorId = await indicatorOf(office, {});
  await observe(office, indicatorId, '2023', '100');
  await observe(office, indicatorId, '2024', '155', { note: '=HYPERLINK("https://boese.example")' });
  for (const [district, value] of [['Mitte', '90'], ['Süd', '62'], ['Nord', '3']] as const) await observe(office, indicatorId, '2024', value, { breakdown: [{ dimension: 'DISTRICT', value: district }] });
}, 240_000);

describe('an indicator that is not released', () => {
  it('needs an open licence, and must not be special', async () => {
    expect(await act('releaseIndicator')).toEqual(['LICENCE_NOT_OPEN']);
    expect(await edit({ licence: 'dl-de/by-2-0', sensitivity: 'SPECIAL' }, 1)).toEqual([]);
    expect(await act('releaseIndicator')).toEqual(['TOO_SENSITIVE']);
    expect(await edit({ licence: 'dl-de/by-2-0' }, 2)).toEqual([]);
    expect(await pathOf(office as GraphqlVisitor, indicatorId)).toBeNull();
  });

  it('looks like what does not exist, as a page and as data', async () => {
    const address = `/k/beispiel-14713000/indikatoren/${name.toLowerCase().replaceAll(/[ -]/g, '_')}`;
    const nothing = await get('/k/00000000/indikatoren/gibt_es_nicht');
    for (const ending of ['', '.csv', '.de.csv', '.csv-metadata.json']) {
      const answer = await get(`${address}${ending}`);
      expect([answer.status, answer.text]).toEqual([404, nothing.text]);
    }
  });

  it('is nothing that another municipality could release', async () => {
    await expect(act('releaseIndicator', foreign)).rejects.toThrow('NOT_FOUND');
    expect(await pathOf(office as GraphqlVisitor, indicatorId)).toBeNull();
  });
});

describe('a released indicator', () => {
  beforeAll(async () => {
    expect(await act('releaseIndicator')).toEqual([]);
    page = (await pathOf(office as GraphqlVisitor, indicatorId)) ?? '';
  });

  it('is one whole page without a script: sentence, drawing, table, definition, licence; and nothing withheld', async () => {
    const { status, headers, text } = await get(page);
    expect([status, headers['content-type'], headers['cache-control'], headers['set-cookie']]).toEqual([200, 'text/html; charset=utf-8', 'public, max-age=0, must-revalidate', undefined]);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(text).not.toMatch(/<script|javascript:| on\w+=| style=/);
    for (const part of [name, 'Zuletzt: 155\u00a0Personen (2024).', 'role="img"', 'nicht gezeigt, damit niemand erkennbar ist', 'Beratungsstellen', 'https://www.govdata.de/dl-de/by-2-0', 'Ratsuchende', `${page}.csv`]) expect(text).toContain(part);
    expect(text).not.toMatch(/>(3|62)\u00a0Personen</);
    expect((await get(page.slice(0, page.lastIndexOf('/')))).text).toContain(`href="${page}"`);
    expect((await get(page.split('/').slice(0, 3).join('/'))).text).toContain(`href="${page}"`);
  });

  it('speaks the language that is asked for, and leaves words of people as they are', async () => {
    const { text } = await get(`${page}?lang=ar`);
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain(`<bdi>${name}</bdi>`);
    expect((await get(`${page}?lang=en`)).text).toContain('Latest: 155\u00a0Personen (2024).');
    expect((await get(`${page}?lang=xx`)).text).toContain('<html lang="de">');
  });

  it('has its values as files whose columns are described, withheld ones empty, and no formula', async () => {
    const [csv, metadata] = [await get(`${page}.csv`), await get(`${page}.csv-metadata.json`)];
    expect([csv.headers['content-type'], csv.headers['link'], csv.headers['access-control-allow-origin']]).toEqual(['text/csv; charset=utf-8', `<${page}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"`, '*']);
    const described = JSON.parse(metadata.text) as { url: string; tableSchema: { columns: { name: string; titles: string[] }[] }; 'dc:license': object };
    const lines = csv.text.trim().split('\r\n');
    expect(described.tableSchema.columns.map(({ titles }) => titles[0]).join(',')).toBe(lines[0]);
    expect([described.url, described['dc:license']]).toEqual([`${application().origin}${page}.csv`, { '@id': 'https://www.govdata.de/dl-de/by-2-0' }]);
    expect(lines.filter((line) => line.includes('district=') && line.includes(',suppressed,')).length).toBe(2);
    expect(csv.text).not.toMatch(/(^|[,"\n])=/);
    expect((await get(`${page}.de.csv`)).text).toMatch(/nicht gezeigt, damit niemand erkennbar ist/);
  });

  it('is asked about each time, and changes when a value does', async () => {
    const { headers } = await get(page);
    const known = { 'if-none-match': headers['etag'] ?? '' };
    expect((await get(page, known)).status).toBe(304);
    await observe(office as GraphqlVisitor, indicatorId, '2025', '170');
    const changed = await get(page, known);
    expect([changed.status, changed.text.includes('Zuletzt: 170\u00a0Personen (2025).')]).toEqual([200, true]);
  });

  it('stays open data while it is released', async () => {
    expect(await edit({ licence: 'alle Rechte vorbehalten' }, 3)).toEqual(['LICENCE_NOT_OPEN']);
    expect(await edit({ licence: 'dl-de/by-2-0', sensitivity: 'SPECIAL' }, 3)).toEqual(['TOO_SENSITIVE']);
  });

  it('stands in the catalogue, in the form that is asked for', async () => {
    const root = page.split('/').slice(0, 3).join('/');
    const [turtle, linked, preferred, other] = [await get(`${root}/katalog.ttl`), await get(`${root}/katalog.jsonld`), await get(`${root}/katalog`, { accept: 'text/turtle' }), await get(`${root}/katalog`, { accept: 'application/ld+json' })];
    expect([turtle, linked, preferred, other].map(({ headers }) => headers['content-type'])).toEqual(['text/turtle; charset=utf-8', 'application/ld+json; charset=utf-8', 'text/turtle; charset=utf-8', 'application/ld+json; charset=utf-8']);
    expect(preferred.headers['vary']).toBe('Accept, Accept-Encoding');
    const own = new Parser().parse(turtle.text).filter(({ subject }) => subject.value === `${application().origin}${page}#dataset`);
    expect(own.filter(({ predicate }) => predicate.value === 'http://purl.org/dc/terms/title').map(({ object }) => object.value)).toEqual([name]);
    expect(linked.text).toContain(`${page}.csv-metadata.json`);
    expect((await get('/k/00000000/katalog.ttl')).status).toBe(404);
  });

  it('counts as changed in the catalogue when its licence is another one', async () => {
    const facts = async (): Promise<Record<string, string>> => {
      const turtle = await get(`${page.split('/').slice(0, 3).join('/')}/katalog.ttl`);
      const own = new Parser().parse(turtle.text).filter(({ subject }) => subject.value === `${application().origin}${page}.csv#distribution`);
      return Object.fromEntries(own.map(({ predicate, object }) => [predicate.value.split('/').at(-1), object.value]));
    };
    const before = await facts();
    expect(await edit({ licence: 'CC BY 4.0' }, 3)).toEqual([]);
    const after = await facts();
    expect([before['license'], after['license']]).toEqual(['http://dcat-ap.de/def/licenses/dl-by-de/2.0', 'http://dcat-ap.de/def/licenses/cc-by/4.0']);
    expect(Date.parse(after['modified'] ?? '')).toBeGreaterThan(Date.parse(before['modified'] ?? ''));
  });
});

describe('another municipality with the same indicator', () => {
  it('is compared with once it has released it, and only then', async () => {
    const other = await indicatorOf(foreign as GraphqlVisitor, { populationConcept: 'Haushalte', licence: 'CC BY 4.0' });
    await observe(foreign as GraphqlVisitor, other, '2025', '99');
    expect((await get(page)).text).not.toContain('id="vergleich"');
    expect(await act('releaseIndicator', foreign, other)).toEqual([]);
    const { text } = await get(page);
    expect(text.slice(text.indexOf('id="vergleich"'))).toMatch(/Rostock.*99\u00a0Personen.*zählt anders/s);
    expect(await comparedIn(office as GraphqlVisitor)).toEqual([{ municipalityName: expect.stringContaining('Rostock'), countsDifferently: true, values: [{ value: '99' }] }]);
    const elsewhere = (await pathOf(foreign as GraphqlVisitor, other)) ?? '';
    expect(elsewhere.split('/')[2]).not.toBe(page.split('/')[2]);
    expect((await get(`/k/${page.split('/')[2]}/indikatoren/${elsewhere.split('/')[4]}`)).text).toContain('Ratsuchende');
    expect(await act('withdrawIndicator', foreign, other)).toEqual([]);
    expect((await get(page)).text).not.toContain('id="vergleich"');
    expect(await comparedIn(office as GraphqlVisitor)).toEqual([]);
  });
});

describe('an indicator that is withdrawn', () => {
  it('is gone with its data and leaves no trace, and comes back at the same address', async () => {
    expect(await act('withdrawIndicator')).toEqual([]);
    const nothing = await get('/k/00000000/indikatoren/gibt_es_nicht');
    for (const ending of ['', '.csv', '.csv-metadata.json']) expect([(await get(`${page}${ending}`)).status, (await get(`${page}${ending}`)).text]).toEqual([404, nothing.text]);
    expect((await get(`${page.split('/').slice(0, 3).join('/')}/katalog.jsonld`)).text).not.toContain(page);
    expect(await act('releaseIndicator')).toEqual([]);
    expect(await pathOf(office as GraphqlVisitor, indicatorId)).toBe(page);
  });
});
