import { describe, expect, it } from '@jest/globals';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { pause, until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { AssignProcessRoleDocument, EditionActivityAddedDocument, EndSessionDocument, WithdrawProcessRoleDocument } from '../../../libs/web/data/src/generated/graphql.js';
import { addMeasure, key, newDesk, organisationNamed, type Desk } from './desk.js';

const application = useApplication();

interface Process {
  readonly id: string;
  readonly roles: { readonly edges: readonly { readonly node: { readonly id: string; readonly role: string; readonly organisation: { readonly name: string } | null } }[] };
}

async function processOf(office: GraphqlVisitor, { editionUuid }: Desk): Promise<Process> {
  const { edition } = await office.get<{ edition: { process: Process } }>('query ($uuid: String!) { edition(uuid: $uuid) { process { id roles(first: 100) { edges { node { id role organisation { name } } } } } } }', { uuid: editionUuid });
  return edition.process;
}

async function assign(office: GraphqlVisitor, processId: string, organisationId: string, role: 'CONTRIBUTOR' | 'READER', sectionIds: string[] = []): Promise<string> {
  const { assignProcessRole } = await office.get(AssignProcessRoleDocument, { input: { processId, organisationId, role, sectionIds, idempotencyKey: key() } });
  if (!assignProcessRole.role) throw new Error(JSON.stringify(assignProcessRole.errors));
  return assignProcessRole.role.id;
}

const withdraw = (office: GraphqlVisitor, roleId: string) => office.get(WithdrawProcessRoleDocument, { input: { roleId, idempotencyKey: key() } });

/** How adding a measure is answered. */
async function addingAnswers(visitor: GraphqlVisitor, { sectionId }: Desk): Promise<string> {
  const { data, errors } = await visitor.run('mutation ($input: AddMeasureInput!) { addMeasure(input: $input) { measure { id } } }', { input: { sectionId, title: 'Probe', idempotencyKey: key() } });
  return data === null ? String(errors[0]?.extensions.code) : 'data';
}

async function write(visitor: GraphqlVisitor, { documentId }: Desk, text: string): Promise<void> {
  const writer = await application().join(visitor, documentId, { params: { acks: '1' } });
  appendBlocks(writer.doc, [{ type: 'paragraph', text }]);
  await until(() => writer.isSaved && writer.sent > 0, `"${text}" is saved`);
  writer.leave();
}

describe('a role that is given', () => {
  it('opens the sections it names and no others', async () => {
    const [office, reviewer] = [await application().as('office'), await application().as('reviewer')];
    const [named, other] = [await newDesk(application()), await newDesk(application())];
    expect(await addingAnswers(reviewer, named)).toBe('FORBIDDEN');
    const { id } = await organisationNamed(office, 'Migrantenbeirat');
    await assign(office, (await processOf(office, named)).id, id, 'CONTRIBUTOR', [named.sectionId]);
    expect(await until(async () => (await addingAnswers(reviewer, named)) === 'data', 'the grant has come')).toBeLessThan(2_000);
    await write(reviewer, named, 'Der Beirat schreibt mit.');
    expect(await addingAnswers(reviewer, other)).toBe('FORBIDDEN');
  });
});

describe('a role that is withdrawn', () => {
  it('closes the open text within two seconds, delivers nothing after that, and the concept is gone', async () => {
    const [office, welfare] = [await application().as('office'), await application().signIn('welfare')];
    const desk = await newDesk(application());
    const roles = (await processOf(office, desk)).roles.edges.filter(({ node }) => node.organisation?.name.startsWith('Wohlfahrtsverband') === true);
    const room = await application().join(welfare, desk.documentId);
    const activity = welfare.follow(EditionActivityAddedDocument, { editionId: desk.editionId });
    await until(async () => (await addMeasure(office, desk, 'Anstoß')) !== null && activity.received.length > 0, 'the subscription is open', 10_000);
    expect(roles.length).toBeGreaterThan(0);
    for (const { node } of roles) await withdraw(office, node.id);
    expect(await until(() => room.closeCode !== null, 'the text closes')).toBeLessThan(2_000);
    expect(room.closeCode).toBe(4403);
    await write(office, desk, 'Nicht mehr für alle.');
    await addMeasure(office, desk, 'Geheimer Plan');
    await pause(500);
    expect(room.text).not.toContain('Nicht mehr für alle.');
    expect(room.provider.wsconnected).toBe(false);
    expect(JSON.stringify(activity.received)).not.toContain('Geheimer Plan');
    await until(() => activity.hasEnded(), 'the subscription ends');
    expect(await welfare.get('query ($uuid: String!) { edition(uuid: $uuid) { id } }', { uuid: desk.editionUuid })).toEqual({ edition: null });
    expect(await addingAnswers(welfare, desk)).toBe('NOT_FOUND');
    const again = application().room(welfare, desk.documentId);
    await until(() => again.closeCode === 4404, 'the text no longer exists for her');
  });

  it('lets only read what another role still opens', async () => {
    const [office, contributor] = [await application().as('office'), await application().as('contributor')];
    const desk = await newDesk(application());
    const { id: processId, roles } = await processOf(office, desk);
    const role = roles.edges.find(({ node }) => node.organisation?.name.startsWith('Viele Stimmen') === true && node.role === 'CONTRIBUTOR')?.node.id ?? '';
    const organisation = await organisationNamed(office, 'Viele Stimmen');
    await assign(office, processId, organisation.id, 'READER');
    await until(async () => (await addingAnswers(contributor, desk)) === 'data', 'she may write');
    await withdraw(office, role);
    await until(async () => (await addingAnswers(contributor, desk)) === 'FORBIDDEN', 'she may only read');
    const [reader, watcher] = [await application().join(contributor, desk.documentId), await application().join(office, desk.documentId)];
    appendBlocks(reader.doc, [{ type: 'paragraph', text: 'Das darf sie nicht.' }]);
    await pause(500);
    expect(watcher.text).not.toContain('Das darf sie nicht.');
    await assign(office, processId, organisation.id, 'CONTRIBUTOR');
    await until(async () => (await addingAnswers(contributor, desk)) === 'data', 'she may write again');
  });
});

describe('a session that is ended from elsewhere', () => {
  it('closes its text and its live updates within two seconds, and delivers nothing after that', async () => {
    const [here, elsewhere] = [await application().signIn('contributor'), await application().signIn('contributor')];
    const desk = await newDesk(application());
    const room = await application().join(here, desk.documentId);
    const activity = here.follow(EditionActivityAddedDocument, { editionId: desk.editionId });
    await until(async () => (await addMeasure(elsewhere, desk, 'Anstoß')) !== null && activity.received.length > 0, 'the subscription is open', 10_000);
    const { viewer } = await here.get<{ viewer: { sessions: { edges: { node: { id: string; isCurrent: boolean } }[] } } }>('{ viewer { sessions(first: 50) { edges { node { id isCurrent } } } } }');
    const sessionId = viewer.sessions.edges.find(({ node }) => node.isCurrent)?.node.id ?? '';
    await elsewhere.get(EndSessionDocument, { input: { sessionId, idempotencyKey: key() } });
    expect(await until(() => room.closeCode !== null && activity.closeCode() !== null, 'both sockets close')).toBeLessThan(2_000);
    expect([room.closeCode, activity.closeCode()]).toEqual([4403, 4403]);
    await write(elsewhere, desk, 'Nach dem Abmelden.');
    appendBlocks(room.doc, [{ type: 'paragraph', text: 'Zu spät getippt.' }]);
    const watcher = await application().join(elsewhere, desk.documentId);
    await pause(500);
    expect(room.text).not.toContain('Nach dem Abmelden.');
    expect(watcher.text).not.toContain('Zu spät getippt.');
    expect(await here.get('{ viewer { person { uuid } } }')).toEqual({ viewer: null });
  });
});
