import { inMail, momentInMail, paragraphs } from '@konzeptwerkstatt/identity';
import type { MailLanguage, MailText } from '@konzeptwerkstatt/identity';

/** Something open, as a mail lists it. */
export interface MailedRequest {
  readonly title: string;
  readonly deadline: Date;
  /** For how many measures the organisation is proposed as lead and as partner, where it is asked whether it takes part. */
  readonly proposed?: ProposedParts;
}

export interface ProposedParts {
  readonly lead: number;
  readonly partner: number;
}

/** What a mail about inquiries says. Answers and names of people are not in it. */
export interface InquiryMailFacts {
  readonly organisation: string;
  readonly municipality: string;
  readonly requests: readonly MailedRequest[];
  readonly address: string;
}

/** What the mail is for: something new, a reminder, the word to the deputy after the deadline, passed on by a colleague, or given back by the head. */
export type InquiryMailPurpose = 'asked' | 'reminder' | 'deputy' | 'passed_on' | 'returned';

interface Words {
  readonly subject: Readonly<Record<InquiryMailPurpose, string>>;
  readonly hello: string;
  readonly sentence: Readonly<Record<InquiryMailPurpose, (organisation: string) => string>>;
  readonly until: (title: string, date: string) => string;
  /** As what the organisation is proposed, and for how many measures. */
  readonly proposed: (parts: string) => string;
  readonly parts: Readonly<Record<keyof ProposedParts, (count: number) => string>>;
  readonly comma: string;
  readonly link: string;
  readonly hint: string;
  /** To the office, about somebody who has not answered. */
  readonly late: { readonly subject: (organisation: string) => string; readonly sentence: (organisation: string) => string; readonly list: string };
}

const measures = (count: number): string => (count === 1 ? 'einer Maßnahme' : `${count} Maßnahmen`);

const words: Readonly<Record<MailLanguage, Words>> = {
  de: {
    subject: { asked: 'Bitte um Ihre Antwort', reminder: 'Zur Erinnerung: Bitte um Ihre Antwort', deputy: 'Die Frist ist vorbei: Ihre Antwort fehlt noch', passed_on: 'An Sie weitergegeben: Bitte um Antwort', returned: 'Zurückgegeben: Bitte überarbeiten Sie Ihre Antwort' },
    hello: 'Guten Tag,',
    sentence: {
      asked: (organisation) => `wir bitten „${organisation}“ um Antwort:`, reminder: (organisation) => `von „${organisation}“ fehlt uns noch eine Antwort:`,
      deputy: (organisation) => `von „${organisation}“ ist keine Antwort gekommen. Vielleicht können Sie helfen:`, passed_on: (organisation) => `jemand von „${organisation}“ bittet Sie, das zu beantworten:`,
      returned: (organisation) => `die Leitung von „${organisation}“ bittet darum, diese Antwort zu überarbeiten und noch einmal abzugeben. Warum, steht bei den Fragen:`,
    },
    until: (title, date) => `– ${title} (bis ${date})`,
    proposed: (parts) => `Vorgeschlagen ist Ihre Organisation ${parts}.`, parts: { lead: (count) => `als Federführung bei ${measures(count)}`, partner: (count) => `als Beteiligte bei ${measures(count)}` }, comma: ', ',
    link: 'Mit diesem Link antworten Sie, ohne Anmeldung:',
    hint: 'Alles, was Sie eintragen, wird sofort als Entwurf gespeichert. Der Link ist nur für Ihre Organisation bestimmt.',
    late: { subject: (organisation) => `Keine Antwort von ${organisation}`, sentence: (organisation) => `„${organisation}“ hat nicht geantwortet, und die Frist ist seit einer Woche vorbei:`, list: 'Hier steht die Rücklaufliste:' },
  },
  en: {
    subject: { asked: 'Please answer', reminder: 'Reminder: please answer', deputy: 'The deadline is over: your answer is missing', passed_on: 'Passed on to you: please answer', returned: 'Given back: please work your answer over' },
    hello: 'Hello,',
    sentence: {
      asked: (organisation) => `we ask “${organisation}” to answer:`, reminder: (organisation) => `we are still waiting for an answer from “${organisation}”:`,
      deputy: (organisation) => `no answer has come from “${organisation}”. Perhaps you can help:`, passed_on: (organisation) => `somebody at “${organisation}” asks you to answer this:`,
      returned: (organisation) => `the head of “${organisation}” asks for this answer to be worked over and handed in again. The reason stands with the questions:`,
    },
    until: (title, date) => `– ${title} (until ${date})`,
    proposed: (parts) => `Your organisation is proposed ${parts}.`, parts: { lead: (count) => `as lead of ${count === 1 ? 'one measure' : `${count} measures`}`, partner: (count) => `as partner in ${count === 1 ? 'one measure' : `${count} measures`}` }, comma: ', ',
    link: 'With this link you answer without signing in:',
    hint: 'Whatever you type is saved as a draft at once. The link is meant for your organisation only.',
    late: { subject: (organisation) => `No answer from ${organisation}`, sentence: (organisation) => `“${organisation}” has not answered, and the deadline was a week ago:`, list: 'The return list:' },
  },
  ar: {
    subject: { asked: 'نرجو الرد', reminder: 'تذكير: نرجو الرد', deputy: 'انتهت المهلة ولم يصل ردكم بعد', passed_on: 'أُحيل إليكم: نرجو الرد', returned: 'أُعيد إليكم: نرجو مراجعة ردكم' },
    hello: 'مرحبًا،',
    sentence: {
      asked: (organisation) => `نرجو من «${organisation}» الرد على ما يلي:`, reminder: (organisation) => `ما زلنا ننتظر ردًا من «${organisation}»:`,
      deputy: (organisation) => `لم يصل رد من «${organisation}». ربما يمكنكم المساعدة:`, passed_on: (organisation) => `يرجو منكم أحد العاملين في «${organisation}» الرد على ما يلي:`,
      returned: (organisation) => `ترجو إدارة «${organisation}» مراجعة هذا الرد وإرساله من جديد. السبب مذكور عند الأسئلة:`,
    },
    until: (title, date) => `– ${title} (حتى ${date})`,
    proposed: (parts) => `منظمتكم مقترحة ${parts}.`, parts: { lead: (count) => `جهةً قائدة (عدد الإجراءات: ${count})`, partner: (count) => `جهةً مشاركة (عدد الإجراءات: ${count})` }, comma: '، ',
    link: 'بهذا الرابط تجيبون دون تسجيل الدخول:',
    hint: 'كل ما تكتبونه يُحفظ فورًا كمسودة. الرابط مخصص لمنظمتكم فقط.',
    late: { subject: (organisation) => `لم يصل رد من ${organisation}`, sentence: (organisation) => `لم ترد «${organisation}»، وقد مضى أسبوع على انتهاء المهلة:`, list: 'قائمة الردود:' },
  },
};

/** Everything open, a line each. */
function listOf(language: MailLanguage, requests: readonly MailedRequest[]): string {
  return requests.flatMap(({ title, deadline, proposed }) => [words[language].until(inMail(title, language), momentInMail(language, deadline, 'day')), ...(proposed ? partsOf(language, proposed) : [])]).join('\n');
}

/** As what the organisation is proposed, below the inquiry that asks; nothing where no measure proposes it. */
function partsOf(language: MailLanguage, proposed: ProposedParts): string[] {
  const { proposed: sentence, parts, comma } = words[language];
  const named = (['lead', 'partner'] as const).flatMap((part) => (proposed[part] > 0 ? [parts[part](proposed[part])] : []));
  return named.length === 0 ? [] : [`  ${sentence(named.join(comma))}`];
}

/** The one mail in which everything open of an organisation stands, with one link. */
export function inquiryMail(language: MailLanguage, purpose: InquiryMailPurpose, { organisation, municipality, requests, address }: InquiryMailFacts): MailText {
  const { subject, hello, sentence, link, hint } = words[language];
  return { subject: `${subject[purpose]}: ${inMail(municipality, language)}`, text: paragraphs(hello, `${sentence[purpose](inMail(organisation, language))}\n${listOf(language, requests)}`, `${link}\n${address}`, hint) };
}

/** Tells the office that an organisation has not answered a week after the deadline. */
export function lateMail(language: MailLanguage, { organisation: given, municipality, requests, address }: InquiryMailFacts): MailText {
  const { hello, late } = words[language];
  const organisation = inMail(given, language);
  return { subject: `${late.subject(organisation)}: ${inMail(municipality, language)}`, text: paragraphs(hello, `${late.sentence(organisation)}\n${listOf(language, requests)}`, `${late.list}\n${address}`) };
}
