import { describe, expect, it } from '@jest/globals';
import { SocketAttempts } from './socket-attempts.js';

const after = (...ends: boolean[]): SocketAttempts => {
  const attempts = new SocketAttempts();
  ends.forEach((isOwnDoing) => attempts.closed(isOwnDoing));
  return attempts;
};

describe('connections that lead nowhere', () => {
  it('count as blocked from the third in a row on', () => {
    expect(after(false, false).isBlocked).toBe(false);
    expect(after(false, false, false).isBlocked).toBe(true);
  });

  it('do not count while the device is offline or the server says why', () => {
    expect(after(false, true, true, true, false).isBlocked).toBe(false);
  });

  it('are forgotten as soon as one works', () => {
    const attempts = after(false, false, false);
    attempts.worked();
    attempts.closed(false);
    expect(attempts.isBlocked).toBe(false);
  });
});
