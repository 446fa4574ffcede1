import type { InquiryQuestion } from './inquiry.js';

/** Choices of the house in German, for files that people read and send back. */
const optionWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: { lead: 'Ja, als Federführung', partner: 'Ja, als Beteiligte', none: 'Nein' },
  consent: { agree: 'Ja', agree_with_changes: 'Ja, mit Änderungen', object: 'Nein' },
  status: { idea: 'Idee', planned: 'geplant', running: 'läuft', done: 'abgeschlossen', continued: 'wird fortgeführt', paused: 'ruht', dropped: 'entfallen' },
};
const yesNo: Readonly<Record<string, string>> = { yes: 'Ja', no: 'Nein' };

function choicesOf({ key, type, options, isOfTheHouse }: InquiryQuestion): Readonly<Record<string, string>> {
  if (type === 'yes_no') return yesNo;
  return Object.fromEntries(options.map((option) => [option, isOfTheHouse ? optionWords[key]?.[option] ?? option : option]));
}

/** An answer in German words: choices by name, days as 31.12.2026, numbers with a comma. */
export function wordsOf(question: InquiryQuestion, value: string): string {
  if (question.type === 'choice' || question.type === 'yes_no') return choicesOf(question)[value] ?? value;
  if (question.type === 'date') return value.split('-').reverse().join('.');
  return question.type === 'number' ? value.replace('.', ',') : value;
}

/** What can be chosen, in German words; null for questions without choices. */
export function choiceWords(question: InquiryQuestion): string[] | null {
  return question.type === 'choice' || question.type === 'yes_no' ? Object.values(choicesOf(question)) : null;
}

/** The answer that words of a spreadsheet mean, as it is stored; what does not fit stays as it was typed, and is refused where answers are checked. */
export function valueOf(question: InquiryQuestion, words: string): string {
  const text = words.trim();
  if (question.type === 'choice' || question.type === 'yes_no') {
    const found = Object.entries(choicesOf(question)).find(([value, name]) => [value, name].some((known) => known.toLocaleLowerCase('de') === text.toLocaleLowerCase('de')));
    return found?.[0] ?? text;
  }
  if (question.type === 'number') return text.replace(/^(-?\d+),(\d+)$/, '$1.$2');
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  return question.type === 'date' && day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
