import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AddIndicatorCommand, NotifyOverdueValuesProcessor, OverdueIndicatorReader, RecordObservationCommand } from '@konzeptwerkstatt/monitoring';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { INestApplication } from '@nestjs/common';
import { loadDemonstration } from './load-demonstration.js';
import { actorOf, mutationOf, rowOf, rowsOf } from '../test/scene.js';
import { startTestApplication } from '../test/test-application.js';

const database = useTestDatabase();
let application: INestApplication;

beforeAll(async () => {
  application = await startTestApplication(database().url);
  await loadDemonstration({ container: application });
}, 120_000);
afterAll(async () => application.close());

const organisationOf = async (email: string): Promise<string> =>
  (await rowOf<{ id: string }>(database().pool, 'SELECT b.organisation_id::text AS id FROM memberships b JOIN persons p ON p.id = b.person_id WHERE p.email = $1 AND b.ended_at IS NULL LIMIT 1', email)).id;
const peopleOf = async (organisationId: string): Promise<string[]> =>
  (await rowsOf<{ email: string }>(database().pool, 'SELECT p.email FROM memberships b JOIN persons p ON p.id = b.person_id WHERE b.organisation_id = $1 AND b.ended_at IS NULL ORDER BY 1', organisationId)).map(({ email }) => email);
/** A month so many before this one, `YYYY-MM`. */
const monthsAgo = async (months: number): Promise<string> =>
  (await rowOf<{ month: string }>(database().pool, "SELECT to_char((now() AT TIME ZONE 'Europe/Berlin') - make_interval(months => $1), 'YYYY-MM') AS month", months)).month;

/** Adds an indicator that is counted every month, with one value of a month so many before this one. */
async function counted(key: string, organisationId: string, months: number): Promise<string> {
  const actor = await actorOf(database().pool, 'amt.leipzig@example.org');
  const input = { key, name: `Beratungen ${key}`, unit: 'count', unitLabel: 'Beratungen', decimals: 0, direction: 'up' as const, definition: 'Beratungen in einem Monat.', rhythm: 'monthly' as const, responsibleOrganisationId: organisationId };
  const indicatorId = await application.get(AddIndicatorCommand, { strict: false }).run(mutationOf(actor, 'addIndicator', input), input);
  await record(indicatorId, months);
  return indicatorId;
}

async function record(indicatorId: string, months: number): Promise<void> {
  const input = { indicatorId, regionId: null, period: await monthsAgo(months), value: '12', missingReason: null, status: 'final' as const, note: null, source: null, retrievedOn: null, breakdown: [], supersedesId: null };
  await application.get(RecordObservationCommand, { strict: false }).run(mutationOf(await actorOf(database().pool, 'amt.leipzig@example.org'), 'recordObservation', input), input);
}

const send = () => application.get(NotifyOverdueValuesProcessor, { strict: false }).process({}, new AbortController().signal);
const toldOf = async (id: string): Promise<string[]> =>
  (await rowsOf<{ email: string }>(database().pool, "SELECT p.email FROM notifications n JOIN persons p ON p.id = n.person_id WHERE n.kind = 'value_overdue' AND n.subject_id = $1 ORDER BY 1", id)).map(({ email }) => email);
const waiting = async (organisationId: string): Promise<string[]> => {
  const { id: municipalityId } = await rowOf<{ id: string }>(database().pool, "SELECT id::text FROM municipalities WHERE ags = '14713000'");
  return (await application.get(OverdueIndicatorReader, { strict: false }).ofOrganisation(municipalityId, organisationId)).map(({ name }) => name);
};

describe('when the next value of an indicator is missed', () => {
  it('those of the office in charge who may record are told once for each period, however often it runs', async () => {
    const office = await organisationOf('amt.leipzig@example.org');
    const late = await counted('late', office, 3);
    await Promise.all([send(), send()]);
    await send();
    expect(await toldOf(late)).toEqual(await peopleOf(office));
    expect(await waiting(office)).toContain('Beratungen late');
  });

  it('nobody is told of what is there in time, or has been missing for long; what is missing waits all the same', async () => {
    const office = await organisationOf('amt.leipzig@example.org');
    const [current, old] = [await counted('current', office, 1), await counted('old', office, 30)];
    await send();
    expect([await toldOf(current), await toldOf(old)]).toEqual([[], []]);
    expect((await waiting(office)).filter((name) => /current|old/.test(name))).toEqual(['Beratungen old']);
  });

  it('nobody is told who may not record', async () => {
    const club = await organisationOf('verein.leipzig@example.org');
    const theirs = await counted('theirs', club, 3);
    await send();
    expect([(await peopleOf(club)).length > 0, await toldOf(theirs)]).toEqual([true, []]);
  });

  it('a value that comes ends it', async () => {
    const office = await organisationOf('amt.leipzig@example.org');
    const told = await counted('comes', office, 3);
    await send();
    await record(told, 1);
    await send();
    expect([await toldOf(told), (await waiting(office)).includes('Beratungen comes')]).toEqual([await peopleOf(office), false]);
  });
});
