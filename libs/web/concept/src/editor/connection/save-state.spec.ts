import { describe, expect, it } from '@jest/globals';
import type { ConnectionFacts } from './save-state.js';
import { hasWorkAtRisk, saveStateOf } from './save-state.js';

const settled: ConnectionFacts = { hasText: true, isConnected: true, isSynced: true, sent: 3, committed: 3, hasUnsentWork: false, isReadOnly: false, finalCloseCode: null, finalCloseReason: '' };

describe('the state of saving', () => {
  it('is saved only when everything sent is committed', () => {
    expect(saveStateOf(settled)).toBe('saved');
    expect(saveStateOf({ ...settled, committed: 2 })).toBe('saving');
    expect(saveStateOf({ ...settled, isSynced: false })).toBe('saving');
  });

  it('is not saved before this device has told the server what it has', () => {
    expect(saveStateOf({ ...settled, sent: 0, committed: 0 })).toBe('saving');
  });

  it('says offline without a connection, whatever was committed before', () => {
    expect(saveStateOf({ ...settled, isConnected: false })).toBe('offline');
  });

  it('names the reason why this tab cannot save any more', () => {
    expect(saveStateOf({ ...settled, finalCloseCode: 4401 })).toBe('signed-out');
    expect(saveStateOf({ ...settled, finalCloseCode: 4403 })).toBe('forbidden');
    expect(saveStateOf({ ...settled, finalCloseCode: 4404 })).toBe('missing');
    expect(saveStateOf({ ...settled, finalCloseCode: 4409 })).toBe('outdated');
    expect(saveStateOf({ ...settled, finalCloseCode: 4422 })).toBe('refused');
  });

  it('tells an ended session from withdrawn rights, which close with the same code', () => {
    expect(saveStateOf({ ...settled, finalCloseCode: 4403, finalCloseReason: 'signed out' })).toBe('signed-out');
    expect(saveStateOf({ ...settled, finalCloseCode: 4403, finalCloseReason: 'revoked' })).toBe('forbidden');
  });

  it('never waits for a reader, who sends nothing', () => {
    expect(saveStateOf({ ...settled, isReadOnly: true, sent: 0, committed: 0 })).toBe('reading');
    expect(saveStateOf({ ...settled, isReadOnly: true, isSynced: false })).toBe('loading');
  });

  it('sees work at risk while something is unsent or uncommitted', () => {
    expect(hasWorkAtRisk(settled)).toBe(false);
    expect(hasWorkAtRisk({ ...settled, hasUnsentWork: true, isConnected: false })).toBe(true);
    expect(hasWorkAtRisk({ ...settled, committed: 1 })).toBe(true);
  });
});
