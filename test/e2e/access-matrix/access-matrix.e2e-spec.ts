import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { pause, until, useApplication } from '@konzeptwerkstatt/test-support';
import { ask, comparable, variablesOf } from './ask.js';
import { summarise } from './expectation.js';
import type { MatrixRow, Scene } from './matrix-row.js';
import { mutationRows } from './mutation.rows.js';
import { fieldOf, operationsOfSchema } from './operation-text.js';
import { addressRows, roomExpectations, roomOutcome } from './place.rows.js';
import { queryRows } from './query.rows.js';
import { subscriptionRows } from './subscription.rows.js';
import { VISITORS, Visitors, visitorInWords } from './visitors.js';
import { withUnknownIds, World } from './world.js';
import { XmlElement, XmlText } from 'yjs';

const rows: readonly MatrixRow[] = [...queryRows, ...mutationRows, ...subscriptionRows];
const application = useApplication();
let visitors: Visitors;
let scene: Scene;
/** Texts that only people of the municipality may read. */
let secrets: readonly string[];

beforeAll(async () => {
  visitors = new Visitors(application());
  const world = await World.of(await application().as('office'));
  scene = { world, contributor: await application().as('contributor'), signInAgain: () => application().signIn('contributor') };
  const { edition, section } = world;
  const measure = edition.measures.edges[0]?.node;
  secrets = [edition.uuid, edition.title, section.uuid, section.documentId, measure?.title ?? '', world.data.viewer.municipality.uuid, world.organisation.name];
  expect(secrets).not.toContain('');
}, 240_000);

const refused = new Map<MatrixRow, Promise<object>>();

/** Whoever changes something gets something of her own to change; the refused can share. */
function variablesFor(row: MatrixRow, expected: string): Promise<object> {
  if (expected === 'data') return variablesOf(row, scene);
  const shared = refused.get(row) ?? variablesOf(row, scene);
  refused.set(row, shared);
  return shared;
}

describe('the table of who may do what', () => {
  it('has one row for each operation of the schema, and none for what the schema does not have', () => {
    expect(rows.map(({ operation }) => operation).sort()).toEqual(operationsOfSchema());
  });
});

describe.each(rows.map((row) => [row.operation, row] as const))('%s', (_operation, row) => {
  it.each(VISITORS.map((visitor) => [visitorInWords[visitor], row.expected[visitor], visitor] as const))('gives %s: %s', async (_words, expected, visitor) => {
    const answer = await ask(row, await visitors.get(visitor, row.endsSession), await variablesFor(row, expected));
    expect(summarise(fieldOf(row).name, answer)).toBe(expected);
    if (!['anonymous', 'ended', 'foreign'].includes(visitor)) return;
    const text = JSON.stringify(answer.data);
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('gives a guest of another workshop what it gives somebody who is not signed in', async () => {
    const expected = row.guest ?? row.expected.anonymous;
    const answer = await ask(row, await visitors.guest(scene.world, row.operation === 'Mutation.leaveGathering'), await variablesFor(row, expected));
    expect(summarise(fieldOf(row).name, answer)).toBe(expected);
    const text = JSON.stringify(answer.data);
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('answers another municipality as if what is asked for did not exist', async () => {
    const foreign = await visitors.get('foreign', row.endsSession);
    const variables = await variablesFor(row, row.expected.foreign);
    const unknown = withUnknownIds(variables);
    if (JSON.stringify({ ...variables, input: null }) === JSON.stringify({ ...unknown, input: null }) && !/Id"/.test(JSON.stringify(variables))) return;
    expect(comparable(await ask(row, foreign, variables))).toEqual(comparable(await ask(row, foreign, unknown)));
  });
});

describe('/collab/<document id>', () => {
  const documentId = (): string => scene.world.edition.sections.edges[0]?.node.documentId ?? '';

  it.each(VISITORS.map((visitor) => [visitorInWords[visitor], roomExpectations[visitor], visitor] as const))('gives %s: %s', async (_words, expected, visitor) => {
    const watcher = await application().join(await application().as('office'), documentId());
    const client = application().room(await visitors.get(visitor), documentId());
    await until(() => client.provider.synced || client.closeCode !== null, 'the server answers');
    const token = randomUUID();
    const block = new XmlElement('block');
    block.insert(0, [new XmlText(token)]);
    const body = client.doc.getXmlFragment('body');
    const hadText = body.length > 0;
    body.push([block]);
    if (expected === 'reads and writes') await until(() => watcher.text.includes(token), 'the others see it');
    else await pause(300);
    expect(roomOutcome(client, hadText, watcher.text.includes(token))).toBe(expected);
    client.leave();
    watcher.leave();
  });

  it('closes for a guest of another workshop as if the text did not exist', async () => {
    const room = application().room(await visitors.guest(scene.world), documentId());
    await until(() => room.closeCode === 4404, 'it is closed');
  });

  it('closes for another municipality as if the text did not exist', async () => {
    const foreign = await visitors.get('foreign');
    const [theirs, nobodys] = [documentId(), randomUUID()].map((id) => application().room(foreign, id));
    await until(() => theirs?.closeCode === 4404 && nobodys?.closeCode === 4404, 'both are closed');
  });
});

describe.each(addressRows)('$address', ({ path, expected }) => {
  it.each(VISITORS.map((visitor) => [visitorInWords[visitor], expected[visitor], visitor] as const))('gives %s: %d', async (_words, status, visitor) => {
    const { headers } = await visitors.get(visitor);
    const response = await fetch(`${application().origin}${path(scene.world.edition.uuid)}`, { headers });
    expect(response.status).toBe(status);
    const text = await response.text();
    if (status !== 200) for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('answers another municipality as if what is asked for did not exist', async () => {
    const { headers } = await visitors.get('foreign');
    const [theirs, nobodys] = await Promise.all([scene.world.edition.uuid, randomUUID()].map(async (uuid) => {
      const response = await fetch(`${application().origin}${path(uuid)}`, { headers });
      return { status: response.status, body: (await response.text()).replace(/"correlationId":"[^"]*"/, '') };
    }));
    expect(theirs).toEqual(nobodys);
  });
});
