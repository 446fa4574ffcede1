import { describe, expect, test } from '@jest/globals';
import { assertWiring, checkWiring, WiringError, type Wiring } from './wiring.js';

const job = { name: 'concept.project-document' };
const event = { name: 'concept.measure.added' };
const subscriber = { name: 'notify-partner-when-measure-added', event };
const sound: Wiring = { jobs: [job], processors: [{ job }], events: [event], subscribers: [subscriber], publishers: [{ context: 'concept', publishes: [event] }] };

test('what fits together is accepted', () => {
  expect(checkWiring(sound)).toEqual([]);
});

describe('the process refuses to start, and says which file to edit, when', () => {
  const unknown = { name: 'concept.measure.painted' };
  test.each<[string, Partial<Wiring>, RegExp]>([
    ['a job has no processor', { processors: [] }, /concept\.project-document has no processor.*libs\/concept\/src\/jobs/],
    ['a job has two processors', { processors: [{ job }, { job }] }, /has 2 processors.*libs\/concept\/src/],
    ['a processor runs an undeclared job', { processors: [{ job }, { job: { name: 'concept.paint-measure' } }] }, /concept\.paint-measure.*libs\/contracts\/src\/jobs/],
    ['a subscriber listens to an undeclared event', { subscribers: [{ ...subscriber, event: unknown }] }, /concept\.measure\.painted.*libs\/contracts\/src\/events/],
    ['two subscribers have one name', { subscribers: [subscriber, subscriber] }, /2 subscribers are called.*notify-partner-when-measure-added\.subscriber\.ts/],
    ['a subscriber is named like a job', { subscribers: [{ ...subscriber, name: 'concept.notify' }] }, /effect-when-cause/],
    ['nothing publishes an event', { publishers: [] }, /concept\.measure\.added is declared but nothing publishes it.*libs\/concept\/src/],
    ['a context publishes an undeclared event', { publishers: [{ context: 'concept', publishes: [event, unknown] }] }, /concept publishes concept\.measure\.painted/],
  ])('%s', (_mistake, change, sentence) => {
    expect(checkWiring({ ...sound, ...change })).toEqual([expect.stringMatching(sentence)]);
    expect(() => assertWiring({ ...sound, ...change })).toThrow(WiringError);
  });
});
