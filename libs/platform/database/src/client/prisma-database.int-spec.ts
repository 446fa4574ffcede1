import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { acrossMunicipalities, MissingMunicipalityError } from './tenant-guard.js';

const database = useTestDatabase();

async function createMunicipality(): Promise<string> {
  const id = randomUUID();
  await database().prisma.client.municipality.create({ data: { id, name: 'Probestadt' } });
  await database().prisma.client.organisation.create({ data: { id: randomUUID(), municipalityId: id, kind: 'administration', name: 'Integrationsbüro' } });
  return id;
}

describe('rows of a municipality', () => {
  it('are found when the query names it, and those of others are not', async () => {
    const [mine] = [await createMunicipality(), await createMunicipality()];
    const found = await database().prisma.client.organisation.findMany({ where: { municipalityId: mine } });
    expect(found.map((row) => row.municipalityId)).toEqual([mine]);
  });

  it('are refused to a query that does not name it, inside a transaction too', async () => {
    const { client } = database().prisma;
    await expect(client.organisation.findMany()).rejects.toThrow(MissingMunicipalityError);
    await expect(client.organisation.deleteMany({ where: { name: 'x' } })).rejects.toThrow(MissingMunicipalityError);
    await expect(database().prisma.runInTransaction((tx) => tx.organisation.count())).rejects.toThrow(MissingMunicipalityError);
  });

  it('are found across municipalities when that is asked for, inside a transaction too', async () => {
    const { client } = database().prisma;
    const all = await acrossMunicipalities('this test', () => client.organisation.count());
    expect(all).toBeGreaterThan(1);
    const inside = await database().prisma.runInTransaction((tx) => acrossMunicipalities('this test', () => tx.organisation.count()));
    expect(inside).toBe(all);
  });

  it('are not reached by a filter that is undefined by mistake', async () => {
    const missing = undefined as unknown as string;
    await expect(database().prisma.client.person.findFirst({ where: { email: missing } })).rejects.toThrow(/undefined/);
  });
});

describe('a transaction', () => {
  it('rolls everything back when its work throws', async () => {
    const id = randomUUID();
    const work = database().prisma.runInTransaction(async (tx) => {
      await tx.municipality.create({ data: { id, name: 'Nie' } });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await database().prisma.client.municipality.findUnique({ where: { id } })).toBeNull();
  });

  it('is run again after a serialization failure, so that rivals all get through', async () => {
    await database().pool.query('CREATE TABLE IF NOT EXISTS counter_test (n int); INSERT INTO counter_test VALUES (0)');
    let attempts = 0;
    // Nobody writes before all have read, so that they really are rivals.
    const allHaveRead = Promise.withResolvers<void>();
    const increment = (): Promise<void> =>
      database().prisma.runInTransaction(
        async (tx) => {
          const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT n FROM counter_test`;
          if (++attempts === 3) allHaveRead.resolve();
          await allHaveRead.promise;
          await tx.$executeRaw`UPDATE counter_test SET n = ${(row?.n ?? 0) + 1}`;
        },
        { isolationLevel: 'Serializable' },
      );
    await Promise.all([increment(), increment(), increment()]);
    const { rows } = await database().pool.query('SELECT n FROM counter_test');
    expect(rows).toEqual([{ n: 3 }]);
    expect(attempts).toBeGreaterThan(3);
  });

  it('is run once when it must not be repeated', async () => {
    let attempts = 0;
    const work = database().prisma.runInTransaction(
      async (tx) => {
        attempts++;
        await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'rival' USING ERRCODE = '40001'; END $$`;
      },
      { retryable: false },
    );
    await expect(work).rejects.toThrow();
    expect(attempts).toBe(1);
  });

  it('gives up after five attempts', async () => {
    let attempts = 0;
    const work = database().prisma.runInTransaction(async (tx) => {
      attempts++;
      await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'rival' USING ERRCODE = '40P01'; END $$`;
    });
    await expect(work).rejects.toThrow();
    expect(attempts).toBe(5);
  });
});
