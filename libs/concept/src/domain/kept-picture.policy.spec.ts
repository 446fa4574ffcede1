import { describe, expect, it } from '@jest/globals';
import { keptBySection, mayBeReleased, PICTURE_PURPOSE, sectionKeeping } from './kept-picture.policy.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

describe('a picture that no text shows', () => {
  it('stays for ninety days after it left, or after it was brought and never used', () => {
    expect(mayBeReleased({ storedAt: day(1), goneAt: day(100), versionsKeptAt: [] }, day(189))).toBe(false);
    expect(mayBeReleased({ storedAt: day(1), goneAt: day(100), versionsKeptAt: [] }, day(190))).toBe(true);
    expect(mayBeReleased({ storedAt: day(1), goneAt: null, versionsKeptAt: [] }, day(90))).toBe(false);
    expect(mayBeReleased({ storedAt: day(1), goneAt: null, versionsKeptAt: [] }, day(91))).toBe(true);
  });

  it('stays for ever when a version may show it', () => {
    const released = (keptAt: Date): boolean => mayBeReleased({ storedAt: day(10), goneAt: day(20), versionsKeptAt: [keptAt] }, day(400));
    expect([day(10), day(15), day(20), day(21)].map(released)).toEqual([false, false, false, false]);
    expect([day(9), day(22)].map(released)).toEqual([true, true]);
  });
});

describe('whose picture a file is', () => {
  it('is said by what keeps it, and of no other file', () => {
    expect(sectionKeeping({ purpose: PICTURE_PURPOSE, keptBy: keptBySection('s') })).toBe('s');
    expect(sectionKeeping({ purpose: 'identity.logo', keptBy: keptBySection('s') })).toBeNull();
    expect(sectionKeeping({ purpose: PICTURE_PURPOSE, keptBy: 'identity.municipality/s' })).toBeNull();
    expect(sectionKeeping({ purpose: PICTURE_PURPOSE, keptBy: null })).toBeNull();
  });
});
