import { describe, expect, it } from '@jest/globals';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { AddPhaseDocument, ChangePhaseDocument, CreateCalendarFeedDocument, WithdrawCalendarFeedDocument } from '../../../libs/web/data/src/generated/graphql.js';
import { key, newDesk, type Desk } from './desk.js';

const application = useApplication();

/** An open phase in which advisory councils may write. */
const fields = { title: 'Alle schreiben mit', kind: 'drafting', summary: '', opensAt: '2020-01-01T08:00', isExclusive: false, rules: [{ organisationKind: 'ADVISORY_COUNCIL' as const, may: 'CONTRIBUTOR' as const }] };

async function openPhase(office: GraphqlVisitor, { editionUuid }: Desk): Promise<string> {
  const { edition } = await office.get<{ edition: { process: { id: string } } }>('query ($uuid: String!) { edition(uuid: $uuid) { process { id } } }', { uuid: editionUuid });
  const { addPhase } = await office.get(AddPhaseDocument, { input: { ...fields, processId: edition.process.id, idempotencyKey: key() } });
  if (!addPhase.phase) throw new Error(JSON.stringify(addPhase.errors));
  expect(addPhase.phase.state).toBe('OPEN');
  return addPhase.phase.id;
}

async function mayWrite(visitor: GraphqlVisitor, { sectionId }: Desk): Promise<boolean> {
  const { data } = await visitor.run('mutation ($input: AddMeasureInput!) { addMeasure(input: $input) { measure { id } } }', { input: { sectionId, title: 'Probe', idempotencyKey: key() } });
  return data !== null;
}

describe('a phase', () => {
  it('lets write while it is open, and two seconds after it closes nobody writes who could only because of it', async () => {
    const [office, council] = [await application().as('office'), await application().as('reviewer')];
    const desk = await newDesk(application());
    expect(await mayWrite(council, desk)).toBe(false);
    const phaseId = await openPhase(office, desk);
    expect(await until(() => mayWrite(council, desk), 'the phase lets write')).toBeLessThan(2_000);
    const room = await application().join(council, desk.documentId, { params: { acks: '1' } });
    appendBlocks(room.doc, [{ type: 'paragraph', text: 'In der Phase geschrieben.' }]);
    await until(() => room.isSaved && room.sent > 0, 'it is saved');

    await office.get(ChangePhaseDocument, { input: { ...fields, phaseId, expectedRevision: 1, closesAt: '2020-01-02T08:00', idempotencyKey: key() } });
    expect(await until(async () => !(await mayWrite(council, desk)), 'the phase is over')).toBeLessThan(2_000);
    appendBlocks(room.doc, [{ type: 'paragraph', text: 'Zu spät.' }]);
    const reader = await application().join(office, desk.documentId);
    await until(() => reader.text.includes('In der Phase geschrieben.'), 'what was written stays');
    expect(reader.text).not.toContain('Zu spät.');
  });

  it('that ends while nobody does anything is closed by the sweep', async () => {
    const [office, council] = [await application().as('office'), await application().as('reviewer')];
    const desk = await newDesk(application());
    await openPhase(office, desk);
    await until(() => mayWrite(council, desk), 'the phase lets write');
    await application().database.pool.query("UPDATE phases SET closes_at = now() - interval '1 second' WHERE closes_at IS NULL");
    await until(async () => !(await mayWrite(council, desk)), 'the phase is over', 15_000);
  });
});

describe('the calendar of a process', () => {
  it('shows its dates under an address that is secret, ends with the next one, and can be taken back', async () => {
    const council = await application().signIn('reviewer');
    const desk = await newDesk(application());
    const { edition } = await council.get<{ edition: { process: { id: string } } }>('query ($uuid: String!) { edition(uuid: $uuid) { process { id } } }', { uuid: desk.editionUuid });
    const make = async () => (await council.get(CreateCalendarFeedDocument, { input: { processId: edition.process.id, idempotencyKey: key() } })).createCalendarFeed.path ?? '';
    const read = (path: string) => fetch(`${application().origin}${path}`);
    const [first, second] = [await make(), await make()];
    expect((await read(first)).status).toBe(404);
    const response = await read(second);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const text = (await response.text()).replaceAll('\r\n ', '');
    expect(text).toMatch(/^BEGIN:VCALENDAR[^]*SUMMARY:Fortschreibung beschlossen[^]*END:VCALENDAR/);
    expect(text).toContain('DTSTART;VALUE=DATE:20200129');
    expect(text).not.toMatch(/@example\.org|Viele Stimmen/);
    await council.get(WithdrawCalendarFeedDocument, { input: { processId: edition.process.id, idempotencyKey: key() } });
    expect((await read(second)).status).toBe(404);
  });
});
