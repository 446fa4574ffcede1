import { describe, expect, it } from '@jest/globals';
import { contributionMail } from './contribution.mail.js';

const facts = { name: 'Erika Beispiel', municipality: 'Leipzig', address: 'https://stadt.example/rueckmeldungen/1' };
const cases = (['de', 'en', 'ar'] as const).flatMap((language) => (['arrived', 'answered', 'status'] as const).map((news) => [language, news] as const));

describe('a mail about a contribution', () => {
  it.each(cases)('in %s about %s has its link on a line of its own and names the municipality', (language, news) => {
    const { subject, text } = contributionMail(language, news, facts);
    expect(text.split('\n')).toContain(facts.address);
    expect(text).toContain('Erika Beispiel');
    expect(subject).toMatch(/Leipzig$/);
  });

  it('takes no further lines out of names', () => {
    expect(contributionMail('de', 'answered', { ...facts, municipality: 'Stadt\r\nBcc: x@example.org' }).subject).not.toMatch(/[\r\n]/);
  });
});
