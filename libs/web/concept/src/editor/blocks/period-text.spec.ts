import { describe, expect, it } from '@jest/globals';
import { draftOf, endToMend, readDraft, readEnd } from './period-text.js';

describe('a period as people type it', () => {
  it('is understood as year, quarter or month', () => {
    expect(readEnd('2025')?.text).toBe('2025');
    expect(readEnd('Q1 2025')?.text).toBe('2025-Q1');
    expect(readEnd('2025-Q4')?.text).toBe('2025-Q4');
    expect(readEnd('3/2025')?.text).toBe('2025-03');
    expect(readEnd('03.2025')?.text).toBe('2025-03');
    expect(readEnd('2025-03')?.text).toBe('2025-03');
  });

  it('may be open-ended or empty', () => {
    expect(readDraft({ from: '2025', to: '', isOpenEnded: true })).toEqual({ value: '2025/..' });
    expect(readDraft({ from: '', to: '', isOpenEnded: false })).toEqual({ value: null });
  });

  it('comes back as it is shown', () => {
    for (const period of ['2025/2027', '2025-Q1/..', '2025-03/2025-09']) expect(readDraft(draftOf(period))).toEqual({ value: period });
  });
});

describe('a period that cannot be', () => {
  it('is marked at the end that has to be mended', () => {
    expect(endToMend({ from: '2027', to: '2025', isOpenEnded: false })).toBe('to');
    expect(endToMend({ from: '2027', to: 'bald', isOpenEnded: false })).toBe('to');
    expect(endToMend({ from: '2027', to: '', isOpenEnded: false })).toBe('to');
    expect(endToMend({ from: 'bald', to: '2025', isOpenEnded: false })).toBe('from');
    expect(endToMend({ from: '', to: '2025', isOpenEnded: false })).toBe('from');
    expect(endToMend({ from: 'bald', to: '', isOpenEnded: true })).toBe('from');
  });

  it('is refused with its reason', () => {
    expect(readDraft({ from: '2027', to: '2025', isOpenEnded: false })).toEqual({ problem: 'PERIOD_ENDS_BEFORE_START' });
    expect(readDraft({ from: 'bald', to: '2025', isOpenEnded: false })).toEqual({ problem: 'PERIOD_MALFORMED' });
    expect(readDraft({ from: '2025', to: '', isOpenEnded: false })).toEqual({ problem: 'PERIOD_INCOMPLETE' });
    expect(readDraft({ from: '13/2025', to: '2026', isOpenEnded: false })).toEqual({ problem: 'PERIOD_MALFORMED' });
  });
});
