import { describe, expect, it } from '@jest/globals';
import { inquiryMail, lateMail } from './inquiry.mail.js';

const facts = {
  organisation: 'Verein\r\nBcc: x@example.org', municipality: 'Leipzig', address: 'https://stadt.example/abfrage#geheim',
  requests: [{ title: 'Jahresstand', deadline: new Date('2027-03-28T21:59:00Z') }, { title: 'Mitzeichnung', deadline: new Date('2027-01-31T22:59:00Z') }],
};
const purposes = ['asked', 'reminder', 'deputy', 'passed_on', 'returned'] as const;

describe('a mail about inquiries', () => {
  it.each((['de', 'en', 'ar'] as const).flatMap((language) => purposes.map((purpose) => [language, purpose] as const)))('in %s for %s has everything open and one link on a line of its own', (language, purpose) => {
    const { subject, text } = inquiryMail(language, purpose, facts);
    expect(text.split('\n').filter((line) => line === facts.address)).toHaveLength(1);
    expect(text).toContain('Jahresstand');
    expect(text).toContain('Mitzeichnung');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text.split('\n').some((line) => line.startsWith('Bcc:'))).toBe(false);
  });

  it('names the deadline by the clock in Germany, on both sides of daylight saving', () => {
    expect(inquiryMail('de', 'asked', facts).text).toMatch(/28\. März 2027[^]*31\. Januar 2027/);
  });

  it('in Arabic keeps German titles in their own direction', () => {
    expect(inquiryMail('ar', 'asked', facts).text).toContain('– \u2068Jahresstand\u2069 (حتى 28 مارس 2027)\n');
  });

  it('says as what the organisation is proposed, and nothing of that where no measure proposes it', () => {
    const proposed = (lead: number, partner: number) => ({ ...facts, requests: [{ title: 'Machen Sie mit?', deadline: new Date('2027-01-31T22:59:00Z'), proposed: { lead, partner } }] });
    expect(inquiryMail('de', 'asked', proposed(1, 2)).text).toContain('– Machen Sie mit? (bis 31. Januar 2027)\n  Vorgeschlagen ist Ihre Organisation als Federführung bei einer Maßnahme, als Beteiligte bei 2 Maßnahmen.');
    expect(inquiryMail('en', 'asked', proposed(0, 1)).text).toContain('  Your organisation is proposed as partner in one measure.');
    expect(inquiryMail('ar', 'asked', proposed(3, 0)).text).toContain('منظمتكم مقترحة جهةً قائدة (عدد الإجراءات: 3).');
    expect(inquiryMail('de', 'asked', proposed(0, 0)).text).not.toContain('Vorgeschlagen');
  });

  it('tells the office who is missing, in her own language', () => {
    expect(lateMail('de', facts).subject).toMatch(/^Keine Antwort von Verein /);
    expect(lateMail('ar', facts).text).toContain('\u2068Verein');
  });
});
