import { describe, expect, it } from '@jest/globals';
import { noteOf } from './contribution-note.policy.js';

type Said = Parameters<typeof noteOf>[0];

const said = (more: Partial<Said> = {}): Said => ({
  target: 'passage', sectionId: 's', blockId: 'b', quote: 'Stadt', quoteBefore: 'Die ', kind: 'question', title: null, text: 'Wann?', replacement: null, language: 'de', way: 'online', receivedOn: null,
  createdAt: new Date('2026-11-11T12:00:00Z'), submittedAt: new Date('2026-11-12T23:30:00Z'), ...more,
});
const nobody = { organisation: null, person: null };

describe('a contribution as a note', () => {
  it('names the organisation, the person only where that is shown, and otherwise how it came', () => {
    expect(noteOf(said(), { organisation: 'Verein', person: null }).author).toBe('Verein');
    expect(noteOf(said(), { organisation: 'Verein', person: 'Kim' }).author).toBe('Kim (Verein)');
    expect((['online', 'workshop', 'letter'] as const).map((way) => noteOf(said({ way }), nobody).author)).toEqual(['eine beteiligte Person', 'Gast eines Treffens', 'über das Amt eingegangen']);
  });

  it('tells the day in Germany and nothing more exact, or the day on which the office received it', () => {
    expect(noteOf(said(), nobody).day).toBe('2026-11-13');
    expect(noteOf(said({ receivedOn: '2026-10-01' }), nobody).day).toBe('2026-10-01');
  });

  it('is about words, about a goal or measure, or about all of a section', () => {
    expect(noteOf(said(), nobody).about).toEqual({ sectionId: 's', blockId: 'b', quote: 'Stadt', before: 'Die ' });
    expect(noteOf(said({ target: 'measure', quote: null, quoteBefore: null }), nobody).about).toEqual({ sectionId: 's', blockId: 'b', quote: null, before: '' });
    expect(noteOf(said({ target: 'section', blockId: null, quote: null, quoteBefore: null }), nobody).about).toEqual({ sectionId: 's', blockId: null, quote: null, before: '' });
  });
});
