import { describe, expect, it } from '@jest/globals';
import { versionKeeper, versionName } from './version-name.js';

const t = (key: string, values: Record<string, unknown> = {}): string => `${key.split('.').at(-1)}(${Object.values(values).join(', ')})`;
const organisation = { id: 'o', uuid: 'o', name: 'Amt', shortName: null };

describe('a version', () => {
  it('is called as somebody named it', () => {
    expect(versionName(t, { kind: 'NAMED', name: 'Stand', restoredVersion: null })).toBe('Stand');
  });

  it('that was kept before another one came back says which, and whether that took a restoring back', () => {
    expect(versionName(t, { kind: 'BEFORE_RESTORE', name: 'Stand', restoredVersion: { id: '1', kind: 'NAMED', name: 'Stand' } })).toBe('before-restore(Stand)');
    expect(versionName(t, { kind: 'BEFORE_RESTORE', name: 'Stand', restoredVersion: { id: '2', kind: 'BEFORE_RESTORE', name: 'Stand' } })).toBe('before-undo(Stand)');
  });

  it('says who kept it, as far as that is known', () => {
    expect(versionKeeper(t, { keptByName: 'Olga', keptByOrganisation: organisation })).toBe('keeper(Olga, Amt)');
    expect(versionKeeper(t, { keptByName: null, keptByOrganisation: organisation })).toBe('Amt');
    expect(versionKeeper(t, { keptByName: null, keptByOrganisation: null })).toBe('somebody()');
  });
});
