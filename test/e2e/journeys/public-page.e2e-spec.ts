import { beforeAll, describe, expect, it } from '@jest/globals';
import { Parser } from 'n3';
import { until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { EditionAdoptionDocument, type EditionAdoptionQuery } from '../../../libs/web/data/src/generated/graphql.js';
import { change } from '../setting-up/founder.js';
import { addMeasure, newDesk, type Desk } from './desk.js';
import { plainGet, type PlainAnswer } from './plain-get.js';

const application = useApplication();
let [office, desk, path]: [GraphqlVisitor, Desk, string] = [undefined as never, undefined as never, ''];

const get = (address: string, headers?: Record<string, string>): Promise<PlainAnswer> => plainGet(application().origin, address, headers);
const adoption = async (): Promise<NonNullable<EditionAdoptionQuery['edition']>> => (await office.get(EditionAdoptionDocument, { uuid: desk.editionUuid })).edition!;
const act = async (mutation: 'publishEdition' | 'withdrawEdition', visitor = office): Promise<readonly string[]> => (await change(visitor, mutation, { editionId: desk.editionId })).codes;

beforeAll(async () => {
  office = await application().as('office');
  desk = await newDesk(application(), 'Öffentliches Feld');
  const measure = await addMeasure(office, desk, 'Sprachcafé <b>für alle</b>');
  expect((await change(office, 'setMeasureContact', { measureId: measure.id, contact: 'Geheime Ansprechperson', expected: null })).codes).toEqual([]);
}, 240_000);

describe('an edition that is not adopted', () => {
  it('cannot be published, and no address tells of it', async () => {
    expect(await act('publishEdition')).toEqual(['NOT_ADOPTED']);
    expect((await get('/k/beispiel-14713000')).status).toBe(404);
  });
});

describe('an adopted edition', () => {
  it('is for nobody else until it is published, then for everybody at an address of its own', async () => {
    const facts = { bodyName: 'Ratsversammlung', decidedOn: '2026-03-14', result: 'UNCHANGED', adopts: true, paperNumber: 'VI-0815', remark: 'Nur intern', consultations: [{ bodyName: 'Migrantenbeirat', heldOn: '2026-02-20', role: 'OPINION' }] };
    expect((await change(office, 'recordResolution', { editionId: desk.editionId, ...facts })).codes).toEqual([]);
    await until(async () => (await adoption()).adoptedFile?.state === 'READY', 'the PDF is made', 30_000);
    const pdf = (await adoption()).adoptedFile?.fileUrl ?? '';
    expect((await get(pdf)).status).toBe(404);
    expect(await act('publishEdition')).toEqual([]);
    path = (await adoption()).publication?.path ?? '';
    expect(path).toMatch(/^\/k\/[a-z0-9-]+\/[a-z0-9-]+-\d{4}$/);
    expect((await get(pdf)).status).toBe(200);
  }, 60_000);

  it('is one whole page without a script, without contacts and persons', async () => {
    const { status, headers, body } = await get(path);
    const html = body.toString();
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'public, max-age=0, must-revalidate']);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self';/);
    expect(headers['set-cookie']).toBeUndefined();
    expect(html).not.toMatch(/<script|javascript:| on\w+=|Geheime Ansprechperson|Nur intern|Katrin Seidel/);
    const { adoption: adopted, adoptedFile } = await adoption();
    for (const part of ['Öffentliches Feld', 'Sprachcafé &lt;b&gt;für alle&lt;/b&gt;', adopted?.hash, adoptedFile?.sha256, adoptedFile?.fileUrl, 'VI-0815', '14.03.2026', 'Migrantenbeirat', 'Beschlossene Fassung', '/impressum?kommune=']) expect(html).toContain(part);
    expect((await get(path.split('/').slice(0, 3).join('/'))).body.toString()).toContain(`href="${path}"`);
  });

  it('has a page of its own for each measure, without contacts, and without whoever has not said yes', async () => {
    const heading = '<bdi>Sprachcafé &lt;b&gt;für alle&lt;/b&gt;</bdi></h';
    const own = new RegExp(`${heading}.*?href="(/k/[a-z0-9-]+/massnahmen/[0-9a-f-]{36})">Eigene Seite von Maßnahme`, 's').exec((await get(path)).body.toString())?.[1] ?? '';
    const { status, headers, body } = await get(own);
    const html = body.toString();
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=0, must-revalidate']);
    for (const part of ['<h1><bdi lang="de">', `href="${path}"`, '<dt>Handlungsfeld</dt>', `href="${own}?lang=ar"`]) expect(html).toContain(part);
    expect(html).not.toMatch(/<script|Geheime Ansprechperson|vorgeschlagen|Stand heute/);
    const arabic = (await get(`${own}?lang=ar`)).body.toString();
    for (const part of ['<html lang="ar" dir="rtl">', '<dt>مجال العمل</dt>', 'Sprachcafé &lt;b&gt;für alle&lt;/b&gt;']) expect(arabic).toContain(part);
    expect(arabic).not.toContain('<dt>Handlungsfeld</dt>');
    expect((await get(own.replace(/[0-9a-f]{4}$/, '0000'))).status).toBe(404);
    expect((await get(own.replace(/[^/]+$/, 'x'))).status).toBe(404);

    await application().database.pool.query(
      `WITH round AS (INSERT INTO inquiries (id, municipality_id, edition_id, kind, title, introduction, questions, closes_at, remind_days)
         SELECT gen_random_uuid(), municipality_id, edition_id, 'progress', 'Jahresstand', '', '[]', now(), 7 FROM measures WHERE lineage_id = $1 LIMIT 1 RETURNING id)
       INSERT INTO measure_progress (measure_id, inquiry_id, organisation_id, municipality_id, status, obstacles, submission_id, reported_at)
       SELECT m.id, round.id, gen_random_uuid(), m.municipality_id, 'paused', 'Streit im Amt', gen_random_uuid(), '2026-05-03T10:00:00Z' FROM measures m, round WHERE lineage_id = $1`, [own.split('/').at(-1)],
    );
    const reported = (await get(own)).body.toString();
    expect(reported).toContain('<dt>Stand heute</dt><dd>ruht (gemeldet am 03.05.2026)</dd>');
    expect(reported).not.toContain('Streit im Amt');
    expect((await get(`${path}/massnahmen.csv`)).body.toString()).toMatch(/,paused,2026-05-03,/);
  });

  it('has its measures as a file whose columns are described, and in the catalogue beside the PDF', async () => {
    const [csv, metadata] = [await get(`${path}/massnahmen.csv`), await get(`${path}/massnahmen.csv-metadata.json`)];
    expect([csv.headers['content-type'], csv.headers['link'], csv.headers['access-control-allow-origin']]).toEqual(['text/csv; charset=utf-8', `<${path}/massnahmen.csv-metadata.json>; rel="describedby"; type="application/csvm+json"`, '*']);
    const described = JSON.parse(metadata.body.toString()) as { url: string; tableSchema: { columns: { titles: string[] }[] } };
    const lines = csv.body.toString().trim().split('\r\n');
    expect([described.url, described.tableSchema.columns.map(({ titles }) => titles[0]).join(',')]).toEqual([`${application().origin}${path}/massnahmen.csv`, lines[0]]);
    expect(csv.body.toString()).toContain('Sprachcafé <b>für alle</b>');
    expect(csv.body.toString()).not.toMatch(/Geheime Ansprechperson|Katrin Seidel/);
    expect((await get(path)).body.toString()).toContain(`href="${path}/massnahmen.csv"`);
    const catalogue = (await get(`${path.split('/').slice(0, 3).join('/')}/katalog.jsonld`)).body.toString();
    for (const part of [`${path}#dataset`, `${path}/massnahmen.csv`, (await adoption()).adoptedFile?.fileUrl ?? 'no PDF']) expect(catalogue).toContain(part);
    expect((await get(`${path}x/massnahmen.csv`)).status).toBe(404);
  });

  it('names the licence of the measures as data once an administrator has chosen one, and counts as changed by that', async () => {
    const modified: number[] = [];
    const licences = async (): Promise<unknown> => {
      const root = path.split('/').slice(0, 3).join('/');
      const [html, metadata, catalogue] = (await Promise.all([path, `${path}/massnahmen.csv-metadata.json`, `${root}/katalog.ttl`].map((address) => get(address)))).map(({ body }) => body.toString());
      const described = JSON.parse(metadata ?? '') as { 'dc:license'?: { '@id': string } };
      const file = new Parser().parse(catalogue ?? '').filter(({ subject }) => subject.value === `${application().origin}${path}/massnahmen.csv#distribution`);
      modified.push(Date.parse(file.find(({ predicate }) => predicate.value === 'http://purl.org/dc/terms/modified')?.object.value ?? ''));
      return [html?.includes('rel="license'), described['dc:license']?.['@id'], file.find(({ predicate }) => predicate.value === 'http://purl.org/dc/terms/license')?.object.value];
    };
    expect(await licences()).toEqual([false, undefined, undefined]);
    expect((await change(office, 'setMeasureLicence', { licence: 'CC_BY_4_0' })).codes).toEqual([]);
    expect(await licences()).toEqual([true, 'https://creativecommons.org/licenses/by/4.0/', 'http://dcat-ap.de/def/licenses/cc-by/4.0']);
    expect((await change(office, 'setMeasureLicence', { licence: null })).codes).toEqual([]);
    expect(await licences()).toEqual([false, undefined, undefined]);
    const [none = 0, chosen = 0, taken = 0] = modified;
    expect([chosen > none, taken > chosen]).toEqual([true, true]);
  });

  it('goes out compressed, and not at all when it is known', async () => {
    const plain = await get(path);
    for (const encoding of ['br', 'gzip']) {
      const packed = await get(path, { 'accept-encoding': encoding });
      expect([packed.headers['content-encoding'], packed.body.length < plain.body.length / 2]).toEqual([encoding, true]);
    }
    const again = await get(path, { 'if-none-match': plain.headers['etag'] ?? '' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('gives nobody more in the application than before', async () => {
    const { edition } = await application().nobody().get<{ edition: unknown }>('query ($uuid: String!) { edition(uuid: $uuid) { id } }', { uuid: desk.editionUuid });
    expect(edition).toBeNull();
  });

  it('that is withdrawn says so, and what never was there is not told from what does not exist', async () => {
    const pdf = (await adoption()).adoptedFile?.fileUrl ?? '';
    expect(await act('withdrawEdition')).toEqual([]);
    const gone = await get(path);
    expect([gone.status, gone.body.toString().includes('zurückgezogen'), gone.body.toString().includes('Öffentliches Feld')]).toEqual([410, true, false]);
    for (const ending of ['.csv', '.csv-metadata.json']) expect((await get(`${path}/massnahmen${ending}`)).status).toBe(404);
    expect((await get(pdf)).status).toBe(404);
    const [place] = path.split('/').slice(2);
    const [unknown, elsewhere] = [await get(`/k/${place}/gibt-es-nicht`), await get('/k/00000000/gibt-es-nicht')];
    expect([unknown.status, unknown.body.toString()]).toEqual([404, elsewhere.body.toString()]);
    expect((await get(`/k/${encodeURIComponent('../../etc')}/x`)).status).toBe(404);
    expect(await act('publishEdition')).toEqual([]);
    expect((await adoption()).publication?.path).toBe(path);
    expect((await get(path)).status).toBe(200);
  });
});
