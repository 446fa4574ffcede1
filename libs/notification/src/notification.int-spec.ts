import 'reflect-metadata';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import type { NotificationKind } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { loadConfig } from '@konzeptwerkstatt/platform-config';
import { MailOutbox, MailTransport } from '@konzeptwerkstatt/platform-mail';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { TellPeople } from './commands/tell-people.js';
import type { NotificationMail } from './domain/notification.js';
import { SendDigestsProcessor } from './jobs/send-digests.processor.js';
import { NotificationRepository } from './persistence/notification.repository.js';

const database = useTestDatabase();
const municipalityId = newId();
const repository = new NotificationRepository();

beforeAll(async () => {
  await database().prisma.client.municipality.create({ data: { id: municipalityId, name: 'Musterstadt' } });
});

async function person(): Promise<{ id: string; email: string }> {
  const id = newId();
  const email = `${id}@example.org`;
  await database().prisma.client.person.create({ data: { id, email, displayName: 'Erika Beispiel' } });
  return { id, email };
}

function parts() {
  const { prisma } = database();
  const config = loadConfig({});
  const identity = new IdentityReader(prisma);
  const outbox = new MailOutbox(new MailTransport(config));
  return { tellPeople: new TellPeople(config, identity, outbox, repository), digests: new SendDigestsProcessor(prisma, repository, identity, outbox, config) };
}

const tell = (kind: NotificationKind, occasion: string, ...personIds: readonly string[]) =>
  database().prisma.runInTransaction((tx) => parts().tellPeople.tell(tx, { municipalityId, kind, occasion, subjects: [{ id: municipalityId, personIds, title: 'Abendkurs', path: '/rueckmeldungen/1' }] }));
const choose = (personId: string, mail: NotificationMail) => database().prisma.runInTransaction((tx) => repository.choose(tx, personId, { category: 'contributions', mail }));
const sendDigests = () => parts().digests.process({}, new AbortController().signal);
const mailsTo = async (email: string) => (await database().pool.query<{ kind: string }>('SELECT kind FROM mails WHERE recipient = $1 ORDER BY created_at, kind', [email])).rows.map(({ kind }) => kind);
const toldOf = async (personId: string) => Number((await database().pool.query<{ count: string }>('SELECT count(*) FROM notifications WHERE person_id = $1', [personId])).rows[0]?.count);
/** Time goes by for what a person was told. */
const wait = (personId: string, time: string) => database().pool.query('UPDATE notifications SET created_at = created_at - $2::interval, read_at = read_at - $2::interval WHERE person_id = $1', [personId, time]);

describe('somebody who is told', () => {
  it('is told once of an occasion, however often and at however many times at once it is delivered', async () => {
    const { id, email } = await person();
    await Promise.all([1, 2, 3].map(() => tell('contribution_answered', 'first', id)));
    await tell('contribution_answered', 'first', id, id);
    expect([await toldOf(id), await mailsTo(email)]).toEqual([1, ['notification.contribution-answered']]);
    await tell('contribution_answered', 'second', id);
    expect([await toldOf(id), await mailsTo(email)]).toEqual([2, ['notification.contribution-answered', 'notification.contribution-answered']]);
  });

  it('gets one mail a day about what happens often, and everything in the application', async () => {
    const { id, email } = await person();
    for (const occasion of ['1', '2', '3']) await tell('contribution_measure_changed', occasion, id);
    expect([await toldOf(id), await mailsTo(email)]).toEqual([3, ['notification.contribution-measure-changed']]);
  });

  it('gets no mail when she wants none, and is not told when she has no account any more', async () => {
    const [quiet, gone] = [await person(), await person()];
    await choose(quiet.id, 'none');
    await database().pool.query('UPDATE persons SET disabled_at = now() WHERE id = $1', [gone.id]);
    await tell('contribution_answered', 'x', quiet.id, gone.id);
    await wait(quiet.id, '2 days');
    await sendDigests();
    expect([await toldOf(quiet.id), await mailsTo(quiet.email), await toldOf(gone.id)]).toEqual([1, [], 0]);
  });
});

describe('the mail of a day', () => {
  it('gathers what she has not seen, once, and not before the next morning', async () => {
    const { id, email } = await person();
    await choose(id, 'daily');
    for (const occasion of ['1', '2', '3']) await tell('contribution_answered', occasion, id);
    await sendDigests();
    expect(await mailsTo(email)).toEqual([]);
    await database().pool.query("UPDATE notifications SET read_at = now() WHERE person_id = $1 AND occasion = '2'", [id]);
    await wait(id, '1 day');
    await Promise.all([sendDigests(), sendDigests()]);
    await sendDigests();
    expect(await mailsTo(email)).toEqual(['notification.digest']);
    const { rows } = await database().pool.query<{ text: string }>('SELECT text FROM mails WHERE recipient = $1', [email]);
    expect(rows[0]?.text.match(/Ihre Rückmeldung ist beantwortet/g)).toHaveLength(2);
  });

  it('is how tasks are told until she chooses otherwise', async () => {
    const { id, email } = await person();
    await tell('contribution_to_answer', '1', id);
    expect(await mailsTo(email)).toEqual([]);
    await wait(id, '1 day');
    await sendDigests();
    expect(await mailsTo(email)).toEqual(['notification.digest']);
  });
});

it('is removed after three months when it was read, after a year in any case', async () => {
  const [reader, other] = [await person(), await person()];
  await tell('contribution_arrived', 'x', reader.id, other.id);
  await database().pool.query('UPDATE notifications SET read_at = now() WHERE person_id = $1', [reader.id]);
  for (const [time, left] of [['89 days', [1, 1]], ['2 days', [0, 1]], ['273 days', [0, 1]], ['2 days', [0, 0]]] as const) {
    await wait(reader.id, time);
    await wait(other.id, time);
    await sendDigests();
    expect([await toldOf(reader.id), await toldOf(other.id)]).toEqual(left);
  }
});
