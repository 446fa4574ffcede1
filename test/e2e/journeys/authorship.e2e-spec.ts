import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { until, useApplication, type GraphqlVisitor, type RoomClient } from '@konzeptwerkstatt/test-support';
import * as Y from 'yjs';
import { key, newDesk, type Desk } from './desk.js';

const application = useApplication();

interface Share {
  readonly key: string;
  readonly percent: number;
  readonly characters: number | null;
  readonly organisation: { readonly name: string } | null;
  readonly people: readonly { readonly displayName: string | null; readonly characters: number }[] | null;
}
interface SectionAnswer {
  readonly authorship: { readonly showsDetail: boolean; readonly shares: readonly Share[]; readonly passages: readonly { readonly blockId: string; readonly from: number; readonly to: number; readonly organisation: { readonly name: string } | null }[] };
}

const SHARES = 'showsDetail shares { key percent characters organisation { name } people { displayName characters } }';
const SECTION = `query ($uuid: String!) { section(uuid: $uuid) { authorship { ${SHARES} passages { blockId from to organisation { name } } } } }`;
const COPY = 'mutation ($input: RecordCopiedTextInput!) { recordCopiedText(input: $input) { section { id } errors { code } } }';
const DETAIL = 'mutation ($input: SetAuthorshipDetailInput!) { setAuthorshipDetail(input: $input) { municipality { showsAuthorshipDetail } errors { code } } }';

const answerOf = async (visitor: GraphqlVisitor, { sectionUuid }: Desk): Promise<SectionAnswer> => (await visitor.get<{ section: SectionAnswer }>(SECTION, { uuid: sectionUuid })).section;

/** The names of the organisations and their words' places, in document order. */
const told = ({ authorship }: SectionAnswer): string[] => authorship.passages.map(({ from, to, organisation }) => `${organisation?.name.split(' ')[0] ?? '?'} ${from}–${to}`);

function paragraph({ doc }: RoomClient, id: string, words: string): void {
  doc.transact(() => {
    const [block, text] = [new Y.XmlElement('block'), new Y.XmlText()];
    block.setAttribute('id', id);
    doc.getXmlFragment('body').push([block]);
    block.insert(0, [text]);
    text.insert(0, words);
  });
}

/** As an editor moves a paragraph to the end. */
function moveToEnd(client: RoomClient, id: string): void {
  const body = client.doc.getXmlFragment('body');
  const index = body.toArray().findIndex((block) => (block as Y.XmlElement).getAttribute('id') === id);
  const words = (body.get(index) as Y.XmlElement).get(0).toString();
  client.doc.transact(() => {
    body.delete(index, 1);
    paragraph(client, id, words);
  });
}

async function written(): Promise<{ desk: Desk; one: string; verein: RoomClient; verband: RoomClient }> {
  const desk = await newDesk(application());
  const [verein, verband] = [await application().join(await application().as('contributor'), desk.documentId), await application().join(await application().as('welfare'), desk.documentId)];
  const one = randomUUID();
  paragraph(verein, one, 'Der Verein schreibt.');
  await until(() => verband.text.includes('Der Verein schreibt.'), 'the other one has it');
  paragraph(verband, randomUUID(), 'Der Verband auch.');
  await until(() => verein.text.includes('Der Verband auch.'), 'the first one has it');
  return { desk, one, verein, verband };
}

describe('who wrote a section', () => {
  it('is told by organisation, and stays right when another one moves the words', async () => {
    const { desk, one, verein, verband } = await written();
    const office = await application().as('office');
    expect(told(await answerOf(office, desk))).toEqual(['Viele 0–20', 'Wohlfahrtsverband 0–17']);
    moveToEnd(verband, one);
    await until(() => verein.text.indexOf('Der Verband auch.') === 0, 'it is moved');
    await until(async () => told(await answerOf(office, desk))[0] === 'Wohlfahrtsverband 0–17', 'the server has it');
    const { authorship } = await answerOf(office, desk);
    expect(authorship.passages.map(({ organisation }) => organisation?.name.split(' ')[0])).toEqual(['Wohlfahrtsverband', 'Viele']);
    expect(authorship.shares.map(({ percent, characters, people }) => [percent, characters, people])).toEqual([[54, null, null], [46, null, null]]);
  });

  it('names persons and numbers to members once the municipality shows them, and is recorded', async () => {
    const { desk } = await written();
    const [office, reviewer, contributor] = [await application().as('office'), await application().as('reviewer'), await application().as('contributor')];
    expect((await contributor.run(DETAIL, { input: { shown: true, idempotencyKey: key() } })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const set = (shown: boolean): Promise<unknown> => office.get(DETAIL, { input: { shown, idempotencyKey: key() } });
    await set(true);
    const { authorship } = await answerOf(reviewer, desk);
    expect(authorship.showsDetail).toBe(true);
    expect(authorship.shares[0]).toMatchObject({ characters: 20, people: [{ characters: 20, displayName: expect.stringMatching(/\w/) }] });
    await set(false);
    expect((await answerOf(reviewer, desk)).authorship.showsDetail).toBe(false);
  });

  it('adds up for the whole edition', async () => {
    const { desk } = await written();
    const { edition } = await (await application().as('reviewer')).get<{ edition: { authorship: { shares: Share[] } } }>(`query ($uuid: String!) { edition(uuid: $uuid) { authorship { ${SHARES} } } }`, { uuid: desk.editionUuid });
    const names = edition.authorship.shares.map(({ organisation }) => organisation?.name.split(' ')[0]);
    expect(names).toEqual(expect.arrayContaining(['Viele', 'Wohlfahrtsverband']));
  });
});

describe('words copied into another section', () => {
  const record = async (visitor: GraphqlVisitor, from: Desk, client: RoomClient, blockId: string) =>
    visitor.run<{ recordCopiedText: { errors: unknown[] } }>(COPY, { input: { documentId: client.documentId, sourceDocumentId: from.documentId, blockIds: [blockId], clientId: client.doc.clientID, fromClock: 0, toClock: 1000, idempotencyKey: key() } });

  it('keep their authors where they stand in the source, and are their writer’s where they do not', async () => {
    const { desk, one } = await written();
    const [office, target] = [await application().as('office'), await newDesk(application())];
    const writer = await application().join(office, target.documentId);
    paragraph(writer, randomUUID(), 'Der Verein schreibt.');
    paragraph(writer, randomUUID(), 'Der Verein behauptet.');
    expect((await record(office, desk, writer, one)).data?.recordCopiedText.errors).toEqual([]);
    await until(async () => (await answerOf(office, target)).authorship.passages.length >= 2, 'the words are committed');
    const passages = told(await answerOf(office, target));
    expect(passages[0]).toBe('Viele 0–20');
    // Of the other sentence only the words that really stand there.
    expect(passages.slice(1)).toEqual(['Viele 0–11', 'Referat 11–21']);
  });

  it('are told of by nobody of another municipality', async () => {
    const { desk, one, verein } = await written();
    const foreign = await application().as('foreign');
    expect((await record(foreign, desk, verein, one)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await foreign.run<{ section: unknown }>(SECTION, { uuid: desk.sectionUuid })).data?.section).toBeNull();
  });
});
