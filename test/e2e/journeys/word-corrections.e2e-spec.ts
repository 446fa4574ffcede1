import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import {
  ApplyWordCorrectionsDocument, ExportNowDocument, RequestExportDocument, StartWordCorrectionsDocument, SubmitContributionDocument, WordCorrectionsProgressDocument, WordDifferencesDocument, type WordCorrectionsProgressQuery, type WordDifferencesQuery,
} from '../../../libs/web/data/src/generated/graphql.js';
import { p, wordFile } from '../../../libs/concept/test/word-file.js';
import { uploadWordFile } from '../access-matrix/upload-word-file.js';
import { addMeasure, key, newDesk, type Desk } from './desk.js';
import { editedWord, reworded, tracked, withParagraph } from './edited-word.js';

const application = useApplication();
type Corrections = NonNullable<WordCorrectionsProgressQuery['wordCorrections']>;
type Difference = NonNullable<WordDifferencesQuery['wordCorrections']>['differences']['edges'][number]['node'];

const addBlock = 'mutation ($input: AddBlockInput!) { addBlock(input: $input) { errors { code } } }';
const setBlockText = 'mutation ($input: SetBlockTextInput!) { setBlockText(input: $input) { errors { code } } }';
const blocksOf = 'query ($uuid: String!) { section(uuid: $uuid) { blocks(first: 50) { edges { node { blockId kind text } } } } }';

interface Block {
  readonly blockId: string;
  readonly kind: string;
  readonly text: string;
}

async function blocks(office: GraphqlVisitor, { sectionUuid: uuid }: Desk): Promise<Block[]> {
  const { section } = await office.get<{ section: { blocks: { edges: { node: Block }[] } } }>(blocksOf, { uuid });
  return section.blocks.edges.map(({ node }) => node);
}

/** A field of action with three paragraphs and a measure. */
async function written(office: GraphqlVisitor): Promise<Desk> {
  const desk = await newDesk(application());
  for (const text of ['Wir reden miteinander.', 'Das fällt weg.', 'Das bleibt stehen.']) await office.get(addBlock, { input: { sectionId: desk.sectionId, kind: 'PARAGRAPH', text, idempotencyKey: key() } });
  await addMeasure(office, desk, 'Lotsendienst');
  return desk;
}

/** The section as the Word file that anybody gets. */
async function exported(office: GraphqlVisitor, { editionId, sectionId }: Desk, hasContributions = false): Promise<Uint8Array> {
  const { requestExport } = await office.get(RequestExportDocument, { input: { editionId, sectionId, form: 'DOCX', hasLineNumbers: false, hasMeasureTable: true, hasContributions, idempotencyKey: key() } });
  let address: string | null | undefined;
  await until(async () => Boolean((address = (await office.get(ExportNowDocument, { uuid: requestExport.documentExport?.uuid ?? '' })).documentExport?.fileUrl)), 'the export is finished', 20_000);
  const response = await fetch(new URL(address ?? '/', office.origin), { headers: office.headers });
  return new Uint8Array(await response.arrayBuffer());
}

async function brought(office: GraphqlVisitor, { editionId }: Desk, content: Uint8Array): Promise<Corrections> {
  const { startWordCorrections } = await office.get(StartWordCorrectionsDocument, { input: { editionId, fileId: await uploadWordFile(office, content), idempotencyKey: key() } });
  expect(startWordCorrections.errors).toEqual([]);
  let now: Corrections | null | undefined;
  await until(async () => ['READY', 'FAILED'].includes((now = (await office.get(WordCorrectionsProgressDocument, { uuid: startWordCorrections.wordCorrections?.uuid ?? '' })).wordCorrections)?.state ?? ''), 'the file is compared', 20_000);
  return now as Corrections;
}

async function differences(office: GraphqlVisitor, { uuid }: Corrections): Promise<Difference[]> {
  return (await office.get(WordDifferencesDocument, { uuid })).wordCorrections?.differences.edges.map(({ node }) => node) ?? [];
}

describe('a Word file that comes back from a colleague', () => {
  it('unchanged brings nothing', async () => {
    const office = await application().as('office');
    const desk = await written(office);
    const read = await brought(office, desk, await exported(office, desk));
    expect(read).toMatchObject({ state: 'READY', knowsRemoved: true, trackedChanges: 0 });
    expect(await differences(office, read)).toEqual([]);
  });

  it('with comments from here brings nothing either, and counts none of them as a colleague\'s', async () => {
    const office = await application().as('office');
    const desk = await written(office);
    const said = { editionId: desk.editionId, sectionId: desk.sectionId, kind: 'QUESTION' as const, text: 'Mit wem?', language: 'de', isForOrganisation: true };
    for (const passage of [{ quote: 'reden miteinander', before: 'Wir ' }, null]) {
      expect((await office.get(SubmitContributionDocument, { input: { ...said, passage, idempotencyKey: key() } })).submitContribution.errors).toEqual([]);
    }
    const content = await exported(office, desk, true);
    expect(strFromU8(unzipSync(content)['word/document.xml'] ?? new Uint8Array()).match(/<w:commentRangeStart /g)).toHaveLength(2);
    const read = await brought(office, desk, content);
    expect(read).toMatchObject({ state: 'READY', knowsRemoved: true, trackedChanges: 0, comments: 0 });
    expect(await differences(office, read)).toEqual([]);
  });

  it('brings its corrections, tracked or not, and they become the text as they are accepted', async () => {
    const office = await application().as('office');
    const desk = await written(office);
    const content = editedWord(await exported(office, desk), (xml) => {
      const wording = reworded(reworded(xml, 'Wir reden miteinander.', `Wir ${tracked('reden', 'sprechen')} miteinander.`), 'Lotsendienst</w:t>', 'Lotsendienst für alle</w:t>');
      const added = withParagraph(wording, 'Das bleibt stehen.', (paragraph) => `${paragraph}${p('Das ist neu.')}`);
      return withParagraph(added, 'Das fällt weg.', () => '');
    });
    const read = await brought(office, desk, content);
    expect(read).toMatchObject({ state: 'READY', trackedChanges: 2 });
    const found = await differences(office, read);
    expect(found.map(({ kind, liveText, fileText }) => [kind, liveText, fileText])).toEqual([
      ['CORRECTED', 'Wir reden miteinander.', 'Wir sprechen miteinander.'], ['ADDED', '', 'Das ist neu.'], ['CORRECTED', 'Lotsendienst', 'Lotsendienst für alle'], ['REMOVED', 'Das fällt weg.', ''],
    ]);
    const input = { correctionsUuid: read.uuid, sectionId: desk.sectionId, accepted: found.map(({ key: name, liveText }) => ({ key: name, expected: liveText })), idempotencyKey: key() };
    // The second one is what a client sends when the first answer was lost.
    const answers = [await office.get(ApplyWordCorrectionsDocument, { input }), await office.get(ApplyWordCorrectionsDocument, { input })];
    expect(answers.map(({ applyWordCorrections: { takenCount, errors } }) => [takenCount, errors])).toEqual([[4, []], [4, []]]);
    expect((await blocks(office, desk)).map(({ text }) => text)).toEqual(['Wir sprechen miteinander.', 'Das bleibt stehen.', 'Das ist neu.', 'Lotsendienst für alle']);
    expect(await differences(office, read)).toEqual([]);
  });

  it('does not write over what was changed here meanwhile', async () => {
    const office = await application().as('office');
    const desk = await written(office);
    const content = editedWord(await exported(office, desk), (xml) => reworded(xml, 'Das bleibt stehen.', 'Das bleibt so stehen.'));
    const [, , block] = await blocks(office, desk);
    await office.get(setBlockText, { input: { sectionId: desk.sectionId, blockId: block?.blockId, text: 'Das bleibt hier.', expected: block?.text, idempotencyKey: key() } });
    const read = await brought(office, desk, content);
    expect((await differences(office, read)).map(({ kind, liveText, fileText }) => [kind, liveText, fileText])).toEqual([['CONFLICT', 'Das bleibt hier.', 'Das bleibt so stehen.']]);
    expect((await blocks(office, desk))[2]?.text).toBe('Das bleibt hier.');
  });

  it('is refused when it is none of ours', async () => {
    const office = await application().as('office');
    expect(await brought(office, await newDesk(application()), wordFile(p('Irgendein Text')))).toMatchObject({ state: 'FAILED', problem: 'NO_MARKS' });
  });
});
