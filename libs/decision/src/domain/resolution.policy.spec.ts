import { describe, expect, it } from '@jest/globals';
import type { ResolutionFacts } from './resolution.js';
import { resolutionOf } from './resolution.policy.js';

const entered: ResolutionFacts = {
  bodyName: ' Stadtrat ', decidedOn: '2026-03-14', result: 'amended', adopts: true, votesYes: 40, votesNo: 0, votesAbstained: null, paperNumber: ' ', oparlUrl: null, remark: '',
  consultations: [{ bodyName: 'Sozialausschuss', heldOn: '2026-03-01', role: 'preliminary' }, { bodyName: ' Migrationsbeirat', heldOn: '2026-02-01', role: 'opinion' }],
};
const told = (change: Partial<ResolutionFacts>): string[] => {
  try {
    resolutionOf({ ...entered, ...change }, '2026-03-20');
    return [];
  } catch (error) {
    return (error as { details: { code: string; path: string[] }[] }).details.map(({ code, path }) => `${code} at ${path.join('.')}`);
  }
};

describe('a resolution that is entered', () => {
  it('is tidied up, its consultations in the order of their days', () => {
    expect(resolutionOf(entered, '2026-03-14')).toEqual({
      ...entered, bodyName: 'Stadtrat', paperNumber: null, remark: null,
      consultations: [{ bodyName: 'Migrationsbeirat', heldOn: '2026-02-01', role: 'opinion' }, { bodyName: 'Sozialausschuss', heldOn: '2026-03-01', role: 'preliminary' }],
    });
  });

  it.each([['unchanged', true], ['amended', true], ['noted', true], ['postponed', false], ['rejected', false]] as const)('with the result %s may adopt: %s', (result, may) => {
    expect(told({ result })).toEqual(may ? [] : ['RESULT_CANNOT_ADOPT at adopts']);
    expect(told({ result, adopts: false })).toEqual([]);
  });
});

describe('a resolution with a mistake', () => {
  it.each<[string, Partial<ResolutionFacts>, string]>([
    ['no body', { bodyName: ' ' }, 'BODY_REQUIRED at bodyName'], ['a body of 201 letters', { bodyName: 'x'.repeat(201) }, 'TEXT_TOO_LONG at bodyName'],
    ['a NUL', { remark: 'a\u0000b' }, 'TEXT_NOT_STORABLE at remark'], ['a day that does not exist', { decidedOn: '2026-02-30' }, 'DATE_INVALID at decidedOn'],
    ['a day to come', { decidedOn: '2026-03-21' }, 'DATE_IN_FUTURE at decidedOn'], ['half a vote', { votesYes: 0.5 }, 'VOTES_INVALID at votesYes'],
    ['less than no votes', { votesAbstained: -1 }, 'VOTES_INVALID at votesAbstained'], ['an address without encryption', { oparlUrl: 'http://ris.example.org/1' }, 'URL_INVALID at oparlUrl'],
    ['an address that runs something', { oparlUrl: 'javascript:alert(1)' }, 'URL_INVALID at oparlUrl'], ['an address with a password', { oparlUrl: 'https://a:b@ris.example.org' }, 'URL_INVALID at oparlUrl'],
    ['a consultation after it', { consultations: [{ bodyName: 'Beirat', heldOn: '2026-03-15', role: 'hearing' }] }, 'CONSULTATION_AFTER_RESOLUTION at consultations.0.heldOn'],
    ['a consultation of nobody', { consultations: [{ bodyName: '', heldOn: '2026-03-01', role: 'hearing' }] }, 'BODY_REQUIRED at consultations.0.bodyName'],
    ['31 consultations', { consultations: Array.from({ length: 31 }, () => ({ bodyName: 'Beirat', heldOn: '2026-03-01', role: 'hearing' as const })) }, 'TOO_MANY_CONSULTATIONS at consultations'],
  ])('such as %s is told where it is', (_what, change, problem) => {
    expect(told(change)).toEqual([problem]);
  });

  it('is told all of them at once', () => {
    expect(told({ bodyName: '', decidedOn: 'gestern', votesNo: 1e9 })).toEqual(['BODY_REQUIRED at bodyName', 'DATE_INVALID at decidedOn', 'VOTES_INVALID at votesNo']);
  });
});
