import { describe, expect, it } from '@jest/globals';
import { invitationMail } from './invitation.mail.js';
import { inMail, MAIL_LANGUAGES, mailLanguage } from './mail-text.js';

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
    expect(inMail('Erika\r\nBcc: x@example.org')).toBe('Erika Bcc: x@example. org');
    expect(inMail('https://boese.example/klick')).not.toContain('https://');
    expect(invitationMail('de', { ...facts, organisation: 'A\n\nhttp://b.example' }).text).not.toMatch(/^http:/m);
  });
});
