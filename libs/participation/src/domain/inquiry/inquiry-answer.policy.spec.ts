import { describe, expect, it } from '@jest/globals';
import { MAX_ANSWER_LENGTH, isBegun, isUntouched, lastAnswers, lineProblems, submittedLine, valueProblems, valuesByLine } from './inquiry-answer.policy.js';
import { INQUIRY_KIND_FACTS, questionsOf } from './inquiry-kind.policy.js';
import type { InquiryAnswer, InquiryLine } from './inquiry.js';

const line: InquiryLine = { id: 'l', recipientId: 'r', position: 1, measureId: 'm', number: 'M1.1', title: 'Kurs', isUnchanged: false, contributionId: null };
const questions = questionsOf('progress', [{ type: 'choice', label: 'Wo?', options: ['Nord', 'Süd'] }]);
const of = (key: string) => questions.find((question) => question.key === key);
const values = (given: Readonly<Record<string, string>>, isPrevious = false) =>
  valuesByLine(Object.entries(given).map(([questionKey, value]): InquiryAnswer => ({ lineId: 'l', questionKey, value, isPrevious, revision: 1 }))).get('l');
const told = (list: readonly { code: string; path: readonly string[] }[]): string[] => list.map(({ code, path }) => `${code} at ${path.join('.')}`);

describe('an answer', () => {
  it.each([
    ['status', 'running'], ['status', ''], ['reached', '12.5'], ['reached', '-3'], ['done', '<b>fett</b>'], ['own1', 'Süd'],
  ])('%s may be %j', (key, value) => expect(valueProblems(of(key), value, ['v'])).toEqual([]));

  it.each([
    ['status', 'toll', 'VALUE_INVALID'], ['reached', '1,5', 'VALUE_INVALID'], ['reached', 'viele', 'VALUE_INVALID'], ['done', 'x'.repeat(MAX_ANSWER_LENGTH + 1), 'ANSWER_TOO_LONG'],
    ['done', 'a\u0000b', 'TEXT_NOT_STORABLE'], ['own1', 'West', 'VALUE_INVALID'], ['gibtEsNicht', 'x', 'UNKNOWN_QUESTION'],
  ])('%s is not %j', (key, value, code) => expect(told(valueProblems(of(key), value, ['v']))).toEqual([`${code} at v`]));

  it('to a date is a day of the calendar', () => {
    const since = INQUIRY_KIND_FACTS.existing.questions.find(({ key }) => key === 'since');
    expect(['2026-02-28', '2026-02-30', '28.02.2026'].map((value) => valueProblems(since, value, []).length)).toEqual([0, 1, 1]);
  });
});

describe('a line', () => {
  it('wants what is required, and a reason as soon as an answer asks for one', () => {
    expect(told(lineProblems(questions, line, values({ done: 'viel' })))).toEqual(['ANSWER_REQUIRED at lines.l.status']);
    expect(told(lineProblems(questions, line, values({ status: 'dropped', reason: '  ' })))).toEqual(['REASON_REQUIRED at lines.l.reason']);
    expect(lineProblems(questions, line, values({ status: 'dropped', reason: 'Kein Geld' }))).toEqual([]);
  });

  it('with last answers alone waits for a word that they still hold', () => {
    const last = values({ status: 'running' }, true);
    expect(told(lineProblems(questions, line, last))).toEqual(['LINE_OPEN at lines.l']);
    expect(lineProblems(questions, { ...line, isUnchanged: true }, last)).toEqual([]);
    expect(isUntouched(line, values({ status: 'running' }) ?? new Map())).toBe(false);
  });

  it('is handed in without what is empty', () => {
    expect(submittedLine(questions, line, values({ status: ' running ', done: ' ' })).answers).toEqual({ status: 'running' });
  });

  it('is handed in without what only another answer asks for', () => {
    const given = { status: 'running', reason: 'Kein Geld' };
    expect(submittedLine(questions, line, values(given)).answers).toEqual({ status: 'running' });
    expect(submittedLine(questions, line, values({ ...given, status: 'paused' })).answers).toEqual({ status: 'paused', reason: 'Kein Geld' });
    const parts = questionsOf('responsibility', []);
    expect(submittedLine(parts, line, values({ role: 'none', reason: 'Kein Personal', reservation: 'Wenn Geld da ist' })).answers).toEqual({ role: 'none', reason: 'Kein Personal' });
    expect(submittedLine(parts, line, values({ role: 'partner', reason: 'Kein Personal', reservation: 'Wenn Geld da ist' })).answers).toEqual({ role: 'partner', reservation: 'Wenn Geld da ist' });
  });

  it('is begun by an answer or by the word that the last ones hold, not by the last ones themselves', () => {
    const none: ReturnType<typeof values> = new Map();
    expect([values({ status: 'running' }), values({ status: 'running' }, true), values({ done: ' ' }), none].map((given) => isBegun(line, given ?? new Map()))).toEqual([true, false, false, false]);
    expect(isBegun({ isUnchanged: true }, values({ status: 'running' }, true) ?? new Map())).toBe(true);
  });
});

describe('the last answers', () => {
  const submitted = (measureId: string | null, status: string) => ({ lines: [{ lineId: 'l', measureId, number: '', title: '', isUnchanged: false, answers: { status } }] });

  it('about a measure are the newest, in whichever of its editions', () => {
    const earlier = [submitted('other', 'idea'), submitted('now', 'running'), submitted('before', 'planned')];
    expect(lastAnswers(earlier, new Set(['now', 'before']))).toEqual({ status: 'running' });
    expect(lastAnswers(earlier, new Set(['before']))).toEqual({ status: 'planned' });
  });

  it('are none where nothing was asked about it', () => expect(lastAnswers([submitted(null, 'idea')], new Set(['now']))).toBeNull());
});
