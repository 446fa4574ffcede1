import { describe, expect, it } from '@jest/globals';
import { emptyDraft } from './resolution-draft.js';
import type { ResolutionDraft } from './resolution-draft.js';
import { resolutionProblems } from './resolution-problems.js';

const today = '2026-11-28';
const problems = (facts: Partial<ResolutionDraft>): string[] => resolutionProblems({ ...emptyDraft, bodyName: 'Rat', decidedOn: '14.3.2026', result: 'UNCHANGED', ...facts }, today).map(({ code, path }) => `${code} at ${path.join('.')}`);
const consultation = (heldOn: string, bodyName = 'Beirat') => ({ key: 1, bodyName, heldOn, role: 'HEARING' as const });

describe('a resolution that is typed', () => {
  it('has nothing wrong with what every one needs, on the day itself as well', () => {
    expect([problems({}), problems({ decidedOn: '28.11.2026' }), problems({ oparlUrl: 'https://ris.example.org/1', consultations: [consultation('13.3.2026')] })]).toEqual([[], [], []]);
  });

  it('is told everything that is missing', () => {
    expect(problems({ bodyName: ' ', decidedOn: '', result: null })).toEqual(['BODY_REQUIRED at bodyName', 'DATE_INVALID at decidedOn', 'RESULT_REQUIRED at result']);
  });

  it.each([['31.2.2026', 'DATE_INVALID'], ['März 2026', 'DATE_INVALID'], ['2026', 'DATE_INVALID'], ['bald', 'DATE_INVALID'], ['29.11.2026', 'DATE_IN_FUTURE']])('is told what is wrong with the day %p', (decidedOn, code) => {
    expect(problems({ decidedOn })).toEqual([`${code} at decidedOn`]);
  });

  it('is told what is wrong with an address, and with a consultation', () => {
    expect(problems({ oparlUrl: 'ris.example.org', consultations: [consultation('15.3.2026'), consultation('gestern', '')] })).toEqual([
      'URL_INVALID at oparlUrl', 'CONSULTATION_AFTER_RESOLUTION at consultations.0.heldOn', 'BODY_REQUIRED at consultations.1.bodyName', 'DATE_INVALID at consultations.1.heldOn',
    ]);
  });
});
