import { describe, expect, it } from '@jest/globals';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import { admissionOf, gatheringOf, peopleProblems, guestTimesOf, isOutside } from './gathering-draft.policy.js';
import type { GatheringDraft } from './gathering-draft.policy.js';

const table = { id: null, title: ' Tisch  Wohnen ', question: '', sectionId: 'section' };
const draft: GatheringDraft = {
  kind: 'workshop', title: '  Werkstatt  Wohnen ', summary: '', place: 'Volkshaus', startsAt: '2027-06-30T18:00', endsAt: '2027-06-30T20:30', languages: ['de', 'ar', 'ar'], interpretation: '',
  agenda: [{ time: '18:00', title: 'Begrüßung' }, { time: null, title: 'Pause' }], tables: [table], welcomesGuests: true, releasesCards: true, guestsWrite: true, phaseId: null,
};

function codesOf(part: Partial<GatheringDraft>): string[] {
  try {
    gatheringOf({ ...draft, ...part });
    return [];
  } catch (error) {
    return error instanceof ValidationError ? error.details.map(({ code, path }) => `${path[0]}: ${code}`) : ['?'];
  }
}

describe('a gathering as it is typed', () => {
  it('is tidied, and its times are those of the town’s clock', () => {
    expect(gatheringOf(draft)).toMatchObject({
      title: 'Werkstatt Wohnen', startsAt: new Date('2027-06-30T16:00:00Z'), endsAt: new Date('2027-06-30T18:30:00Z'), languages: ['de', 'ar'], tables: [{ title: 'Tisch Wohnen' }],
    });
  });

  it.each([
    [{ kind: 'party' }, 'kind: GATHERING_KIND_INVALID'], [{ title: ' ' }, 'title: TITLE_REQUIRED'], [{ endsAt: '2027-06-30T17:00' }, 'endsAt: ENDS_BEFORE_START'],
    [{ endsAt: '2027-07-30T17:00' }, 'endsAt: GATHERING_TOO_LONG'], [{ startsAt: '2027-03-28T02:30' }, 'startsAt: TIME_SKIPPED'], [{ startsAt: 'bald' }, 'startsAt: TIME_INVALID'],
    [{ tables: [] }, 'tables: TABLE_NEEDED'], [{ tables: Array.from({ length: 31 }, () => table) }, 'tables: TOO_MANY_TABLES'], [{ tables: [{ ...table, title: '' }] }, 'tables: NAME_REQUIRED'],
    [{ agenda: [{ time: '25:00', title: 'Ende' }] }, 'agenda: TIME_INVALID'], [{ agenda: [{ time: null, title: ' ' }] }, 'agenda: TITLE_REQUIRED'],
    [{ languages: ['<b>'] }, 'languages: LANGUAGE_INVALID'], [{ summary: 'x'.repeat(2001) }, 'summary: TEXT_TOO_LONG'], [{ place: 'x\u0000' }, 'place: TEXT_NOT_STORABLE'],
  ] as const)('%j is refused: %s', (part, expected) => {
    expect(codesOf(part as Partial<GatheringDraft>)).toEqual([expected]);
  });

  it('needs no table where no guests come', () => {
    expect(codesOf({ tables: [], welcomesGuests: false })).toEqual([]);
  });
});

describe('the door for guests', () => {
  const [startsAt, endsAt] = [new Date('2027-06-30T16:00:00Z'), new Date('2027-06-30T18:00:00Z')];

  it('opens half an hour before and closes at the end', () => {
    expect(admissionOf({ startsAt, endsAt, endedAt: null })).toEqual({ opensAt: new Date('2027-06-30T15:30:00Z'), closesAt: endsAt });
  });

  it('closes at once when the gathering is ended by hand', () => {
    const endedAt = new Date('2027-06-30T17:00:00Z');
    expect(admissionOf({ startsAt, endsAt, endedAt }).closesAt).toBe(endedAt);
  });
});

it.each([[null, 0], [12, 0], [-1, 1], [1.5, 1], [10_001, 1]])('%p people have %d problems', (people, count) => {
  expect(peopleProblems(people)).toHaveLength(count);
});

describe('a gathering of a phase', () => {
  const gathering = { startsAt: new Date('2027-06-30T16:00:00Z'), endsAt: new Date('2027-06-30T18:00:00Z'), endedAt: null };
  const phase = { opensAt: new Date('2027-06-01T00:00:00Z'), closesAt: new Date('2027-06-30T17:00:00Z') };

  it('lets guests do nothing after the phase has closed, and what stays open changes nothing', () => {
    expect(guestTimesOf(gathering, phase).closesAt).toBe(phase.closesAt);
    expect(guestTimesOf(gathering, { closesAt: null })).toEqual(admissionOf(gathering));
    expect(guestTimesOf(gathering, { closesAt: new Date('2027-07-01T00:00:00Z') })).toEqual(admissionOf(gathering));
    expect(guestTimesOf(gathering, null)).toEqual(admissionOf(gathering));
  });

  it('lies outside when it begins before or ends after it', () => {
    expect(isOutside(gathering, phase)).toBe(true);
    expect(isOutside(gathering, { ...phase, closesAt: null })).toBe(false);
    expect(isOutside(gathering, { opensAt: new Date('2027-06-30T16:00:01Z'), closesAt: null })).toBe(true);
    expect(isOutside(gathering, { ...phase, closesAt: gathering.endsAt })).toBe(false);
  });
});
