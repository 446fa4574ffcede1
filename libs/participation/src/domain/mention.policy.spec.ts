import { describe, expect, it } from '@jest/globals';
import { keptText, mentionTargets, namelessText, shownText, textTakenFrom } from './mention.policy.js';

const anna = '11111111-1111-4111-8111-111111111111';
const club = '22222222-2222-4222-8222-222222222222';
const first = '33333333-3333-4333-8333-333333333333';
const second = '44444444-4444-4444-8444-444444444444';

describe('mentions in a text', () => {
  it('are found once each, in their order', () => {
    expect(mentionTargets(`@[organisation:${club}] und @[person:${anna}], nochmals @[organisation:${club}]`)).toEqual([{ kind: 'organisation', targetId: club }, { kind: 'person', targetId: anna }]);
    expect(mentionTargets(`anna@example.org, @Anna, @[person:anna], @[${anna}]`)).toEqual([]);
  });

  it('are kept by ids of their own, and shown by names as far as these are shown', () => {
    const text = keptText(`Frag @[person:${anna}] von @[organisation:${club}].`, ({ kind }) => (kind === 'person' ? first : second));
    expect(text).toBe(`Frag @[${first}] von @[${second}].`);
    expect(shownText(text, new Map([[first, 'Anna Beispiel'], [second, 'Verein']]))).toBe('Frag @Anna Beispiel von @Verein.');
    expect(shownText(text, new Map([[first, null], [second, 'Verein']]))).toBe('Frag @… von @Verein.');
    expect(namelessText(text)).toBe('Frag @… von @….');
  });

  it('leave as typed what is no mention of this text', () => {
    expect(shownText(`@[${anna}]`, new Map())).toBe(`@[${anna}]`);
  });

  it('are found again in words that were taken from a shown text, the longer name before the shorter one', () => {
    expect(textTakenFrom('@Verein Nord und @Verein', new Map([[first, 'Verein'], [second, 'Verein Nord']]))).toBe(`@[${second}] und @[${first}]`);
  });
});
