import { inMail, paragraphs } from '@konzeptwerkstatt/identity';
import { municipalClock } from '../domain/municipal-time.policy.js';

/** What a notice says. */
export interface DeadlineNotice {
  readonly phase: string;
  readonly process: string;
  readonly closesAt: Date;
  readonly address: string;
}

/** The mail before a phase ends, in German or English. Names of people and texts are not in it. */
export function deadlineNoticeMail(language: string, { phase, process, closesAt, address }: DeadlineNotice): { readonly subject: string; readonly text: string } {
  const { day, time } = municipalClock(closesAt);
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  const [title, of] = [inMail(phase), inMail(process)];
  if (language === 'en') {
    return { subject: `Until ${day}: ${title}`, text: paragraphs('Hello,', `in “${of}” the phase “${title}” ends on ${day} at ${time} (time in Germany). Until then you can contribute:\n${address}`, 'You do not want such mails? On that page, below “Mails before deadlines”, you switch them off.') };
  }
  const date = `${dayOfMonth}.${month}.${year}`;
  return { subject: `Noch bis ${date}: ${title}`, text: paragraphs('Guten Tag,', `in „${of}“ endet die Phase „${title}“ am ${date} um ${time} Uhr. Bis dahin können Sie beitragen:\n${address}`, 'Sie möchten keine solchen E-Mails? Auf dieser Seite schalten Sie sie unter „E-Mails vor Fristen“ ab.') };
}
