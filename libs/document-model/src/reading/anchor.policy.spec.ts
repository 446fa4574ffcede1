import { describe, expect, it } from '@jest/globals';
import { findAnchor } from './anchor.policy.js';

const anchor = { blockId: 'b', quote: 'in der Stadt', before: 'Viele Menschen leben ' };

describe('quoted words', () => {
  it('are found in their block, wherever others have put them', () => {
    const blocks = [{ id: 'a', text: 'in der Stadt' }, { id: 'b', text: 'Neu davor. Sehr viele Menschen leben in der Stadt und im Umland.' }];
    expect(findAnchor(blocks, anchor)).toEqual({ blockId: 'b', start: 37 });
  });

  it('that stand in their block twice are those behind the same words', () => {
    const blocks = [{ id: 'b', text: 'Wer in der Stadt wohnt, weiß: Viele Menschen leben in der Stadt.' }];
    expect(findAnchor(blocks, anchor)).toEqual({ blockId: 'b', start: 51 });
  });

  it('are found in another block when theirs was cut in two', () => {
    expect(findAnchor([{ id: 'b', text: 'Viele Menschen' }, { id: 'c', text: 'leben in der Stadt.' }], anchor)).toEqual({ blockId: 'c', start: 6 });
  });

  it('that stand in several other blocks are none of them, unless one stands behind the same words', () => {
    const others = [{ id: 'c', text: 'X in der Stadt' }, { id: 'd', text: 'Y: in der Stadt' }];
    expect(findAnchor(others.map(({ id, text }) => ({ id, text: text.replace(' in', '-in') })), anchor)).toBeNull();
    expect(findAnchor([...others, { id: 'e', text: 'Menschen leben in der Stadt' }], anchor)).toMatchObject({ blockId: 'e' });
  });

  it('that stand there a hundred thousand times, behind as much again, are looked for in a moment', () => {
    const began = performance.now();
    expect(findAnchor([{ id: 'b', text: 'a'.repeat(200_000) }], { blockId: 'b', quote: 'a', before: 'a'.repeat(100_000) })).toMatchObject({ blockId: 'b' });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('that stand in more places than are looked at are none of them', () => {
    expect(findAnchor([{ id: 'c', text: `x${'a'.repeat(2_000)}` }], { blockId: 'b', quote: 'a', before: 'x' })).toBeNull();
  });

  it('that were changed or taken out are gone', () => {
    expect(findAnchor([{ id: 'b', text: 'Viele Menschen leben in der Gemeinde.' }], anchor)).toBeNull();
    expect(findAnchor([], anchor)).toBeNull();
    expect(findAnchor([{ id: 'b', text: 'etwas' }], { ...anchor, quote: '' })).toBeNull();
  });
});
