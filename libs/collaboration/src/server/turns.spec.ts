import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Turns } from './turns.js';

test('a few are served at once, a crowd a few at a time, in its order', async () => {
  const turns = new Turns(2);
  const served: number[] = [];
  for (let person = 0; person < 5; person++) turns.add(() => served.push(person));
  expect(served).toEqual([0, 1]);
  await nextTurn();
  expect(served).toEqual([0, 1, 2, 3]);
  turns.add(() => served.push(5));
  await nextTurn();
  expect(served).toEqual([0, 1, 2, 3, 4, 5]);
});

test('what has its place between two turns gets it', async () => {
  const turns = new Turns(1);
  const order: string[] = [];
  for (const person of ['first', 'second', 'third']) turns.add(() => order.push(person));
  setImmediate(() => order.push('somebody else'));
  await nextTurn();
  await nextTurn();
  await nextTurn();
  expect(order).toEqual(['first', 'second', 'somebody else', 'third']);
});
