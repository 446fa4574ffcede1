import type { NotificationKind } from '@konzeptwerkstatt/contracts';
import { inMail, isEndOfDay, momentInMail, paragraphs } from '@konzeptwerkstatt/identity';
import type { MailLanguage, MailText } from '@konzeptwerkstatt/identity';
import { NAMED_IN_MAILS } from '../domain/notification.js';

/** One thing a mail tells of. */
export interface MailItem {
  readonly kind: NotificationKind;
  readonly title: string | null;
  readonly dueAt: Date | null;
  /** Whole address of the page. */
  readonly address: string;
}

/** Around the items. */
export interface MailFrame {
  readonly name: string;
  readonly municipality: string;
  /** Address of the list of all notifications, where one chooses about mails. */
  readonly listAddress: string;
}

interface Words {
  readonly hello: string;
  readonly comma: string;
  readonly digest: string;
  readonly more: (count: number) => string;
  readonly until: (moment: string) => string;
  readonly untilDay: (day: string) => string;
  readonly choose: string;
  readonly kinds: Readonly<Record<NotificationKind, readonly [subject: string, sentence: string]>>;
}

const words: Readonly<Record<MailLanguage, Words>> = {
  de: {
    hello: 'Guten Tag', comma: ',', digest: 'Neues für Sie', more: (count) => (count === 1 ? 'Dazu kommt eine weitere Nachricht:' : `Dazu kommen ${count} weitere Nachrichten:`), until: (moment) => `bis ${moment} Uhr (deutsche Zeit)`, untilDay: (day) => `bis ${day}`,
    choose: 'Ob und wie oft Sie solche Mails bekommen, stellen Sie hier ein:',
    kinds: {
      contribution_arrived: ['Ihre Rückmeldung ist angekommen', 'Ihre Rückmeldung ist angekommen. Hier sehen Sie, was daraus wird:'],
      contribution_answered: ['Antwort auf Ihre Rückmeldung', 'Ihre Rückmeldung ist beantwortet. Die Antwort mit Gründen steht hier:'],
      contribution_replied: ['Jemand hat zu Ihrer Rückmeldung geschrieben', 'Zu Ihrer Rückmeldung hat jemand etwas geschrieben:'],
      contribution_mentioned: ['Sie werden in einer Rückmeldung erwähnt', 'Jemand erwähnt Sie oder Ihre Organisation in einer Rückmeldung:'],
      contribution_measure_changed: ['Neues zu Ihrer Rückmeldung', 'Eine Maßnahme, die auf Ihre Rückmeldung zurückgeht, hat einen neuen Stand. Er steht hier:'],
      contribution_to_release: ['Eine Rückmeldung wartet auf Ihre Freigabe', 'Eine Rückmeldung für Ihre Organisation wartet auf Ihre Freigabe:'],
      inquiry_to_release: ['Antworten warten auf Ihre Freigabe', 'Ihre Organisation hat eine Abfrage beantwortet. Die Antworten warten auf Ihre Freigabe:'],
      inquiry_returned: ['Bitte überarbeiten Sie Ihre Antworten', 'Die Leitung Ihrer Organisation hat Antworten zurückgegeben, die Sie abgegeben haben. Warum, steht bei den Fragen:'],
      contribution_received: ['Eine Rückmeldung über einen Link', 'Über einen Link, den Sie weitergegeben haben, ist eine Rückmeldung eingegangen. Sie steht bei den Rückmeldungen:'],
      contribution_refused: ['Ihre Rückmeldung wurde nicht freigegeben', 'Ihre Rückmeldung wurde nicht freigegeben. Die Gründe stehen hier:'],
      contribution_to_answer: ['Eine Rückmeldung wartet auf Ihre Antwort', 'Ihre Organisation soll eine Rückmeldung beantworten:'],
      response_proposed: ['Eine Antwort wird Ihnen vorgeschlagen', 'Zu Ihrer Rückmeldung gibt es den Vorschlag einer Antwort. Sie können zustimmen oder Einspruch erheben:'],
      response_objected: ['Einspruch gegen eine Antwort', 'Gegen eine Antwort, die Sie vorgeschlagen haben, gibt es einen Einspruch:'],
      advice_requested: ['Ihr Rat ist gefragt', 'Ihre Organisation wird zu einer Rückmeldung um Rat gebeten:'],
      advice_given: ['Ein Rat ist da', 'Zu einer Rückmeldung ist der Rat da, um den Sie gebeten haben:'],
      moderator_named: ['Sie moderieren ein Treffen', 'Sie sind für die Moderation eines Treffens eingetragen:'],
      value_overdue: ['Ein neuer Wert ist fällig', 'Ihre Organisation ist für einen Indikator zuständig, und sein nächster Wert fehlt noch:'],
      phase_opened: ['Sie können jetzt mitmachen', 'Eine Phase hat begonnen, in der Sie mitschreiben oder etwas dazu sagen können:'],
      phase_ends: ['Eine Frist endet bald', 'Eine Phase, in der Sie mitschreiben oder etwas dazu sagen können, endet bald:'],
      funding_ends: ['Eine Finanzierung endet bald', 'Die Finanzierung einer Maßnahme, für die Ihre Organisation verantwortlich ist, endet bald:'],
      answer_ends: ['Eine Frist zum Antworten endet bald', 'Die Frist, bis zu der Ihre Organisation eine Rückmeldung beantworten soll, endet bald:'],
      objection_ends: ['Eine Frist für Ihren Einspruch endet bald', 'Zu Ihrer Rückmeldung ist eine Antwort vorgeschlagen. Die Frist, in der Sie zustimmen oder Einspruch erheben können, endet bald:'],
      advice_ends: ['Eine Frist für Ihren Rat endet bald', 'Ihre Organisation ist zu einer Rückmeldung um Rat gebeten. Die Frist endet bald:'],
    },
  },
  en: {
    hello: 'Hello', comma: ',', digest: 'News for you', more: (count) => (count === 1 ? 'There is one more message:' : `There are ${count} more messages:`), until: (moment) => `until ${moment} (time in Germany)`, untilDay: (day) => `until ${day}`,
    choose: 'Here you choose whether and how often you get such mails:',
    kinds: {
      contribution_arrived: ['Your feedback has arrived', 'Your feedback has arrived. Here you see what becomes of it:'],
      contribution_answered: ['Answer to your feedback', 'Your feedback is answered. The answer with its reasons is here:'],
      contribution_replied: ['Somebody wrote about your feedback', 'Somebody wrote something about your feedback:'],
      contribution_mentioned: ['You are mentioned in feedback', 'Somebody mentions you or your organisation in feedback:'],
      contribution_measure_changed: ['News about your feedback', 'A measure that goes back to your feedback has a new status. It is here:'],
      contribution_to_release: ['Feedback waits for your release', 'Feedback for your organisation waits for your release:'],
      inquiry_to_release: ['Answers wait for your release', 'Your organisation has answered an inquiry. The answers wait for your release:'],
      inquiry_returned: ['Please work your answers over', 'The head of your organisation has given back answers that you handed in. The reason stands with the questions:'],
      contribution_received: ['Feedback by a link', 'Feedback came in by a link that was passed on. It stands among the feedback:'],
      contribution_refused: ['Your feedback is not released', 'Your feedback is not released. The reasons are here:'],
      contribution_to_answer: ['Feedback waits for your answer', 'Your organisation is asked to answer feedback:'],
      response_proposed: ['An answer is proposed to you', 'An answer to your feedback is proposed. You can accept it or object:'],
      response_objected: ['Objection to an answer', 'Somebody objects to an answer that you have proposed:'],
      advice_requested: ['Your advice is asked for', 'Your organisation is asked for its advice on feedback:'],
      advice_given: ['Advice has come', 'The advice on feedback that you asked for is there:'],
      moderator_named: ['You moderate a meeting', 'You are named as a moderator of a meeting:'],
      value_overdue: ['A new value is due', 'Your organisation is in charge of an indicator whose next value is missing:'],
      phase_opened: ['You can take part now', 'A phase has begun in which you can write or give feedback:'],
      phase_ends: ['A deadline comes soon', 'A phase in which you can write or give feedback ends soon:'],
      funding_ends: ['A funding ends soon', 'The funding of a measure that your organisation is responsible for ends soon:'],
      answer_ends: ['A deadline for an answer comes soon', 'The time in which your organisation is asked to answer feedback ends soon:'],
      objection_ends: ['Your time to object ends soon', 'An answer to your feedback is proposed. The time in which you can accept it or object ends soon:'],
      advice_ends: ['A deadline for your advice comes soon', 'Your organisation is asked for its advice on feedback. The time for it ends soon:'],
    },
  },
  ar: {
    hello: 'مرحبًا', comma: '،', digest: 'جديد لكم', more: (count) => `هناك رسائل أخرى (${count}):`, until: (moment) => `حتى ${moment} (بتوقيت ألمانيا)`, untilDay: (day) => `حتى ${day}`,
    choose: 'تحددون هنا هل تصلكم مثل هذه الرسائل وكم مرة:',
    kinds: {
      contribution_arrived: ['وصلت ملاحظتكم', 'وصلت ملاحظتكم. ترون هنا ما يحدث لها:'],
      contribution_answered: ['الرد على ملاحظتكم', 'تم الرد على ملاحظتكم. تجدون الرد وأسبابه هنا:'],
      contribution_replied: ['كتب أحدهم بشأن ملاحظتكم', 'كتب أحدهم شيئًا بشأن ملاحظتكم:'],
      contribution_mentioned: ['ذُكرتم في ملاحظة', 'ذكركم أحدهم أو ذكر منظمتكم في ملاحظة:'],
      contribution_measure_changed: ['جديد بشأن ملاحظتكم', 'تغيّرت حالة إجراء يعود إلى ملاحظتكم. تجدونها هنا:'],
      contribution_to_release: ['ملاحظة تنتظر موافقتكم', 'ملاحظة باسم منظمتكم تنتظر موافقتكم:'],
      inquiry_to_release: ['إجابات تنتظر موافقتكم', 'أجابت منظمتكم عن استبيان، والإجابات تنتظر موافقتكم:'],
      inquiry_returned: ['يرجى مراجعة إجاباتكم', 'أعادت إدارة منظمتكم إجابات أرسلتموها. السبب مذكور عند الأسئلة:'],
      contribution_received: ['ملاحظة عبر رابط', 'وصلت ملاحظة عبر رابط تم تمريره. تجدونها بين الملاحظات:'],
      contribution_refused: ['لم تتم الموافقة على ملاحظتكم', 'لم تتم الموافقة على ملاحظتكم. تجدون الأسباب هنا:'],
      contribution_to_answer: ['ملاحظة تنتظر ردكم', 'يُطلب من منظمتكم الرد على ملاحظة:'],
      response_proposed: ['رد مقترح عليكم', 'هناك رد مقترح على ملاحظتكم. يمكنكم الموافقة عليه أو الاعتراض:'],
      response_objected: ['اعتراض على رد', 'هناك اعتراض على رد اقترحتموه:'],
      advice_requested: ['تُطلب مشورتكم', 'تُطلب مشورة منظمتكم بشأن ملاحظة:'],
      advice_given: ['وصلت مشورة', 'وصلت المشورة التي طلبتموها بشأن ملاحظة:'],
      moderator_named: ['تتولون تيسير لقاء', 'تم تعيينكم في فريق التيسير للقاء:'],
      value_overdue: ['حان موعد قيمة جديدة', 'منظمتكم مسؤولة عن مؤشر لم تُسجَّل قيمته التالية بعد:'],
      phase_opened: ['يمكنكم المشاركة الآن', 'بدأت مرحلة يمكنكم فيها الكتابة أو إبداء الملاحظات:'],
      phase_ends: ['موعد ينتهي قريبًا', 'مرحلة يمكنكم فيها الكتابة أو إبداء الملاحظات تنتهي قريبًا:'],
      funding_ends: ['تمويل ينتهي قريبًا', 'تمويل إجراء مسؤولة عنه منظمتكم ينتهي قريبًا:'],
      answer_ends: ['موعد الرد ينتهي قريبًا', 'المهلة التي يُطلب من منظمتكم خلالها الرد على ملاحظة تنتهي قريبًا:'],
      objection_ends: ['مهلة اعتراضكم تنتهي قريبًا', 'هناك رد مقترح على ملاحظتكم. المهلة التي يمكنكم خلالها الموافقة أو الاعتراض تنتهي قريبًا:'],
      advice_ends: ['مهلة مشورتكم تنتهي قريبًا', 'تُطلب مشورة منظمتكم بشأن ملاحظة. المهلة تنتهي قريبًا:'],
    },
  },
};

/** Most items that a daily mail lists one by one. */
const MOST = 20;

function item(language: MailLanguage, { kind, title, dueAt, address }: MailItem): string {
  const { kinds, comma, until, untilDay } = words[language];
  const named = NAMED_IN_MAILS.has(kind) && title !== null ? inMail(title, language) : null;
  const due = dueAt === null ? null : isEndOfDay(dueAt) ? untilDay(momentInMail(language, dueAt, 'day')) : until(momentInMail(language, dueAt, 'minute'));
  return [kinds[kind][1], [named, due].filter((part) => part !== null).join(`${comma} `), address].filter((line) => line !== '').join('\n');
}

/**
 * The mail that tells of one thing at once, with how many more of its kind there are.
 * @param more how many further subjects the same occasion has for this person
 */
export function noticeMail(language: MailLanguage, { name, municipality, listAddress }: MailFrame, first: MailItem, more: number): MailText {
  const { hello, comma, kinds, choose, more: andMore } = words[language];
  const subject = NAMED_IN_MAILS.has(first.kind) && first.title !== null ? `${kinds[first.kind][0]}: ${inMail(first.title, language)}` : `${kinds[first.kind][0]}: ${inMail(municipality, language)}`;
  return { subject, text: paragraphs(`${hello} ${inMail(name, language)}${comma}`, item(language, first), ...(more > 0 ? [`${andMore(more)}\n${listAddress}`] : []), `${choose}\n${listAddress}`) };
}

/** The one mail of a day. @param items at least one, newest first */
export function digestMail(language: MailLanguage, { name, municipality, listAddress }: MailFrame, items: readonly MailItem[]): MailText {
  const { hello, comma, digest, choose, more } = words[language];
  const rest = items.length - MOST;
  return {
    subject: `${digest}: ${inMail(municipality, language)}`,
    text: paragraphs(`${hello} ${inMail(name, language)}${comma}`, ...items.slice(0, MOST).map((one) => item(language, one)), ...(rest > 0 ? [`${more(rest)}\n${listAddress}`] : []), `${choose}\n${listAddress}`),
  };
}
