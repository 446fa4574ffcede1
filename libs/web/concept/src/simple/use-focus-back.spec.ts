import { expect, it } from '@jest/globals';
import { isFocusLost } from './use-focus-back.js';

const element = (): HTMLElement => ({}) as HTMLElement;

it('the focus is lost when nothing has it, and not when somebody writes in another field by then', () => {
  const body = element();
  expect(isFocusLost({ activeElement: null, body })).toBe(true);
  expect(isFocusLost({ activeElement: body, body })).toBe(true);
  expect(isFocusLost({ activeElement: element(), body })).toBe(false);
});
