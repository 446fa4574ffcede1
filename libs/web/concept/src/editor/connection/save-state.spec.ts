import { describe, expect, it } from '@jest/globals';
import type { ConnectionFacts } from './save-state.js';
import { hasWorkAtRisk, mayType, needsKeeping, saveStateOf } from './save-state.js';

const settled: ConnectionFacts = {
  hasText: true, isLate: false, isConnected: true, isSynced: true, isProven: true, isUnanswered: false, isBlocked: false, hasUnsentWork: false, copy: 'kept', isReadOnly: false, finalCloseCode: null, finalCloseReason: '',
};
const written: ConnectionFacts = { ...settled, hasUnsentWork: true };
const closed = (finalCloseCode: number, finalCloseReason = ''): ConnectionFacts => ({ ...settled, isConnected: false, finalCloseCode, finalCloseReason });

describe('the state of saving', () => {
  it('is saved only when nothing is unsent', () => {
    expect(saveStateOf(settled)).toBe('saved');
    expect(saveStateOf(written)).toBe('saving');
  });

  it('is not saved before the server has committed what this device has', () => {
    expect(saveStateOf({ ...settled, isProven: false })).toBe('saving');
    expect(saveStateOf({ ...written, isProven: false })).toBe('saving');
  });

  it('says that saving does not work at the moment when the server no longer answers', () => {
    expect(saveStateOf({ ...written, isUnanswered: true })).toBe('stuck');
    expect(saveStateOf({ ...settled, isUnanswered: true })).toBe('offline');
  });

  it('says offline without a connection, whatever was committed before', () => {
    expect(saveStateOf({ ...settled, isConnected: false })).toBe('offline');
    expect(saveStateOf({ ...written, isConnected: false })).toBe('offline');
  });

  it('never says that this device keeps what it does not keep', () => {
    expect(saveStateOf({ ...written, isConnected: false, copy: 'failed' })).toBe('offline-unkept');
    expect(saveStateOf({ ...settled, isUnanswered: true, copy: 'failed' })).toBe('offline-unkept');
    expect(saveStateOf({ ...settled, copy: 'failed' })).toBe('saved');
  });

  it('tells when the text does not come', () => {
    expect(saveStateOf({ ...settled, hasText: false, isConnected: false })).toBe('loading');
    expect(saveStateOf({ ...settled, hasText: false, isConnected: false, isLate: true })).toBe('unreachable');
  });

  it('names the reason why this tab cannot save any more', () => {
    const states = [4401, 4403, 4404, 4409, 4413, 4422, 4429, 4400, 1009].map((code) => saveStateOf(closed(code)));
    expect(states).toEqual(['signed-out', 'forbidden', 'missing', 'outdated', 'too-large', 'refused', 'too-fast', 'refused', 'too-large']);
  });

  it('tells an ended session from withdrawn rights, which close with the same code', () => {
    expect(saveStateOf(closed(4403, 'signed out'))).toBe('signed-out');
    expect(saveStateOf(closed(4403, 'revoked'))).toBe('forbidden');
    expect(saveStateOf(closed(4403, 'frozen'))).toBe('adopted');
    expect(mayType('adopted')).toBe(false);
  });

  it('tells too many windows from too much at once, which close with the same code', () => {
    expect(saveStateOf(closed(4429, 'too many windows'))).toBe('too-many-windows');
    expect(saveStateOf(closed(4429, 'too many unknown documents'))).toBe('too-fast');
  });

  it('tells a reader whether what she sees is current', () => {
    const reader = { ...settled, isReadOnly: true, isProven: false };
    expect(saveStateOf(reader)).toBe('reading');
    expect(saveStateOf({ ...reader, isSynced: false })).toBe('loading');
    expect(saveStateOf({ ...reader, isConnected: false })).toBe('reading-offline');
    expect(saveStateOf({ ...reader, isUnanswered: true })).toBe('reading-offline');
  });

  it('does not call what a reader wrote while she still might just reading', () => {
    expect(saveStateOf({ ...written, isReadOnly: true })).toBe('forbidden');
  });
});

describe('work that only this device has', () => {
  it('is at risk until it is committed, with and without a connection', () => {
    expect(hasWorkAtRisk(settled)).toBe(false);
    expect(hasWorkAtRisk(written)).toBe(true);
    expect(hasWorkAtRisk({ ...written, isConnected: false })).toBe(true);
  });

  it('can be taken along where nothing else keeps it, or nobody will take it', () => {
    expect(needsKeeping('saving', written)).toBe(false);
    expect(needsKeeping('offline', written)).toBe(false);
    expect(needsKeeping('offline-unkept', { ...written, copy: 'failed' })).toBe(true);
    expect(needsKeeping('refused', written)).toBe(true);
    expect(needsKeeping('refused', settled)).toBe(false);
  });

  it('grows no further where nobody will take it', () => {
    expect((['saved', 'saving', 'stuck', 'offline', 'offline-unkept', 'signed-out'] as const).every(mayType)).toBe(true);
    expect((['forbidden', 'missing', 'outdated', 'too-large', 'too-fast', 'too-many-windows', 'refused'] as const).some(mayType)).toBe(false);
  });
});
