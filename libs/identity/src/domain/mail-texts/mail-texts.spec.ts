import { describe, expect, it } from '@jest/globals';
import { invitationMail } from './invitation.mail.js';
import { inMail, MAIL_LANGUAGES, mailLanguage, momentInMail } from './mail-text.js';

const facts = { name: 'Erika Beispiel', organisation: 'Brücke', municipality: 'Leipzig', inviter: 'Integrationsbüro', address: 'https://stadt.example/einladung#abc', days: 7 };

describe('a mail', () => {
  it.each(MAIL_LANGUAGES)('in %s holds its link on a line of its own, and who writes to whom', (language) => {
    const { subject, text } = invitationMail(language, facts);
    expect(text.split('\n')).toContain(facts.address);
    expect(text).toContain('Brücke');
    expect(text).toContain('Erika Beispiel');
    expect(subject).toMatch(/^[^\n]{10,100}$/);
  });

  it('is written in German to whoever reads a language there is no text in', () => {
    expect([mailLanguage('tr'), mailLanguage('en-GB'), mailLanguage('ar')]).toEqual(['de', 'en', 'ar']);
  });

  it('takes no further lines and no links out of names', () => {
    expect(inMail('Erika\r\nBcc: x@example.org', 'de')).toBe('Erika Bcc: x@example. org');
    expect(inMail('https://boese.example/klick', 'de')).not.toContain('https://');
    expect(invitationMail('de', { ...facts, organisation: 'A\n\nhttp://b.example' }).text).not.toMatch(/^http:/m);
  });

  it('in Arabic keeps German names in their own direction, and its link free of signs', () => {
    const { subject, text } = invitationMail('ar', { ...facts, organisation: 'Brücke (Beispiel)', municipality: 'حلب' });
    expect(text).toContain('«\u2068Brücke (Beispiel)\u2069»');
    expect(text).toMatch(/^https:\/\/stadt\.example\/einladung#abc$/m);
    expect(subject).toBe('دعوة إلى الكتابة المشتركة: حلب');
  });

  it('lets no name turn what stands behind it', () => {
    expect([inMail('Brücke\u202e ekcürB', 'de'), inMail('Br\u2069ücke', 'ar')]).toEqual(['Brücke ekcürB', '\u2068Brücke\u2069']);
  });

  it.each([['de', '28. März 2027'], ['en', '28 March 2027'], ['ar', '28 مارس 2027']] as const)('in %s names a day by the clock in Germany', (language, day) => {
    expect(momentInMail(language, new Date('2027-03-28T21:59:00Z'), 'day')).toBe(day);
  });
});
