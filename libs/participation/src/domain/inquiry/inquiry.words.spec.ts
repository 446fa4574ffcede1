import { describe, expect, it } from '@jest/globals';
import { INQUIRY_KIND_FACTS, questionsOf } from './inquiry-kind.policy.js';
import { choiceWords, valueOf, wordsOf } from './inquiry.words.js';
import { INQUIRY_KINDS } from './inquiry.js';

const all = INQUIRY_KINDS.flatMap((kind) => INQUIRY_KIND_FACTS[kind].questions);
const of = (key: string, type: string) => {
  const found = [...all, ...questionsOf('existing', [{ type: 'choice', label: 'Wo?', options: ['Nord', 'Süd'] }])].find((question) => question.key === key && question.type === type);
  if (!found) throw new Error(`no question ${key}`);
  return found;
};

describe('words of answers in files', () => {
  it('lead back to the answer they are made of', () => {
    for (const question of all) for (const option of question.type === 'yes_no' ? ['yes', 'no'] : question.options) expect(valueOf(question, wordsOf(question, option))).toBe(option);
  });

  it('name every choice of the house, none twice', () => {
    for (const question of all.filter(({ options }) => options.length > 0)) {
      const words = choiceWords(question) ?? [];
      expect(new Set(words).size).toBe(question.options.length);
      expect(words.filter((word) => question.options.includes(word))).toEqual([]);
    }
  });

  it.each([['status', 'choice', ' RUHT ', 'paused'], ['continues', 'yes_no', 'ja', 'yes'], ['reached', 'number', '12,5', '12.5'], ['since', 'date', '1.2.2026', '2026-02-01'], ['own1', 'choice', 'süd', 'Süd'], ['status', 'choice', 'toll', 'toll']])(
    'of %s (%s) in %j mean %j', (key, type, words, value) => expect(valueOf(of(key, type), words)).toBe(value));
});
