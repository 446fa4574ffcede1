import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { appendBlocks, insertMeasure, newBlockId } from '@konzeptwerkstatt/document-model';
import { pause, until, useApplication, type GraphqlVisitor, type RoomClient } from '@konzeptwerkstatt/test-support';
import { WebSocket } from 'ws';
import { XmlElement, XmlText } from 'yjs';
import { AddMeasureDocument, AddMeasurePartnerDocument, AddSectionDocument, RenameSectionDocument, SetMeasureBudgetAmountDocument, SetMeasureLeadDocument, SetMeasurePeriodDocument, SetMeasureTitleDocument } from '../../../libs/web/data/src/generated/graphql.js';
import { addMeasure, key, newDesk, organisationNamed, rowsOf, type Desk } from './desk.js';

const application = useApplication();
const LONE_SURROGATE = 'a\ud800b';
const NUL = 'a\u0000b';

type Problems = readonly { readonly code: string; readonly path: readonly string[]; readonly message: string }[];
const told = (problems: Problems): string[] => problems.map(({ code, path }) => `${code} at ${path.join('.')}`);

/** How many updates a text consists of: none may come with a refusal. */
async function updatesOf({ documentId }: Desk): Promise<number> {
  const { rows } = await application().database.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM engine.document_update WHERE document_id = $1', [documentId]);
  return rows[0]?.count ?? -1;
}

describe('a form with a mistake', () => {
  it.each([['nothing', '', 'TITLE_REQUIRED'], ['spaces only', '  \t ', 'TITLE_REQUIRED'], ['301 characters', 'x'.repeat(301), 'TITLE_TOO_LONG'], ['a NUL', NUL, 'TEXT_NOT_STORABLE'], ['half a character', LONE_SURROGATE, 'TEXT_NOT_STORABLE']])(
    'whose title is %s is refused beside the field, and nothing is written', async (_what, title, code) => {
      const titled = `Feld mit Titel ${key()}`;
      const [desk, office] = [await newDesk(application(), titled), await application().as('office')];
      const measure = await addMeasure(office, desk, 'Bleibt so');
      const before = await updatesOf(desk);
      const added = await office.get(AddMeasureDocument, { input: { sectionId: desk.sectionId, title, idempotencyKey: key() } });
      const renamed = await office.get(SetMeasureTitleDocument, { input: { measureId: measure.id, title, expected: 'Bleibt so', idempotencyKey: key() } });
      const section = await office.get(AddSectionDocument, { input: { editionId: desk.editionId, kind: 'CHAPTER', title, idempotencyKey: key() } });
      const heading = await office.get(RenameSectionDocument, { input: { sectionId: desk.sectionId, title, expected: titled, idempotencyKey: key() } });
      for (const { errors } of [added.addMeasure, renamed.setMeasureTitle, section.addSection, heading.renameSection]) {
        expect(told(errors)).toEqual([expect.stringMatching(new RegExp(`^${code} at (input\\.)?title$`))]);
        expect(errors[0]?.message).toMatch(/^[A-ZÄÖÜ].*\.$/);
      }
      expect((await rowsOf(office, desk)).map((row) => row.title)).toEqual(['Bleibt so']);
      expect(await updatesOf(desk)).toBe(before);
    });

  it('that names an organisation of another municipality is answered like one that does not exist', async () => {
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    const measure = await addMeasure(contributor, desk, 'Tandem');
    const foreign = await organisationNamed(await application().as('foreign'), 'Offener Hafen');
    const unknown = Buffer.from(`Organisation:${randomUUID()}`).toString('base64url');
    for (const organisationId of [foreign.id, unknown, 'unsinn']) {
      const { setMeasureLead } = await contributor.get(SetMeasureLeadDocument, { input: { measureId: measure.id, organisationId, expectedOrganisationId: null, idempotencyKey: key() } });
      const { addMeasurePartner } = await contributor.get(AddMeasurePartnerDocument, { input: { measureId: measure.id, organisationId, idempotencyKey: key() } });
      expect([...told(setMeasureLead.errors), ...told(addMeasurePartner.errors)]).toEqual(['UNKNOWN_ORGANISATION at organisationId', 'UNKNOWN_ORGANISATION at organisationId']);
    }
    expect(await rowsOf(contributor, desk)).toMatchObject([{ lead: null, partners: { edges: [] } }]);
  });

  it.each([['ends before it begins', '2027/2025-Q4', 'PERIOD_ENDS_BEFORE_START'], ['is no period', 'bald', 'PERIOD_INVALID'], ['is a day too exact', '2025-01-01', 'PERIOD_INVALID']])(
    'whose period %s is refused', async (_what, period, code) => {
      const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
      const measure = await addMeasure(contributor, desk, 'Kurs');
      const { setMeasurePeriod } = await contributor.get(SetMeasurePeriodDocument, { input: { measureId: measure.id, period, expected: null, idempotencyKey: key() } });
      expect(told(setMeasurePeriod.errors)).toEqual([`${code} at period`]);
      expect((await rowsOf(contributor, desk)).map((row) => row.period)).toEqual([null]);
    });

  it.each(['-5', '1,50', '1.234', '1e9', 'viel'])('whose amount is %p is refused', async (amount) => {
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    const measure = await addMeasure(contributor, desk, 'Kurs');
    const { data, errors } = await contributor.run(SetMeasureBudgetAmountDocument, { input: { measureId: measure.id, amount, expected: null, idempotencyKey: key() } });
    expect(data === null ? errors[0]?.extensions.code : told(data.setMeasureBudgetAmount.errors)[0]).toMatch(/^(BAD_USER_INPUT|AMOUNT_INVALID at amount)$/);
    expect((await rowsOf(contributor, desk)).map((row) => row.budgetAmount)).toEqual([null]);
  });
});

/** Sends a raw message of the y-websocket protocol beside what the provider sends. */
function sendRaw({ provider }: RoomClient, bytes: readonly number[]): void {
  provider.ws?.send(Uint8Array.from(bytes));
}

const updateFrame = (payload: readonly number[]): number[] => [0, 2, payload.length, ...payload];

describe('what is wrong in a text', () => {
  it.each<[string, readonly number[], number]>([
    ['an update that does not decode', updateFrame([1, 255, 255, 3, 7]), 4422],
    ['random bytes as an update', updateFrame([...randomBytes(100)]), 4422],
    ['a message of no known kind', [99, 1, 2, 3], 4400],
    ['an update cut short', [0, 2, 50, 1, 2], 4400],
  ])('%s closes only the socket it came from', async (_what, bytes, code) => {
    const desk = await newDesk(application());
    const [bad, good, reader] = await Promise.all((['contributor', 'welfare', 'reviewer'] as const).map(async (account) => application().join(await application().as(account), desk.documentId)));
    const before = await updatesOf(desk);
    sendRaw(bad!, bytes);
    await until(() => bad!.closeCode !== null, 'the sender is closed');
    expect(bad!.closeCode).toBe(code);
    expect(await updatesOf(desk)).toBe(before);
    appendBlocks(good!.doc, [{ type: 'paragraph', text: 'Es geht weiter.' }]);
    await until(() => reader!.text.includes('Es geht weiter.'), 'the others go on');
    expect(good!.closeCode).toBeNull();
  });

  it('that is larger than a mebibyte closes with 4413, and is not kept', async () => {
    const desk = await newDesk(application());
    const [writer, reader] = [await application().join(await application().as('contributor'), desk.documentId), await application().join(await application().as('reviewer'), desk.documentId)];
    appendBlocks(writer.doc, [{ type: 'paragraph', text: 'x'.repeat(1024 * 1024 + 100) }]);
    await until(() => writer.closeCode !== null, 'the sender is closed');
    expect(writer.closeCode).toBe(4413);
    expect(reader.text).toBe('');
    expect(await updatesOf(desk)).toBeLessThan(2);
  });

  it.each([['a NUL', NUL], ['half a character', LONE_SURROGATE]])('%s in a title neither stops the others nor reaches the table as it is', async (_what, title) => {
    const desk = await newDesk(application());
    const [writer, welfare] = [await application().join(await application().as('contributor'), desk.documentId), await application().as('welfare')];
    insertByHand(writer, title);
    await pause(300);
    const other = await application().join(welfare, desk.documentId);
    insertMeasure(other.doc, { blockId: newBlockId(), title: 'Danach' });
    await until(async () => (await rowsOf(welfare, desk)).some((row) => row.title === 'Danach'), 'the table goes on');
    for (const row of await rowsOf(welfare, desk)) expect([row.title.isWellFormed(), row.title.includes('\0')]).toEqual([true, false]);
    const { rows } = await application().database.pool.query('SELECT 1 FROM engine.parked_job');
    expect(rows).toEqual([]);
  });
});

/** Writes past the checks of the shared layout, as a client of one's own might. */
function insertByHand({ doc }: RoomClient, title: string): void {
  const measure = new XmlElement('measure');
  measure.setAttribute('id', newBlockId());
  const heading = new XmlElement('title');
  heading.insert(0, [new XmlText(title)]);
  measure.insert(0, [heading]);
  doc.getXmlFragment('body').push([measure]);
}

/** Status with which an upgrade is refused, or the code of the close right after it; 101 when it is let in. */
async function refusal(visitor: GraphqlVisitor, path: string, headers: Record<string, string>, protocol: string[] = []): Promise<number> {
  const socket = new WebSocket(`${visitor.origin.replace('http', 'ws')}${path}`, protocol, { headers: { ...visitor.headers, ...headers } });
  socket.on('error', () => undefined);
  const answer = await Promise.race([
    once(socket, 'unexpected-response').then(([, response]) => (response as { statusCode: number }).statusCode),
    once(socket, 'close').then(([code]) => code as number),
    once(socket, 'open').then(() => pause(1_000)).then(() => 101),
  ]);
  socket.terminate();
  return answer;
}

describe('a page of another origin', () => {
  it('cannot use the cookie of the session, neither for texts nor for live updates', async () => {
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    expect(await refusal(contributor, `/collab/${desk.documentId}`, { Origin: 'https://boese.example' })).toBe(403);
    expect(await refusal(contributor, '/graphql', { Origin: 'https://boese.example' }, ['graphql-transport-ws'])).toBe(403);
  });

  it('gains nothing by leaving the origin out', async () => {
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    expect(await refusal(contributor, `/collab/${desk.documentId}`, {})).toBe(4401);
    expect(await refusal(contributor, '/graphql', {}, ['graphql-transport-ws'])).toBe(403);
  });
});
