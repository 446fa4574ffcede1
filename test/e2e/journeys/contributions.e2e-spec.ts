import { describe, expect, it } from '@jest/globals';
import { appendBlocks, bodyOf, newBlockId } from '@konzeptwerkstatt/document-model';
import { until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import type { XmlElement, XmlText } from 'yjs';
import { ContributionPageDocument, EditionContributionsDocument, OwnContributionsDocument, RefuseContributionDocument, ReleaseContributionDocument, ReplyToContributionDocument, SetContributionReleaseDocument, SubmitContributionDocument, WithdrawContributionDocument, EnterContributionDocument } from '../../../libs/web/data/src/generated/graphql.js';
import type { ContributionFullFragment, SubmitContributionInput, WhoseContributions } from '../../../libs/web/data/src/generated/graphql.js';
import { addMeasure, key, newDesk, type Desk } from './desk.js';

const application = useApplication();

const said = (desk: Desk, more: Partial<SubmitContributionInput> = {}): SubmitContributionInput => ({
  editionId: desk.editionId, sectionId: desk.sectionId, kind: 'QUESTION', text: 'Wann beginnt es?', language: 'de', isForOrganisation: true, idempotencyKey: key(), ...more,
});

/** Says something that must be taken. @returns its raw id */
async function submit(visitor: GraphqlVisitor, input: SubmitContributionInput): Promise<{ id: string; uuid: string; state: string }> {
  const { submitContribution } = await visitor.get(SubmitContributionDocument, { input });
  if (!submitContribution.contribution) throw new Error(JSON.stringify(submitContribution.errors));
  return submitContribution.contribution;
}

const read = async (visitor: GraphqlVisitor, uuid: string): Promise<ContributionFullFragment | null> => (await visitor.get(ContributionPageDocument, { uuid })).contribution;
const codes = (errors: readonly { code: string }[]): string[] => errors.map(({ code }) => code);

describe('what somebody says about words in a text', () => {
  it('stays at its words while others write, and says so when they are gone', async () => {
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    const writer = await application().join(await application().as('office'), desk.documentId);
    appendBlocks(writer.doc, [{ type: 'paragraph', id: newBlockId(), text: 'Davor.' }, { type: 'paragraph', id: newBlockId(), text: 'Viele Menschen leben in der Stadt.' }]);
    const passage = { quote: 'in der Stadt', before: 'Menschen leben ' };
    const words = (): XmlText => (bodyOf(writer.doc).get(1) as XmlElement).get(0) as XmlText;
    const input = said(desk, { passage, kind: 'PROPOSAL', text: '', replacement: 'in Stadt und Umland' });
    let uuid = '';
    await until(async () => {
      const { submitContribution } = await contributor.get(SubmitContributionDocument, { input: { ...input, idempotencyKey: key() } });
      uuid = submitContribution.contribution?.uuid ?? '';
      return uuid !== '';
    }, 'the words are committed');
    const before = await read(contributor, uuid);
    expect(before).toMatchObject({ target: 'PASSAGE', quote: 'in der Stadt', replacement: 'in Stadt und Umland', anchor: { state: 'IN_PLACE' } });

    words().insert(0, 'Sehr ');
    appendBlocks(writer.doc, [{ type: 'paragraph', id: newBlockId(), text: 'Auch in der Stadt.' }]);
    const later = said(desk, { passage: { quote: 'Auch in der Stadt.', before: '' } });
    await until(async () => (await contributor.get(SubmitContributionDocument, { input: { ...later, idempotencyKey: key() } })).submitContribution.contribution !== null, 'the other words are committed');
    expect((await read(contributor, uuid))?.anchor).toEqual(before?.anchor);

    words().delete(0, words().length);
    words().insert(0, 'Alle leben auf dem Land.');
    bodyOf(writer.doc).delete(2, 1);
    await until(async () => (await read(contributor, uuid))?.anchor?.state === 'CHANGED', 'the words are gone');
  });

  it('is refused when the words are not there, and nothing is kept of it', async () => {
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    const { submitContribution } = await contributor.get(SubmitContributionDocument, { input: said(desk, { passage: { quote: 'gibt es nicht', before: '' } }) });
    expect(codes(submitContribution.errors)).toEqual(['WORDS_GONE']);
    const { edition } = await contributor.get(EditionContributionsDocument, { edition: desk.editionUuid, filter: { sectionId: desk.sectionId } });
    expect(edition?.contributions.totalCount).toBe(0);
  });
});

describe('a contribution', () => {
  it('sent twice with the same key is one', async () => {
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    const input = said(desk);
    const [first, second] = [await submit(contributor, input), await submit(contributor, input)];
    expect(second.uuid).toBe(first.uuid);
  });

  it('for an organisation that wants it waits for its administrator, and only she lets it go', async () => {
    const [desk, contributor, office, reviewer] = [await newDesk(application()), await application().as('welfare'), await application().as('office'), await application().as('reviewer')];
    const { viewer } = await contributor.get<{ viewer: { person: { uuid: string }; actingOrganisation: { id: string } } }>('{ viewer { person { uuid } actingOrganisation { id } } }');
    const organisationId = viewer.actingOrganisation.id;
    await office.get(SetContributionReleaseDocument, { input: { organisationId, isRequired: true, idempotencyKey: key() } });
    const held = await submit(contributor, said(desk));
    const [own, other] = [await submit(contributor, said(desk, { isForOrganisation: false })), await submit(contributor, said(desk))];
    expect([held.state, own.state]).toEqual(['HELD', 'SUBMITTED']);
    const { viewer: asked } = await office.get<{ viewer: { actingOrganisation: { uuid: string } } }>('{ viewer { actingOrganisation { uuid } } }');
    const mentioning = { text: `Das weiß @[organisation:${asked.actingOrganisation.uuid}].`, language: 'de' };
    expect((await contributor.get(ReplyToContributionDocument, { input: { ...mentioning, contributionId: held.id, idempotencyKey: key() } })).replyToContribution.errors).toEqual([]);
    const isAnybodyTold = async () => (await application().database.pool.query("SELECT 1 FROM notifications WHERE kind = 'contribution_mentioned' AND subject_id = $1", [held.uuid])).rows.length > 0;
    expect([await read(office, held.uuid), await read(reviewer, held.uuid)]).toEqual([null, null]);

    const release = { input: { contributionId: held.id, idempotencyKey: key() } };
    expect((await contributor.run(ReleaseContributionDocument, release)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await office.run(ReleaseContributionDocument, release)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    await application().database.pool.query("UPDATE memberships SET role = 'administrator' WHERE person_id = $1", [viewer.person.uuid]);
    const chair = await application().signIn('welfare');
    expect((await chair.get(ReleaseContributionDocument, { input: { contributionId: held.id, idempotencyKey: key() } })).releaseContribution.contribution?.state).toBe('SUBMITTED');
    expect((await read(office, held.uuid))?.organisation?.id).toBe(organisationId);
    await until(isAnybodyTold, 'whoever was mentioned below it meanwhile is told');
    const refuse = { input: { contributionId: other.id, reason: 'Das sagen wir anders.', idempotencyKey: key() } };
    expect((await office.run(RefuseContributionDocument, refuse)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await chair.get(RefuseContributionDocument, refuse)).refuseContribution).toMatchObject({ errors: [], contribution: { state: 'REFUSED' } });
    expect([(await read(contributor, other.uuid))?.refusalReason, await read(office, other.uuid), await read(reviewer, other.uuid)]).toEqual(['Das sagen wir anders.', null, null]);
    expect(codes((await contributor.get(ReplyToContributionDocument, { input: { ...mentioning, contributionId: other.id, idempotencyKey: key() } })).replyToContribution.errors)).toEqual(['NOT_OPEN']);
    await application().database.pool.query("UPDATE memberships SET role = 'member' WHERE person_id = $1", [viewer.person.uuid]);
    await office.get(SetContributionReleaseDocument, { input: { organisationId, isRequired: false, idempotencyKey: key() } });
  });

  it('is talked about, and gone for the others when it is taken back', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const { id, uuid } = await submit(contributor, said(desk));
    await office.get(ReplyToContributionDocument, { input: { contributionId: id, text: 'Was ist gemeint?', language: 'de', idempotencyKey: key() } });
    expect((await read(contributor, uuid))?.replies).toMatchObject([{ text: 'Was ist gemeint?', personName: null, organisation: { name: expect.any(String) } }]);
    expect((await contributor.get(WithdrawContributionDocument, { input: { contributionId: id, idempotencyKey: key() } })).withdrawContribution.contribution?.state).toBe('WITHDRAWN');
    expect(await read(office, uuid)).toBeNull();
    expect(codes((await contributor.get(WithdrawContributionDocument, { input: { contributionId: id, idempotencyKey: key() } })).withdrawContribution.errors)).toEqual(['NOT_WITHDRAWABLE']);
  });

  it('stays its contributor’s when her right has ended, without the text it is about', async () => {
    const { pool } = application().database;
    const [desk, office, reader] = [await newDesk(application()), await application().as('office'), await application().signIn('reviewer')];
    const measure = await addMeasure(office, desk, 'Noch geheim');
    const { uuid } = await submit(reader, said(desk, { measureId: measure.id }));
    expect(await read(reader, uuid)).toMatchObject({ edition: { uuid: desk.editionUuid }, section: { uuid: desk.sectionUuid }, measure: { title: 'Noch geheim' }, anchor: { state: 'IN_PLACE' } });
    const { viewer } = await reader.get<{ viewer: { actingOrganisation: { uuid: string } } }>('{ viewer { actingOrganisation { uuid } } }');
    const setEnd = (end: Date | null) => pool.query('UPDATE grants SET valid_to = $2 WHERE subject_id = $1', [viewer.actingOrganisation.uuid, end]);
    await setEnd(new Date(0));
    const after = await read(reader, uuid);
    await setEnd(null);
    expect(after).toMatchObject({ text: 'Wann beginnt es?', edition: null, section: null, goal: null, measure: null, anchor: null });
  });

  it('takes files along, checked by what they are, for who may see it and nobody else', async () => {
    const [desk, contributor, office, reviewer] = [await newDesk(application()), await application().as('contributor'), await application().as('office'), await application().as('reviewer')];
    const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const bring = async ({ origin, headers }: GraphqlVisitor, content: Buffer, name = 'brief.png') => {
      const response = await fetch(`${origin}/files?${new URLSearchParams({ purpose: 'participation.attachment', name }).toString()}`, { method: 'POST', headers: { ...headers, origin, 'content-type': 'image/png' }, body: new Uint8Array(content) });
      return (await response.json()) as { file: { id: string } | null; errors?: { code: string }[] };
    };
    expect(codes((await bring(contributor, Buffer.from('<script>'))).errors ?? [])).toEqual(['FILE_TYPE_REFUSED']);
    const fileId = (await bring(contributor, photo, '../../Brief vom\u202e 3. Mai.png')).file?.id ?? '';
    // What somebody else has brought is not hers to send.
    const stolen = await office.get(SubmitContributionDocument, { input: said(desk, { attachmentIds: [fileId] }) });
    expect(codes(stolen.submitContribution.errors)).toEqual(['FILE_GONE']);
    const many = await contributor.get(SubmitContributionDocument, { input: said(desk, { attachmentIds: Array.from({ length: 6 }, () => fileId) }) });
    expect(codes(many.submitContribution.errors)).toEqual(['TOO_MANY_FILES']);
    const { id, uuid } = await submit(contributor, said(desk, { attachmentIds: [fileId] }));
    expect((await read(reviewer, uuid))?.attachments).toMatchObject([{ uuid: fileId, name: 'Brief vom 3. Mai.png', mediaType: 'image/png' }]);
    const statusFor = async ({ origin, headers }: GraphqlVisitor) => (await fetch(`${origin}/files/${fileId}`, { headers })).status;
    expect([await statusFor(office), await statusFor(reviewer), await statusFor(await application().as('foreignOffice')), await statusFor({ ...office, headers: {} } as GraphqlVisitor)]).toEqual([200, 200, 404, 404]);
    await contributor.get(WithdrawContributionDocument, { input: { contributionId: id, idempotencyKey: key() } });
    expect([await statusFor(office), await statusFor(contributor)]).toEqual([404, 200]);
  });

  it('that the office enters for somebody names the sender to the office alone', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const entry = { editionId: desk.editionId, sectionId: desk.sectionId, kind: 'OBJECTION', text: 'So nicht.', language: 'de', way: 'LETTER' } as const;
    const nobody = await office.get(EnterContributionDocument, { input: { ...entry, sender: ' ', idempotencyKey: key() } });
    expect(codes(nobody.enterContribution.errors)).toEqual(['SENDER_REQUIRED']);
    const { enterContribution } = await office.get(EnterContributionDocument, { input: { ...entry, sender: 'Leserin (Beispiel)', idempotencyKey: key() } });
    const uuid = enterContribution.contribution?.uuid ?? '';
    expect([(await read(office, uuid))?.sender, (await read(contributor, uuid))?.sender]).toEqual(['Leserin (Beispiel)', null]);
    expect(await read(await application().as('foreignOffice'), uuid)).toBeNull();
  });

  it("is found as one's own, or among those of others for one's organisation, and never as both", async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const { viewer } = await contributor.get<{ viewer: { actingOrganisation: { id: string } } }>('{ viewer { actingOrganisation { id } } }');
    const mine = await submit(contributor, said(desk));
    const letter = { editionId: desk.editionId, sectionId: desk.sectionId, kind: 'SUPPORT', text: 'Gut so.', language: 'de', way: 'LETTER', sender: '', organisationId: viewer.actingOrganisation.id, idempotencyKey: key() } as const;
    const { enterContribution } = await office.get(EnterContributionDocument, { input: letter });
    const both = [mine.uuid, enterContribution.contribution?.uuid ?? ''];
    const found = async (whose: WhoseContributions) => (await contributor.get(OwnContributionsDocument, { whose })).contributions.edges.map(({ node }) => node.uuid).filter((uuid) => both.includes(uuid));
    expect([await found('OWN'), await found('ORGANISATION')]).toEqual([[both[0]], [both[1]]]);
  });

  it('is refused with a sentence when it is too long for a text or for a request', async () => {
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    const { submitContribution } = await contributor.get(SubmitContributionDocument, { input: said(desk, { text: 'x'.repeat(20_001) }) });
    expect(codes(submitContribution.errors)).toEqual(['TEXT_TOO_LONG']);
    const { errors } = await contributor.run(SubmitContributionDocument, { input: said(desk, { text: 'x'.repeat(2_000_000) }) });
    expect(errors[0]?.extensions.code).toBe('PAYLOAD_TOO_LARGE');
  });
});
