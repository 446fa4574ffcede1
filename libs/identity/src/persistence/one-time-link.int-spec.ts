import 'reflect-metadata';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { OneTimeLinkRepository } from './one-time-link.repository.js';

const database = useTestDatabase();
let links: OneTimeLinkRepository;
const municipalityId = newId();

beforeAll(() => {
  links = new OneTimeLinkRepository(database().prisma);
});

const create = (): Promise<string> =>
  database().prisma.runInTransaction((tx) => links.create(tx, { purpose: 'municipality-setup', payload: { municipalityId }, municipalityId, createdBy: null }));
const use = (token: string): Promise<{ municipalityId: string }> => database().prisma.runInTransaction((tx) => links.use(tx, 'municipality-setup', token));
const codesOf = async (work: Promise<unknown>): Promise<unknown> => work.then(() => [], (error: { details: { code: string }[] }) => error.details.map(({ code }) => code));

describe('a link that works once', () => {
  it('is looked at as often as one likes, and used once', async () => {
    const token = await create();
    expect(await links.look('municipality-setup', token)).toEqual({ state: 'open', payload: { municipalityId } });
    expect(await links.look('municipality-setup', token)).toEqual({ state: 'open', payload: { municipalityId } });
    expect(await use(token)).toEqual({ municipalityId });
    expect(await links.look('municipality-setup', token)).toEqual({ state: 'used', payload: null });
    expect(await codesOf(use(token))).toEqual(['LINK_USED']);
  });

  it('pauses with the fifth failure, also when more of them come at the same moment', async () => {
    const token = await create();
    await Promise.all([1, 2, 3, 4].map(() => links.noteFailure('municipality-setup', token)));
    expect(await links.pausedSeconds('municipality-setup', token)).toBe(0);
    await Promise.all([5, 6, 7].map(() => links.noteFailure('municipality-setup', token)));
    expect(await links.pausedSeconds('municipality-setup', token)).toBeGreaterThan(14 * 60);
  });

  it('goes to one of two at once', async () => {
    const token = await create();
    const outcomes = await Promise.allSettled([use(token), use(token)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is given back when what it was used for fails', async () => {
    const token = await create();
    const work = database().prisma.runInTransaction(async (tx) => {
      await links.use(tx, 'municipality-setup', token);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect((await links.look('municipality-setup', token)).state).toBe('open');
  });

  it('ends with its time, and when a newer one takes its place', async () => {
    const [late, replaced] = [await create(), await create()];
    await database().pool.query(`UPDATE one_time_links SET expires_at = now() WHERE id IN (SELECT id FROM one_time_links ORDER BY created_at DESC, id DESC OFFSET 1 LIMIT 1)`);
    expect(await codesOf(use(late))).toEqual(['LINK_EXPIRED']);
    await database().prisma.runInTransaction((tx) => links.revoke(tx, 'municipality-setup', { municipalityId }));
    expect(await codesOf(use(replaced))).toEqual(['LINK_EXPIRED']);
  });

  it('is unknown for another purpose, and to those who guess', async () => {
    const token = await create();
    expect((await links.look('invitation', token)).state).toBe('unknown');
    expect(await codesOf(use(`${token}x`))).toEqual(['LINK_UNKNOWN']);
  });

  it('stands nowhere in the database', async () => {
    const token = await create();
    const { rows } = await database().pool.query('SELECT row_to_json(l)::text AS text FROM one_time_links l');
    expect(rows.some(({ text }: { text: string }) => text.includes(token))).toBe(false);
  });
});
