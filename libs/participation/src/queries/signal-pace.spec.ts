import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { SignalPace } from './signal-pace.js';

const passed: string[] = [];
let pace: SignalPace<string>;

beforeEach(() => {
  jest.useFakeTimers();
  passed.length = 0;
  pace = new SignalPace(1_000, (signal) => passed.push(signal));
});
afterEach(() => void jest.useRealTimers());

it('passes the first signal on at once, and of a hundred more within a second the last one only', () => {
  for (let count = 0; count < 101; count++) pace.push('a');
  expect(passed).toEqual(['a']);
  jest.advanceTimersByTime(1_000);
  expect(passed).toEqual(['a', 'a']);
  jest.advanceTimersByTime(10_000);
  expect(passed).toEqual(['a', 'a']);
});

it('lets no signal wait for another one, and passes on at once again after a quiet second', () => {
  pace.push('a');
  pace.push('b');
  jest.advanceTimersByTime(1_000);
  pace.push('a');
  expect(passed).toEqual(['a', 'b', 'a']);
});

it('is silent after its end', () => {
  pace.push('a');
  pace.push('a');
  pace.end();
  jest.advanceTimersByTime(1_000);
  expect(passed).toEqual(['a']);
});
