import { describe, expect, it } from '@jest/globals';
import { withDatabaseClosed } from './database-switch.js';
import { addAccount, post, signIn, useApi } from './api-harness.js';

const api = useApi();

describe('without its database', () => {
  it('the API says so within five seconds, answers 503 with Retry-After, and recovers by itself', async () => {
    const cookie = await signIn(api, await addAccount(api));
    await withDatabaseClosed(api, async () => {
      const started = performance.now();
      const ready = await fetch(`${api.origin}/health/ready`);
      expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '5']);
      expect(performance.now() - started).toBeLessThan(5_000);
      expect((await fetch(`${api.origin}/health/live`)).status).toBe(200);
      const answer = await post(api, '{ viewer { person { email } } }', { cookie });
      expect([answer.status, answer.errors[0]?.extensions.code, answer.headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '5']);
    });
    const answer = await post(api, '{ viewer { person { displayName } } }', { cookie });
    expect(answer.data).toEqual({ viewer: { person: { displayName: 'Erika Beispiel' } } });
  }, 30_000);
});
