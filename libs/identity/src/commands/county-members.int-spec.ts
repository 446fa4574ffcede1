import 'reflect-metadata';
import { beforeEach, expect, it } from '@jest/globals';
import { newId, type Actor } from '@konzeptwerkstatt/kernel';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { OrganisationRepository } from '../persistence/organisation.repository.js';
import { CountyMembers, type CountyMember } from './county-members.js';

const database = useTestDatabase();
const members = new CountyMembers(new OrganisationRepository());
let countyId: string;

beforeEach(async () => {
  countyId = newId();
  await database().prisma.client.municipality.create({ data: { id: countyId, name: 'Musterkreis', kind: 'county' } });
});

async function town(name: string, ags: string): Promise<CountyMember> {
  const id = newId();
  await database().prisma.client.municipality.create({ data: { id, name, kind: 'county_member', countyId } });
  return { id, name, ags, countyId, nameBefore: null };
}

async function organisation(name: string, kind: 'administration' | 'municipality'): Promise<void> {
  await database().prisma.client.organisation.create({ data: { id: newId(), municipalityId: countyId, name, kind } });
}

async function follow(member: CountyMember): Promise<void> {
  const actor: Actor = { kind: 'person', personId: newId(), guestId: null, organisationId: newId(), gatheringId: null, municipalityId: member.id };
  const work = new UnitOfWork(database().prisma, { enqueue: async () => undefined }, createLogger({ level: 'silent' }));
  await work.run({ actor, correlationId: newId(), mutation: 'describeMunicipality', idempotencyKey: newId(), input: {} }, async (unit) => {
    await members.follow(unit, member);
    return null;
  });
}

/** Names of the county's organisations, with whether one stands for a member. */
async function known(): Promise<[string, boolean][]> {
  const rows = await database().prisma.client.organisation.findMany({ where: { municipalityId: countyId }, orderBy: { name: 'asc' } });
  return rows.map(({ name, representedId }) => [name, representedId !== null]);
}

it('a town that calls itself like an office of the county takes nothing over, and renames nothing', async () => {
  await organisation('Landratsamt Musterkreis', 'administration');
  const member = await town('Landratsamt Musterkreis', '01053001');
  await follow(member);
  await follow({ ...member, name: 'Kleinstadt', nameBefore: 'Landratsamt Musterkreis' });
  expect(await known()).toEqual([['Kleinstadt', true], ['Landratsamt Musterkreis', false]]);
});

it('a town that the county has entered by hand becomes the one that stands for it', async () => {
  await organisation('stadt Kleinstadt', 'municipality');
  await follow(await town('Stadt Kleinstadt', '01053001'));
  expect(await known()).toEqual([['stadt Kleinstadt', true]]);
});

it('signs in a name stand for nothing but themselves', async () => {
  await organisation('Kleinstadt', 'municipality');
  await follow(await town('%', '01053001'));
  await follow(await town('Klein_tadt', '01053002'));
  expect(new Map(await known())).toEqual(new Map([['%', true], ['Kleinstadt', false], ['Klein_tadt', true]]));
});

it('a name that is put right is followed, its capitals and blanks too', async () => {
  const member = await town('Bad  düben', '01053001');
  await follow(member);
  await follow({ ...member, name: 'Bad Düben', nameBefore: 'Bad  düben' });
  await follow({ ...member, name: 'Düben', nameBefore: 'Bad Düben' });
  expect(await known()).toEqual([['Düben', true]]);
});

it('two towns of one name are told apart by their keys, and go on being followed', async () => {
  const [first, second] = [await town('Neuenkirchen', '01053001'), await town('Neuenkirchen', '01053002')];
  await follow(first);
  await follow(second);
  expect(await known()).toEqual([['Neuenkirchen', true], ['Neuenkirchen (01053002)', true]]);
  await follow({ ...second, name: 'Neustadt', nameBefore: 'Neuenkirchen' });
  expect(await known()).toEqual([['Neuenkirchen', true], ['Neustadt', true]]);
});

it('a name that the county has given stays', async () => {
  const member = await town('Kleinstadt', '01053001');
  await follow(member);
  await database().prisma.client.organisation.updateMany({ where: { municipalityId: countyId }, data: { name: 'Unsere Kleinstadt' } });
  await follow({ ...member, name: 'Großstadt', nameBefore: 'Kleinstadt' });
  expect(await known()).toEqual([['Unsere Kleinstadt', true]]);
});
