import { describe, expect, it } from '@jest/globals';
import { until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import writeXlsxFile from 'write-excel-file/node';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { key } from './desk.js';

const application = useApplication();

interface Import { readonly id: string; readonly uuid: string; readonly state: string; readonly problem: string | null; readonly hasFormulas: boolean; readonly plan: { readonly newCount: number; readonly changedCount: number; readonly unchangedCount: number; readonly leftOutCount: number; readonly refusedCount: number; readonly values: { readonly edges: readonly { readonly node: { readonly row: number; readonly state: string; readonly problem: string | null } }[] } } }
const FIELDS = 'id uuid state problem hasFormulas plan { newCount changedCount unchangedCount leftOutCount refusedCount values(first: 10, state: REFUSED) { edges { node { row state problem } } } }';

async function upload({ origin, headers }: GraphqlVisitor, content: Buffer, name: string): Promise<{ status: number; id: string; code: string }> {
  const response = await fetch(`${origin}/files?purpose=monitoring.statistics-file&name=${encodeURIComponent(name)}`, { method: 'POST', headers: { ...headers, origin, 'content-type': 'application/octet-stream' }, body: new Uint8Array(content) });
  const { file, errors } = (await response.json()) as { file?: { id: string } | null; errors?: { code: string }[] };
  return { status: response.status, id: file?.id ?? '', code: errors?.[0]?.code ?? '' };
}

const now = async (visitor: GraphqlVisitor, uuid: string): Promise<Import> =>
  (await visitor.get<{ observationImport: Import }>(`query ($uuid: String!) { observationImport(uuid: $uuid) { ${FIELDS} } }`, { uuid })).observationImport;

async function untilState(visitor: GraphqlVisitor, uuid: string, ...states: readonly string[]): Promise<Import> {
  await until(async () => states.includes((await now(visitor, uuid)).state), `the file is ${states.join(' or ')}`);
  return now(visitor, uuid);
}

/** A file that is read, or could not be. */
async function bring(visitor: GraphqlVisitor, content: Buffer, name = 'zahlen.csv'): Promise<Import> {
  const { id: fileId } = await upload(visitor, content, name);
  const { startObservationImport } = await visitor.get<{ startObservationImport: { observationImport: { uuid: string } } }, object>('mutation ($input: StartObservationImportInput!) { startObservationImport(input: $input) { observationImport { uuid } errors { code } } }', { input: { fileId, idempotencyKey: key() } });
  return untilState(visitor, startObservationImport.observationImport.uuid, 'READY', 'FAILED');
}

async function step(visitor: GraphqlVisitor, mutation: 'apply' | 'undo', found: Pick<Import, 'id'>, more: object = {}): Promise<string[]> {
  const name = `${mutation}ObservationImport`;
  const input = { importId: found.id, idempotencyKey: key(), ...more };
  const data = await visitor.get<Record<string, { errors: { code: string }[] }>, object>(`mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { errors { code } } }`, { input });
  return data[name]?.errors.map(({ code }) => code) ?? [];
}

interface Figures { readonly id: string; readonly key: string; readonly files: { readonly machineLong: string; readonly germanLong: string; readonly workbook: string }; readonly observations: { readonly edges: readonly { readonly node: { readonly periodFrom: string; readonly value: string | null } }[] } }
async function indicators(visitor: GraphqlVisitor): Promise<Figures[]> {
  const { indicators: found } = await visitor.get<{ indicators: { edges: { node: Figures }[] } }>('{ indicators(first: 100) { edges { node { id key files { machineLong germanLong workbook } observations(first: 100) { edges { node { periodFrom value } } } } } } }');
  return found.edges.map(({ node }) => node);
}

/** An indicator of its own, so that tests do not meet. */
async function newIndicator(visitor: GraphqlVisitor): Promise<string> {
  const own = `quote_${key().replaceAll('-', '_')}`;
  const input = { key: own, name: `Quote ${own}`, unit: 'percent', unitLabel: '%', decimals: 1, direction: 'NEUTRAL', idempotencyKey: key() };
  await visitor.get('mutation ($input: AddIndicatorInput!) { addIndicator(input: $input) { errors { code } } }', { input });
  return own;
}
const valuesOf = async (visitor: GraphqlVisitor, own: string): Promise<string[]> => ((await indicators(visitor)).find((indicator) => indicator.key === own)?.observations.edges ?? []).map(({ node }) => `${node.periodFrom.slice(0, 4)}: ${node.value}`).sort();

describe('a statistics file', () => {
  it('becomes values, and the same file again is nothing; taken back, what stood before stands again', async () => {
    const office = await application().as('office');
    const own = await newIndicator(office);
    const file = (value: string): Buffer => Buffer.from(`Größen der Stadt\r\n\r\nAGS;Jahr;Indikator;Wert\r\n14713000;2020;${own};5,5\r\n14713;2021;${own};${value}\r\n99999999;2021;${own};x\r\n05315000;2021;${own};7\r\n`.replace('99999999;2021', '09162000;2021'), 'latin1');
    const first = await bring(office, file('6,5'));
    expect(first).toMatchObject({ state: 'READY', plan: { newCount: 2, changedCount: 0, leftOutCount: 2, refusedCount: 0 } });
    expect(await step(office, 'apply', first, { expectedNew: 3, expectedChanged: 0 })).toEqual(['PLAN_CHANGED']);
    expect(await step(office, 'apply', first, { expectedNew: 2, expectedChanged: 0 })).toEqual([]);
    await untilState(office, first.uuid, 'DONE');
    expect(await valuesOf(office, own)).toEqual(['2020: 5.5', '2021: 6.5']);
    const again = await bring(office, file('6,5'));
    expect(again.plan).toMatchObject({ newCount: 0, changedCount: 0, unchangedCount: 2 });
    expect(await step(office, 'apply', again, { expectedNew: 0, expectedChanged: 0 })).toEqual(['NOTHING_TO_APPLY']);
    const changed = await bring(office, file('7,0'));
    expect(await step(office, 'apply', changed, { expectedNew: 0, expectedChanged: 1 })).toEqual([]);
    await untilState(office, changed.uuid, 'DONE');
    expect(await step(office, 'undo', first)).toEqual(['VALUES_CHANGED_SINCE']);
    expect(await step(office, 'undo', changed)).toEqual([]);
    expect(await valuesOf(office, own)).toEqual(['2020: 5.5', '2021: 6.5']);
  });

  it('of the demonstration goes out and comes in again unchanged, as CSV of both kinds and as a workbook', async () => {
    const office = await application().as('office');
    const all = (await indicators(office)).filter(({ observations }) => observations.edges.length > 0);
    const get = async (address: string): Promise<Buffer> => Buffer.from(await (await fetch(new URL(address, office.origin), { headers: office.headers })).arrayBuffer());
    let count = 0;
    const lines: string[] = [];
    for (const { files } of all) {
      const [head = '', ...rows] = (await get(files.machineLong)).toString('utf8').trim().split('\r\n');
      if (lines.length === 0) lines.push(head);
      lines.push(...rows);
      count += rows.filter((row) => !row.includes(',suppressed,')).length;
    }
    const machine = await bring(office, Buffer.from(lines.join('\r\n')));
    expect(machine.plan).toMatchObject({ unchangedCount: count, newCount: 0, changedCount: 0, refusedCount: 0, leftOutCount: 0 });
    expect(count).toBeGreaterThan(80);
    const sample = all.find(({ observations }) => observations.edges.length > 3);
    for (const [name, address] of [['g.csv', sample?.files.germanLong], ['w.xlsx', sample?.files.workbook]] as const) {
      const { plan } = await bring(office, await get(address ?? ''), name);
      expect([name, plan.newCount, plan.changedCount, plan.refusedCount, plan.leftOutCount]).toEqual([name, 0, 0, 0, 0]);
      expect(plan.unchangedCount).toBeGreaterThan(3);
    }
  });

  it('with a fault is not taken over at all, and says where it is', async () => {
    const office = await application().as('office');
    const own = await newIndicator(office);
    const found = await bring(office, Buffer.from(`AGS;Jahr;Indikator;Wert\n14713000;2020;${own};5,5\n14713000;2021;${own};172\n1471;2022;${own};5\n`));
    expect(found.plan).toMatchObject({ newCount: 1, refusedCount: 2 });
    expect(found.plan.values.edges.map(({ node }) => `${node.row} ${node.problem}`)).toEqual(['3 PERCENT_OUT_OF_RANGE', '4 REGION_KEY_INVALID']);
    expect(await step(office, 'apply', found, { expectedNew: 1, expectedChanged: 0 })).toEqual(['VALUES_REFUSED']);
    expect(await valuesOf(office, own)).toEqual([]);
  });

  it('that is something else is refused before anything is read, or says what it is', async () => {
    const office = await application().as('office');
    const workbook = unzipSync(new Uint8Array(await writeXlsxFile([['AGS', 'Jahr'], ['14713000', 2020]]).toBuffer()));
    const zipped = (parts: Record<string, Uint8Array>): Buffer => Buffer.from(zipSync(parts));
    expect(await upload(office, Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'zahlen.csv')).toMatchObject({ status: 422, code: 'FILE_TYPE_REFUSED' });
    expect(await upload(office, Buffer.from('<html><script>1</script></html>'), 'zahlen.csv')).toMatchObject({ status: 422, code: 'FILE_TYPE_REFUSED' });
    expect(await upload(office, Buffer.alloc(21 * 1024 * 1024, 'a;b\n'), 'gross.csv').catch(() => ({ status: 413 }))).toMatchObject({ status: expect.any(Number), id: '' });
    expect(await bring(office, Buffer.from('AGS;Jahr\n14713000;2020\n'), 'zahlen.xlsx')).toMatchObject({ state: 'FAILED', problem: 'NAMED_OTHERWISE' });
    expect(await bring(office, zipped({ ...workbook, 'xl/vbaProject.bin': strToU8('x') }), 'm.xlsx')).toMatchObject({ state: 'FAILED', problem: 'MACROS' });
    const sheet = 'xl/worksheets/sheet1.xml';
    expect(await bring(office, zipped({ ...workbook, [sheet]: strToU8(Buffer.from(workbook[sheet] as Uint8Array).toString('utf8').replace('<v>2020</v>', '<f>2000+20</f><v>2020</v>')) }), 'f.xlsx')).toMatchObject({ state: 'READY', hasFormulas: true });
    expect(await bring(office, zipped({ ...workbook, [sheet]: new Uint8Array(80 * 1024 * 1024) }), 'bombe.xlsx')).toMatchObject({ state: 'FAILED', problem: 'NOT_READABLE' });
    expect(await bring(office, Buffer.from(' ;\n;\n'), 'leer.csv')).toMatchObject({ state: 'FAILED', problem: 'EMPTY' });
    expect(await bring(office, Buffer.from('a;b\n'.repeat(21_000)), 'lang.csv')).toMatchObject({ state: 'FAILED', problem: 'TOO_MANY_ROWS' });
  });

  it('is brought by those alone who may record values', async () => {
    const member = await application().as('contributor');
    expect((await upload(member, Buffer.from('a;b\n1;2\n'), 'zahlen.csv')).status).toBe(403);
  });
});
