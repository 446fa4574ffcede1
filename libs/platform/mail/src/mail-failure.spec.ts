import { describe, expect, it } from '@jest/globals';
import { isMailAddress } from './mail-address.js';
import { mailFailure } from './mail-failure.js';
import { minutesUntilNextTry, TRIES } from './mail-schedule.js';

describe('a mail the server does not take', () => {
  it('is refused for good by an answer of 5xx to the recipient, and told without the address', () => {
    const error = Object.assign(new Error('x'), { code: 'EENVELOPE', responseCode: 550, response: '550 5.1.1 <erika@example.org>: Recipient address rejected' });
    expect(mailFailure(error)).toEqual({ isFinal: true, code: '550 5.1.1' });
  });

  it('is tried again when the server asks to wait, is away, or does not know our password', () => {
    expect(mailFailure({ code: 'EENVELOPE', responseCode: 451, response: '451 4.7.1 Greylisted' })).toEqual({ isFinal: false, code: '451 4.7.1' });
    expect(mailFailure({ code: 'ETIMEDOUT' })).toEqual({ isFinal: false, code: 'ETIMEDOUT' });
    expect(mailFailure({ code: 'EAUTH', responseCode: 535, response: '535 5.7.8 erika' })).toEqual({ isFinal: false, code: '535 5.7.8' });
    expect(mailFailure('boom')).toEqual({ isFinal: false, code: 'UNKNOWN' });
  });

  it('is tried for about two days, more and more seldom', () => {
    const pauses = Array.from({ length: TRIES - 1 }, (_, index) => minutesUntilNextTry(index + 1));
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 60;
    expect(hours).toBeGreaterThan(36);
    expect(hours).toBeLessThan(60);
  });
});

describe('a mail address', () => {
  it.each(['erika@example.org', 'büro@stadt-köln.example', 'a.b+c@mail.example.co.uk'])('is %s', (text) => expect(isMailAddress(text)).toBe(true));
  it.each(['', 'erika', 'erika@', '@example.org', 'erika@example', 'a b@example.org', 'a@example.org,b@example.org', 'a@example.org\nBcc: b@example.org', '<a@example.org>', `${'a'.repeat(250)}@example.org`])(
    'is not %j', (text) => expect(isMailAddress(text)).toBe(false));
});
