import { describe, expect, it } from '@jest/globals';
import { editFields, insertMeasure, newBlockId, setTitle } from '@konzeptwerkstatt/document-model';
import { until, useApplication } from '@konzeptwerkstatt/test-support';
import { AddMeasureDocument, AddMeasurePartnerDocument, EditionActivityAddedDocument, MeasureTableChangedDocument, SetMeasureStatusDocument, SetMeasureTitleDocument } from '../../../libs/web/data/src/generated/graphql.js';
import { addMeasure, key, newDesk, organisationNamed, rowsOf } from './desk.js';

const application = useApplication();

describe('a value set in the table', () => {
  it('stands in the open text within a second', async () => {
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    const measure = await addMeasure(contributor, desk, 'Sprachmittlung');
    const reader = await application().join(await application().as('reviewer'), desk.documentId);
    const set = contributor.get(SetMeasureStatusDocument, { input: { measureId: measure.id, status: 'RUNNING', expected: null, idempotencyKey: key() } });
    expect(await until(() => reader.fields.get(`${measure.blockId}/status`) === 'running', 'the text shows the status')).toBeLessThan(1_000);
    expect((await set).setMeasureStatus.measure?.status).toBe('RUNNING');
  });

  it('is read back by its writer at once', async () => {
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    const measure = await addMeasure(contributor, desk, 'Vorher');
    await contributor.get(SetMeasureTitleDocument, { input: { measureId: measure.id, title: 'Nachher', expected: 'Vorher', idempotencyKey: key() } });
    expect((await rowsOf(contributor, desk)).map(({ title }) => title)).toEqual(['Nachher']);
  });
});

describe('a measure typed into the text', () => {
  it('stands in the table within two seconds, and everybody who follows the edition hears of it', async () => {
    const [desk, contributor, welfare] = [await newDesk(application()), await application().as('contributor'), await application().as('welfare')];
    const table = welfare.follow(MeasureTableChangedDocument, { editionId: desk.editionId });
    const activity = welfare.follow(EditionActivityAddedDocument, { editionId: desk.editionId });
    const writer = await application().join(contributor, desk.documentId);
    await until(async () => (await addMeasure(contributor, desk, 'Anstoß')) !== null && table.received.length > 0 && activity.received.length > 0, 'the subscriptions are open', 10_000);
    const blockId = newBlockId();
    insertMeasure(writer.doc, { blockId, title: 'E' });
    for (const title of ['El', 'Elt', 'Eltern', 'Elterncafé']) setTitle(writer.doc, blockId, title);
    editFields(writer.doc, blockId, { status: 'planned', period: '2026-Q1/2027' });
    const rowAppears = async (): Promise<boolean> => (await rowsOf(welfare, desk)).some(({ title, status, period }) => title === 'Elterncafé' && status === 'PLANNED' && period === '2026-Q1/2027');
    expect(await until(rowAppears, 'the table has the measure')).toBeLessThan(2_000);
    const added = (await rowsOf(welfare, desk)).find((row) => row.blockId === blockId);
    await until(() => table.received.some(({ measureTableChanged: { measure } }) => measure?.blockId === blockId && measure.title === 'Elterncafé'), 'the table is told');
    await until(() => activity.received.some(({ activityAdded }) => activityAdded.name === 'concept.measure.added' && activityAdded.measure?.id === added?.id && activityAdded.organisation?.name.startsWith('Viele Stimmen') === true), 'the activity list is told');
    expect([...table.errors, ...activity.errors]).toEqual([]);
  });

  it('reaches whoever has the same text open', async () => {
    const desk = await newDesk(application());
    const [writer, reader] = [await application().join(await application().as('contributor'), desk.documentId), await application().join(await application().as('welfare'), desk.documentId)];
    insertMeasure(writer.doc, { blockId: newBlockId(), title: 'Gemeinsamer Elternabend' });
    expect(await until(() => reader.text.includes('Gemeinsamer Elternabend'), 'the other one sees it')).toBeLessThan(1_000);
  });
});

describe('people who add partners at the same moment', () => {
  it('lose neither, two in the table and two in the text', async () => {
    const [desk, contributor, welfare] = [await newDesk(application()), await application().as('contributor'), await application().as('welfare')];
    const measure = await addMeasure(contributor, desk, 'Lesepatenschaften');
    const organisations = await Promise.all(['Frauen im Austausch', 'Nachbarschaft am Kanal', 'Gesundheitsamt', 'Personalamt'].map((name) => organisationNamed(contributor, name)));
    const texts = await Promise.all([contributor, welfare].map((visitor) => application().join(visitor, desk.documentId)));
    texts.forEach(({ fields }, index) => fields.set(`${measure.blockId}/partner/${organisations[index]?.uuid}`, true));
    const edits = [contributor, welfare].map((visitor, index) => visitor.get(AddMeasurePartnerDocument, { input: { measureId: measure.id, organisationId: organisations[index + 2]?.id ?? '', idempotencyKey: key() } }));
    await Promise.all(edits);
    const partners = async (): Promise<string[]> => (await rowsOf(contributor, desk)).flatMap((row) => row.partners.edges.map(({ node }) => node.id)).sort();
    await until(async () => (await partners()).length === 4, 'the table has all four');
    expect(await partners()).toEqual(organisations.map(({ id }) => id).sort());
    await until(() => texts.every(({ fields }) => organisations.every(({ uuid }) => fields.get(`${measure.blockId}/partner/${uuid}`) === true)), 'both texts have all four');
  });
});

describe('a value that somebody else changed meanwhile', () => {
  it('is told with its present value and who set it, and stays as it is', async () => {
    const [desk, contributor, welfare] = [await newDesk(application()), await application().as('contributor'), await application().as('welfare')];
    const measure = await addMeasure(contributor, desk, 'Beratung');
    const set = (visitor: typeof welfare, status: 'RUNNING' | 'DONE') => visitor.get(SetMeasureStatusDocument, { input: { measureId: measure.id, status, expected: null, idempotencyKey: key() } });
    await set(welfare, 'RUNNING');
    const { setMeasureStatus } = await set(contributor, 'DONE');
    expect(setMeasureStatus.measure).toBeNull();
    expect(setMeasureStatus.errors).toMatchObject([{ code: 'STALE_VALUE', path: ['status'], currentValue: 'RUNNING', changedBy: { name: expect.stringMatching(/^Wohlfahrtsverband/) } }]);
    expect((await rowsOf(contributor, desk)).map(({ status }) => status)).toEqual(['RUNNING']);
  });

  it('is told as well when it was changed in the text a moment ago', async () => {
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    const measure = await addMeasure(contributor, desk, 'Beratung');
    const welfare = await application().join(await application().as('welfare'), desk.documentId);
    const reader = await application().join(contributor, desk.documentId);
    welfare.fields.set(`${measure.blockId}/status`, 'paused');
    await until(() => reader.fields.get(`${measure.blockId}/status`) === 'paused', 'the others see it');
    const { setMeasureStatus } = await contributor.get(SetMeasureStatusDocument, { input: { measureId: measure.id, status: 'DONE', expected: null, idempotencyKey: key() } });
    expect(setMeasureStatus.errors).toMatchObject([{ code: 'STALE_VALUE', currentValue: 'PAUSED' }]);
  });
});

describe('a mutation sent twice with the same key', () => {
  it('gives the same answer and has one effect', async () => {
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    const input = { sectionId: desk.sectionId, title: 'Nur einmal', idempotencyKey: key() };
    const answers = await Promise.all([1, 2, 3].map(() => contributor.get(AddMeasureDocument, { input })));
    expect(new Set(answers.map(({ addMeasure: { measure } }) => measure?.id)).size).toBe(1);
    expect((await rowsOf(contributor, desk)).map(({ title }) => title)).toEqual(['Nur einmal']);
  });

  it('is refused when the key was used for something else', async () => {
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    const input = { sectionId: desk.sectionId, title: 'Das eine', idempotencyKey: key() };
    await contributor.get(AddMeasureDocument, { input });
    const { addMeasure: payload } = await contributor.get(AddMeasureDocument, { input: { ...input, title: 'Das andere' } });
    expect(payload.errors.map(({ code }) => code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect((await rowsOf(contributor, desk)).map(({ title }) => title)).toEqual(['Das eine']);
  });
});
