import { describe, expect, it } from '@jest/globals';
import { readSheets } from '@konzeptwerkstatt/platform-files/sheets';
import { strToU8, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { columnsOf, guessReading, headsOf } from '../domain/measure-list.columns.js';
import type { ListReading, ListSheet } from '../domain/measure-list.js';
import { planList } from '../domain/measure-list.plan.js';
import type { ListSurroundings, PlannedRow } from '../domain/measure-list.plan.js';
import { readListCell, similarOrganisations, splitNames } from '../domain/measure-list.words.js';
import { LIST_LIMITS, toListContent } from './measure-list.reader.js';

const organisations = [
  { id: '0195d2a0-0000-7000-8000-000000000001', name: 'Amt für Vielfalt', shortName: 'AfV' },
  { id: '0195d2a0-0000-7000-8000-000000000002', name: 'Brücke e. V.', shortName: null },
  { id: '0195d2a0-0000-7000-8000-000000000003', name: 'Hafen', shortName: null },
  { id: '0195d2a0-0000-7000-8000-000000000004', name: 'Hafen', shortName: null },
];
const [office, bridge] = organisations.map(({ id }) => id) as [string, string];
const surroundings: ListSurroundings = { organisations, sections: [{ sectionId: 'sprache', title: 'Sprache' }], titles: ['Gibt es schon'], writableSections: new Set(['sprache']), mayAddSections: true };

const readMeasureList = async (content: Buffer) => toListContent(await readSheets(content, LIST_LIMITS));

async function sheetsOf(content: Buffer): Promise<readonly ListSheet[]> {
  const reading = await readMeasureList(content);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.sheets;
}
const csv = (text: string): Promise<readonly ListSheet[]> => sheetsOf(Buffer.from(text));

async function planOf(text: string, said: Partial<ListReading> = {}, around: Partial<ListSurroundings> = {}) {
  const sheets = await csv(text);
  return planList(sheets[0] as ListSheet, { ...guessReading(sheets, new Map()), ...said }, { ...surroundings, ...around });
}
const firstOf = async (text: string, said: Partial<ListReading> = {}): Promise<PlannedRow> => (await planOf(text, said)).rows[0] as PlannedRow;

/** A workbook of one sheet with cells merged, as a program writes it. */
function workbook(rows: readonly string[], merged: string): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return Buffer.from(zipSync(Object.fromEntries(Object.entries({
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `<?xml version="1.0"?><styleSheet xmlns="${main}"><cellXfs count="1"><xf/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows.map((cells, index) => `<row r="${index + 1}">${cells}</row>`).join('')}</sheetData>${merged}</worksheet>`,
  }).map(([name, text]) => [name, strToU8(text)]))));
}
const cell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('a measure list of somebody’s own', () => {
  it('is read in windows-1252 with semicolons, and in UTF-8 with commas', async () => {
    expect(await sheetsOf(Buffer.from('Maßnahme;Träger\r\nLotsen für Ältere;"Brücke; Hafen"\r\n', 'latin1'))).toEqual([{ name: '', rows: [['Maßnahme', 'Träger'], ['Lotsen für Ältere', 'Brücke; Hafen']] }]);
    expect(await csv('\uFEFFMaßnahme,Träger\nLotsen,Hafen\n')).toEqual([{ name: '', rows: [['Maßnahme', 'Träger'], ['Lotsen', 'Hafen']] }]);
  });

  it('is read from every sheet; dates and numbers are words, formulas are what was saved of them', async () => {
    const content = await writeXlsxFile([{ sheet: 'Notizen', data: [['nichts']] }, { sheet: 'Plan', data: [['Maßnahme', 'Termin', 'Kosten'], ['Lotsen', { value: new Date(Date.UTC(2026, 2, 31)), type: Date, format: 'dd.mm.yyyy' }, 12.3]] }]).toBuffer();
    expect((await sheetsOf(content)).map(({ name, rows }) => [name, rows.at(-1)])).toEqual([['Notizen', ['nichts']], ['Plan', ['Lotsen', '31.03.2026', '12.3']]]);
    const formula = workbook([cell('A1', 'Maßnahme'), '<c r="A2"><f>HYPERLINK("http://x")</f><v>42</v></c>'], '');
    expect((await sheetsOf(formula))[0]?.rows[1]).toEqual(['42']);
    expect((await sheetsOf(workbook([cell('A1', 'Maßnahme'), cell('A2', '=cmd|A1')], '')))[0]?.rows[1]).toEqual(['=cmd|A1']);
  });

  it('is refused when it is no list, empty or too long', async () => {
    const problemOf = (content: Buffer): Promise<unknown> => readMeasureList(content);
    expect(await problemOf(Buffer.from('PK\u0003\u0004kaputt'))).toEqual({ problem: 'not_readable' });
    expect(await problemOf(Buffer.from('a\u0000b'))).toEqual({ problem: 'not_readable' });
    expect(await problemOf(Buffer.from(' ;\n;\n'))).toEqual({ problem: 'empty' });
    expect(await problemOf(Buffer.from(`Maßnahme\n${'A\n'.repeat(1_100)}`))).toEqual({ problem: 'too_many_rows' });
  });

  it('has its heads found below titles, in the right sheet, and by what was said before', async () => {
    const sheets = [{ name: 'Deckblatt', rows: [['Aktionsplan']] }, { name: 'Liste', rows: [['Aktionsplan 2026'], [], ['Nr.', 'Maßnahme', 'Verantwortlich', 'Wer noch'], ['1', 'Lotsen', 'Hafen', 'Brücke']] }];
    expect(guessReading(sheets, new Map())).toMatchObject({ sheet: 1, headerRow: 2, columns: { number: 0, title: 1, lead: 2 } });
    expect(guessReading(sheets, new Map([['wer noch', 'partner']])).columns).toMatchObject({ partner: 3 });
  });

  it('has its columns named above merged groups below a title found', async () => {
    const content = workbook([
      cell('A1', 'Maßnahmenplan'), `${cell('A2', 'Handlungsfeld')}${cell('B2', 'Maßnahme')}${cell('C2', 'Zuständigkeit')}`, `${cell('C3', 'Federführung')}${cell('D3', 'Beteiligte')}`,
      `${cell('A4', 'Sprache')}${cell('B4', 'Lotsen')}${cell('C4', 'AfV')}${cell('D4', 'Brücke e. V.')}`,
    ], '<mergeCells count="4"><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:D2"/></mergeCells>');
    const sheets = await sheetsOf(content);
    const reading = guessReading(sheets, new Map());
    expect(reading).toMatchObject({ headerRow: 1, headerRows: 2, columns: { section: 0, title: 1, lead: 2, partner: 3 } });
    expect(headsOf(sheets[0] as ListSheet, reading)).toEqual(['Handlungsfeld', 'Maßnahme', 'Zuständigkeit – Federführung', 'Zuständigkeit – Beteiligte']);
    expect(columnsOf(sheets[0] as ListSheet, reading, new Map())).toEqual(reading.columns);
    expect(columnsOf(sheets[0] as ListSheet, reading, new Map([['zuständigkeit – beteiligte', 'contact']]))).toMatchObject({ lead: 2, contact: 3 });
    expect(planList(sheets[0] as ListSheet, reading, surroundings).rows).toMatchObject([{ line: 4, state: 'ready', title: 'Lotsen', values: { lead: office, [`partner/${bridge}`]: true } }]);
  });

  it('has when it begins and when it ends read from two columns below one head, or kept as they stand', async () => {
    const sheets = await csv('Maßnahme;Zeitraum;;Zuständigkeit;\n;von;bis;Federführung;Beteiligte\nLotsen;2026;2028;AfV;\nKurse;2027;2027;;\nTreff;2026;Ende offen;;\nFest;;2029;;\n');
    const reading = guessReading(sheets, new Map());
    expect(reading).toMatchObject({ headerRow: 0, headerRows: 2, columns: { title: 0, period: 1, periodEnd: 2, lead: 3, partner: 4 } });
    expect(planList(sheets[0] as ListSheet, reading, surroundings).rows).toMatchObject([
      { values: { period: '2026/2028' }, kept: [] }, { values: { period: '2027/2027' }, kept: [] },
      { description: 'Zeitraum: 2026 bis Ende offen', values: {} }, { description: 'Zeitraum bis: 2029', values: {} },
    ]);
  });

  it('has three rows of heads found, each column named in another of them, and passes over them where they are printed again', async () => {
    const heads = 'Handlungsfeld;Maßnahme;Umsetzung;;;Finanzierung;\n;;Zuständigkeit;;Stand;Kosten;Finanzierung\n;;Federführung;Beteiligte;;in Euro;bis\n';
    const sheets = await csv(`${heads}Sprache;Lotsen;AfV;;läuft;12.500;2027\n${heads};Kurse;AfV;;geplant;;\n`);
    const reading = guessReading(sheets, new Map());
    expect(reading).toMatchObject({ headerRow: 0, headerRows: 3, columns: { section: 0, title: 1, lead: 2, partner: 3, status: 4, budgetAmount: 5, fundingUntil: 6 } });
    expect(planList(sheets[0] as ListSheet, reading, surroundings).rows).toMatchObject([{ title: 'Lotsen', values: { status: 'running', budgetAmount: '12500' } }, { title: 'Kurse', target: { sectionId: 'sprache' } }]);
  });

  it('takes no row of the list for heads, though its words are some', async () => {
    expect(guessReading(await csv('Maßnahme;Beschreibung;Sonstiges\nLotsen;Ein Projekt;Kosten\n'), new Map())).toMatchObject({ headerRow: 0, headerRows: 1 });
  });
});

describe('the words of a cell', () => {
  it.each([
    ['period', '2025–2027', '2025/2027'], ['period', '2025-2027', '2025/2027'], ['period', 'ab 2026', '2026/..'], ['period', '01.03.2025 - 31.12.2026', '2025-03/2026-12'], ['period', '2025 ff.', '2025/..'],
    ['status', 'In Umsetzung', 'running'], ['status', 'erledigt', 'done'], ['status', 'läuft', 'running'], ['type', 'Daueraufgabe', 'permanent'], ['priority', 'sehr hoch', 'high'], ['fundingState', 'ja', 'secured'], ['fundingUntil', '31.12.2027', '2027-12-31'],
    ['budgetAmount', 'ca. 12.500 €', '12500'], ['budgetAmount', '5.000,- €', '5000'], ['budgetAmount', '1.250,50', '1250.50'],
  ] as const)('%s: %s is understood', (field, words, value) => {
    expect(readListCell(field, words, organisations)).toEqual({ value });
  });

  it.each([['period', 'laufend'], ['status', 'mal sehen'], ['budgetAmount', 'noch offen'], ['lead', 'Hafen'], ['lead', 'Stadtmission']] as const)('%s: %s is not', (field, words) => {
    expect(readListCell(field, words, organisations)).toHaveProperty('problem');
  });

  it('name several organisations in several ways, and one whose name holds a comma', () => {
    const isName = (words: string): boolean => ['A', 'B', 'Verein für Kunst, Kultur und Sport'].includes(words);
    expect(splitNames('A; B', isName)).toEqual(['A', 'B']);
    expect(splitNames('A, X und B', isName)).toEqual(['A', 'X', 'B']);
    expect(splitNames('Verein für Kunst, Kultur und Sport\nA/B', isName)).toEqual(['Verein für Kunst, Kultur und Sport', 'A', 'B']);
    expect(splitNames('Schulen, Kitas und Horte', isName)).toEqual(['Schulen, Kitas und Horte']);
  });

  it('are likened to organisations that may be meant', () => {
    expect(similarOrganisations('Brücke', organisations).map(({ id }) => id)).toEqual([bridge]);
    expect(similarOrganisations('Sportbund', organisations)).toEqual([]);
  });
});

describe('what becomes of a list', () => {
  const head = 'Nr.;Handlungsfeld;Ziel;Maßnahme;Beschreibung;Federführung;Beteiligte;Zeitraum;Status\n';

  it('is a measure with its values; what no field takes stands in its text, nothing is dropped', async () => {
    const row = await firstOf(`${head}3.1;Sprache;Ankommen;Lotsen;Ehrenamtliche helfen;AfV;Brücke e. V., Stadtmission;laufend;in Arbeit\n`);
    expect(row).toMatchObject({ line: 2, state: 'ready', title: 'Lotsen', goal: 'Ankommen', target: { sectionId: 'sprache' }, values: { lead: office, [`partner/${bridge}`]: true, status: 'running' } });
    expect(row.kept).toEqual([{ field: 'partner', words: 'Stadtmission' }, { field: 'period', words: 'laufend' }]);
    expect(row.description).toBe('Ehrenamtliche helfen\nBeteiligte: Stadtmission\nZeitraum: laufend\nNummer: 3.1');
  });

  it('does not guess between two organisations of one name, but takes what people say', async () => {
    const text = `${head};Sprache;;Lotsen;;Hafen;;;\n`;
    const plan = await planOf(text);
    expect(plan.rows[0]?.kept).toEqual([{ field: 'lead', words: 'Hafen' }]);
    expect(plan.names.map(({ words, similar }) => [words, similar.length])).toEqual([['Hafen', 2]]);
    expect(await firstOf(text, { organisations: [{ words: 'Hafen', organisationId: bridge }] })).toMatchObject({ values: { lead: bridge }, kept: [] });
    expect(await firstOf(text, { organisations: [{ words: 'Hafen', organisationId: null }] })).toMatchObject({ kept: [{ field: 'lead', words: 'Hafen' }] });
  });

  it('passes over titles that are there already or came before, unless people want them', async () => {
    const text = `${head};Sprache;;Gibt  es SCHON;;;;;\n;Sprache;;Neu;;;;;\n;Sprache;;neu;;;;;\n`;
    expect((await planOf(text)).rows.map(({ state }) => state)).toEqual(['duplicate', 'ready', 'duplicate']);
    expect((await planOf(text, { withDuplicates: true })).rows.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready']);
  });

  it('takes a merged section for all rows below it, and says what has none, no title, or no right', async () => {
    const text = `${head};Sprache;;Eins;;;;;\n;;;Zwei;;;;;\n;Wohnen;;Drei;;;;;\n;Sprache;;;Nur Text;;;;\n;Sprache;;${'x'.repeat(301)};;;;;\n`;
    const plan = await planOf(text);
    expect(plan.rows.map(({ state }) => state)).toEqual(['ready', 'ready', 'no_section', 'no_title', 'title_too_long']);
    expect(plan.sections).toEqual([{ words: 'Sprache', count: 4 }, { words: 'Wohnen', count: 1 }]);
    const targets = [{ words: 'Wohnen', sectionId: null, newTitle: 'Wohnen' }];
    expect((await planOf(text, { targets })).rows[2]?.state).toBe('ready');
    expect((await planOf(text, { targets }, { mayAddSections: false, writableSections: new Set() })).rows.slice(0, 3).map(({ state }) => state)).toEqual(['locked', 'locked', 'locked']);
  });

  it('is not held up by a hostile list', () => {
    const start = performance.now();
    readListCell('period', '1/'.repeat(20_000), organisations);
    readListCell('budgetAmount', '0'.repeat(20_000) + 'x', organisations);
    splitNames(', und '.repeat(5_000), () => false);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
