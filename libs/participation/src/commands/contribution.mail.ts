import { inMail, paragraphs } from '@konzeptwerkstatt/identity';
import type { MailLanguage, MailText } from '@konzeptwerkstatt/identity';

/** What is told: it has arrived, it is answered, or the measure that came of it stands differently. */
export type ContributionNews = 'arrived' | 'answered' | 'status';

/** What a mail about a contribution says. The words of the contribution and of the answer stay in the application. */
export interface NewsFacts {
  readonly name: string;
  readonly municipality: string;
  readonly address: string;
}

const texts: Readonly<Record<MailLanguage, Readonly<Record<ContributionNews, readonly [subject: string, sentence: string]>> & { readonly hello: string; readonly stop: string }>> = {
  de: {
    hello: 'Guten Tag', stop: 'Wenn Sie solche Mails nicht möchten, schalten Sie sie unter „Rückmeldungen“ ab.',
    arrived: ['Ihre Rückmeldung ist angekommen', 'Ihre Rückmeldung ist angekommen. Hier sehen Sie, was daraus wird:'],
    answered: ['Antwort auf Ihre Rückmeldung', 'Ihre Rückmeldung ist beantwortet. Die Antwort mit Gründen steht hier:'],
    status: ['Neues zu Ihrer Rückmeldung', 'Eine Maßnahme, die auf Ihre Rückmeldung zurückgeht, hat einen neuen Stand. Er steht hier:'],
  },
  en: {
    hello: 'Hello', stop: 'If you do not want such mails, switch them off under “Feedback”.',
    arrived: ['Your feedback has arrived', 'Your feedback has arrived. Here you see what becomes of it:'],
    answered: ['Answer to your feedback', 'Your feedback is answered. The answer with its reasons is here:'],
    status: ['News about your feedback', 'A measure that goes back to your feedback has a new status. It is here:'],
  },
  ar: {
    hello: 'مرحبًا', stop: 'إذا كنتم لا ترغبون في مثل هذه الرسائل فأوقفوها تحت «الملاحظات».',
    arrived: ['وصلت ملاحظتكم', 'وصلت ملاحظتكم. ترون هنا ما يحدث لها:'],
    answered: ['الرد على ملاحظتكم', 'تم الرد على ملاحظتكم. تجدون الرد وأسبابه هنا:'],
    status: ['جديد بشأن ملاحظتكم', 'تغيّرت حالة إجراء يعود إلى ملاحظتكم. تجدونها هنا:'],
  },
};

/** The mail that tells a contributor what became of her contribution. */
export function contributionMail(language: MailLanguage, news: ContributionNews, { name, municipality, address }: NewsFacts): MailText {
  const { hello, stop, [news]: [subject, sentence] } = texts[language];
  return { subject: `${subject}: ${inMail(municipality)}`, text: paragraphs(`${hello} ${inMail(name)},`, `${sentence}\n${address}`, stop) };
}
