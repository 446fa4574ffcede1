import { describe, expect, it } from '@jest/globals';
import { DeliveryLedger } from './delivery-ledger.js';

const opened = (): DeliveryLedger => {
  const ledger = new DeliveryLedger();
  ledger.open(100);
  return ledger;
};

describe('the ledger of what was sent', () => {
  it('is settled once everything is told and committed', () => {
    const ledger = opened();
    expect(ledger.isSettled).toBe(false);
    ledger.send(110, true);
    ledger.send(120, false);
    ledger.commit(1);
    expect(ledger.isSettled).toBe(false);
    ledger.commit(2);
    expect(ledger.isSettled).toBe(true);
  });

  it('is not settled by a keystroke that overtakes the telling of what was written offline', () => {
    const ledger = opened();
    ledger.send(110, false);
    ledger.commit(1);
    expect(ledger.isSettled).toBe(false);
    ledger.send(120, true);
    ledger.commit(2);
    expect(ledger.isSettled).toBe(true);
  });

  it('knows nothing any more on a new socket', () => {
    const ledger = opened();
    ledger.send(110, true);
    ledger.commit(1);
    ledger.open(200);
    expect(ledger.isSettled).toBe(false);
    ledger.send(210, true);
    ledger.commit(1);
    expect(ledger.isSettled).toBe(true);
  });

  it('awaits an answer to the oldest message that is not committed', () => {
    const ledger = opened();
    ledger.send(110, true);
    ledger.send(120, false);
    ledger.send(130, false);
    expect(ledger.dueSince(true)).toBe(110);
    ledger.commit(2);
    ledger.commit(1);
    expect(ledger.dueSince(true)).toBe(130);
    ledger.commit(3);
    expect(ledger.dueSince(true)).toBeNull();
  });

  it('awaits an answer to the opening until the text is there', () => {
    const ledger = opened();
    expect(ledger.dueSince(false)).toBe(100);
    ledger.close();
    expect(ledger.dueSince(false)).toBeNull();
  });
});
