import { inMail, paragraphs, type MailLanguage, type MailText } from './mail-text.js';

/** What an invitation says. */
export interface InvitationFacts {
  readonly name: string;
  readonly organisation: string;
  readonly municipality: string;
  readonly inviter: string;
  readonly address: string;
  readonly days: number;
}

/** The mail that invites somebody to an organisation. */
export function invitationMail(language: MailLanguage, facts: InvitationFacts): MailText {
  const [name, organisation, municipality, inviter] = [inMail(facts.name, language), inMail(facts.organisation, language), inMail(facts.municipality, language), inMail(facts.inviter, language)];
  const { address, days } = facts;
  if (language === 'en') {
    return {
      subject: `Invitation to write together: ${municipality}`,
      text: paragraphs(`Hello ${name},`, `${inviter} invites you to take part for “${organisation}” in the concept of ${municipality}.`, `With this link you set up your account:\n${address}`,
        `The link works once, for ${days} days, and only for this mail address. If it was meant for somebody else, please do not use it.`),
    };
  }
  if (language === 'ar') {
    return {
      subject: `دعوة إلى الكتابة المشتركة: ${municipality}`,
      text: paragraphs(`مرحبًا ${name}،`, `يدعوكم ${inviter} إلى المشاركة باسم «${organisation}» في خطة ${municipality}.`, `من خلال هذا الرابط تُنشئون حسابكم:\n${address}`,
        `يعمل الرابط مرة واحدة ولمدة ${days} أيام، ولعنوان البريد هذا فقط. إذا كان موجّهًا إلى شخص آخر فلا تستخدموه من فضلكم.`),
    };
  }
  return {
    subject: `Einladung zum gemeinsamen Schreiben: ${municipality}`,
    text: paragraphs(`Guten Tag ${name},`, `${inviter} lädt Sie ein, für „${organisation}“ am Konzept von ${municipality} mitzuwirken.`, `Mit diesem Link richten Sie Ihr Konto ein:\n${address}`,
      `Der Link gilt einmal, ${days} Tage lang und nur für diese E-Mail-Adresse. War er für jemand anderen gedacht, benutzen Sie ihn bitte nicht.`),
  };
}
