import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { participationProblem } from '../participation.errors.js';
import type { AnswerCondition, InquiryAnswer, InquiryLine, InquiryQuestion, InquirySubmission, SubmittedLine } from './inquiry.js';

/** Characters of one answer. */
export const MAX_ANSWER_LENGTH = 5_000;
/** Lines of one organisation. */
export const MAX_LINES = 300;

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Whether a text is an answer of the question's type; nothing at all always is, because drafts have gaps. */
function fitsType({ type, options }: InquiryQuestion, value: string): boolean {
  if (value === '') return true;
  if (type === 'choice') return options.includes(value);
  if (type === 'yes_no') return value === 'yes' || value === 'no';
  if (type === 'number') return /^-?\d{1,12}(\.\d{1,4})?$/.test(value);
  return type === 'date' ? isDay(value) : true;
}

/** What keeps one answer from being saved as a draft. @param path of the answer in the input */
export function valueProblems(question: InquiryQuestion | undefined, value: string, path: readonly string[]): UserErrorDetail[] {
  if (question === undefined) return [participationProblem('UNKNOWN_QUESTION', path)];
  if (value.length > MAX_ANSWER_LENGTH) return [participationProblem('ANSWER_TOO_LONG', path)];
  if (!isStorableText(value)) return [participationProblem('TEXT_NOT_STORABLE', path)];
  return fitsType(question, value) ? [] : [participationProblem('VALUE_INVALID', path)];
}

/** Answers of one line, by question. */
export type LineValues = ReadonlyMap<string, InquiryAnswer>;

/** Answers by line and question. */
export function valuesByLine(answers: readonly InquiryAnswer[]): ReadonlyMap<string, LineValues> {
  const groups = Map.groupBy(answers, ({ lineId }) => lineId);
  return new Map([...groups].map(([lineId, list]) => [lineId, new Map(list.map((answer) => [answer.questionKey, answer]))]));
}

const valueOf = (values: LineValues, key: string): string => values.get(key)?.value.trim() ?? '';

const isMet = ({ key, values: wanted }: AnswerCondition, values: LineValues): boolean => wanted.includes(valueOf(values, key));

/** Whether a question wants an answer in a line. */
export function isWanted({ isRequired, requiredWhen }: InquiryQuestion, values: LineValues): boolean {
  return isRequired || (requiredWhen !== null && isMet(requiredWhen, values));
}

/** In which case alone a question matters; null: always. */
export const caseOf = ({ askedWhen, requiredWhen }: Pick<InquiryQuestion, 'askedWhen' | 'requiredWhen'>): AnswerCondition | null => askedWhen ?? requiredWhen;

/** Whether a question matters in a line. What was answered before it did not stays in the draft, and comes back with the case. */
export function isAsked(question: InquiryQuestion, values: LineValues): boolean {
  const condition = caseOf(question);
  return condition === null || isMet(condition, values);
}

/** Whether all that a line has was taken from the last time, and nobody has said that it still holds. */
export function isUntouched({ isUnchanged }: Pick<InquiryLine, 'isUnchanged'>, values: LineValues): boolean {
  return !isUnchanged && values.size > 0 && [...values.values()].every(({ isPrevious }) => isPrevious);
}

/** Whether somebody has said something of a line, be it that the last answers still hold. */
export function isBegun({ isUnchanged }: Pick<InquiryLine, 'isUnchanged'>, values: LineValues): boolean {
  return isUnchanged || [...values.values()].some(({ isPrevious, value }) => !isPrevious && value.trim() !== '');
}

/** What keeps a line from being handed in; paths name line and question. */
export function lineProblems(questions: readonly InquiryQuestion[], line: InquiryLine, values: LineValues = new Map()): UserErrorDetail[] {
  const missing = questions.filter((question) => isWanted(question, values) && valueOf(values, question.key) === '');
  const problems = missing.map(({ key, isRequired }) => participationProblem(isRequired ? 'ANSWER_REQUIRED' : 'REASON_REQUIRED', ['lines', line.id, key]));
  return problems.length === 0 && isUntouched(line, values) ? [participationProblem('LINE_OPEN', ['lines', line.id])] : problems;
}

/** A line as it is handed in; what is empty or does not matter is left out. */
export function submittedLine(questions: readonly InquiryQuestion[], { id, measureId, number, title, isUnchanged }: InquiryLine, values: LineValues = new Map()): SubmittedLine {
  const answers = Object.fromEntries(questions.filter((question) => isAsked(question, values)).map(({ key }) => [key, valueOf(values, key)]).filter(([, value]) => value !== ''));
  return { lineId: id, measureId, number, title, isUnchanged, answers };
}

/** What was answered last about a measure, in whichever edition. @param earlier what was handed in, the newest first @param ids of the measure in all its editions */
export function lastAnswers(earlier: readonly Pick<InquirySubmission, 'lines'>[], ids: ReadonlySet<string>): SubmittedLine['answers'] | null {
  return earlier.flatMap(({ lines }) => lines).find(({ measureId }) => measureId !== null && ids.has(measureId))?.answers ?? null;
}
