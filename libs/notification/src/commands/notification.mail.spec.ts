import { describe, expect, it } from '@jest/globals';
import { NOTIFICATION_KINDS } from '@konzeptwerkstatt/contracts';
import type { NotificationKind } from '@konzeptwerkstatt/contracts';
import { digestMail, noticeMail } from './notification.mail.js';

const frame = { name: 'Erika Beispiel', municipality: 'Leipzig', listAddress: 'https://stadt.example/benachrichtigungen' };
const item = { title: 'Geheime Maßnahme', dueAt: null, address: 'https://stadt.example/rueckmeldungen/1' };
const kinds = Object.keys(NOTIFICATION_KINDS) as NotificationKind[];
const cases = (['de', 'en', 'ar'] as const).flatMap((language) => kinds.map((kind) => [language, kind] as const));

describe('a mail about one thing', () => {
  it.each(cases)('in %s about %s has its link and the one for choosing on lines of their own', (language, kind) => {
    const lines = noticeMail(language, frame, { ...item, kind }, 0).text.split('\n');
    expect(lines).toEqual(expect.arrayContaining([item.address, frame.listAddress]));
    expect(lines[0]).toContain('Erika Beispiel');
  });

  it('names dates of the process, and nothing of what was said about a draft', () => {
    const dueAt = new Date('2027-03-27T23:30:00Z');
    const phase = noticeMail('de', frame, { ...item, kind: 'phase_ends', title: 'Werkstatt', dueAt }, 0);
    expect(phase.subject).toBe('Eine Frist endet bald: Werkstatt');
    expect(phase.text).toContain('Werkstatt, bis 28. März 2027 um 00:30 Uhr (deutsche Zeit)');
    expect(noticeMail('ar', frame, { ...item, kind: 'phase_ends', title: 'Werkstatt (Beispiel)', dueAt }, 0).text).toContain('\u2068Werkstatt (Beispiel)\u2069، حتى 28 مارس 2027');
    const answered = noticeMail('de', frame, { ...item, kind: 'contribution_answered' }, 2);
    expect(answered.subject).toBe('Antwort auf Ihre Rückmeldung: Leipzig');
    expect(answered.text).not.toContain('Geheime');
    expect(answered.text).toContain('Dazu kommen 2 weitere Nachrichten:');
  });

  it('names the day alone where something ends with it, in summer and in winter', () => {
    const lineOf = (language: 'de' | 'en' | 'ar', dueAt: string) => noticeMail(language, frame, { ...item, kind: 'funding_ends', dueAt: new Date(dueAt) }, 0).text.split('\n').find((line) => line.includes('2026'));
    expect([lineOf('de', '2026-12-31T22:59:00Z'), lineOf('de', '2026-06-30T21:59:00Z'), lineOf('en', '2026-12-31T22:59:00Z'), lineOf('ar', '2026-12-31T22:59:00Z')]).toEqual(['bis 31. Dezember 2026', 'bis 30. Juni 2026', 'until 31 December 2026', 'حتى 31 ديسمبر 2026']);
    expect(lineOf('de', '2026-12-31T22:58:00Z')).toContain('23:58 Uhr');
  });

  it('takes no further lines out of names', () => {
    expect(noticeMail('de', { ...frame, municipality: 'Stadt\r\nBcc: x@example.org' }, { ...item, kind: 'contribution_answered' }, 0).subject).not.toMatch(/[\r\n]/);
  });
});

describe('the mail of a day', () => {
  it('lists twenty and counts the rest', () => {
    const items = Array.from({ length: 23 }, (_, index) => ({ ...item, kind: 'contribution_to_answer' as const, address: `https://stadt.example/${index}` }));
    const { text } = digestMail('de', frame, items);
    expect(text).toContain('https://stadt.example/19\n');
    expect(text).not.toContain('https://stadt.example/20\n');
    expect(text).toContain('Dazu kommen 3 weitere Nachrichten:');
  });
});
