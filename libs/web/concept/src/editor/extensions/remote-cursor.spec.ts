import { describe, expect, it } from '@jest/globals';
import ar from '../../catalogue/ar.json' with { type: 'json' };
import de from '../../catalogue/de.json' with { type: 'json' };
import { nameOf } from './remote-cursor.js';

/** Texts of a catalogue whose values stand in them as they are. */
const textsOf = (catalogue: Readonly<Record<string, string>>) => (key: string, values: Record<string, unknown> = {}): string =>
  (catalogue[key] ?? key).replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name]));

describe('the name at a cursor', () => {
  const nadia = { name: 'نادية', organisation: 'جمعية الحي' };

  it('stands beside the organisation with the comma of the language', () => {
    expect(nameOf(nadia, textsOf(ar))).toBe('نادية، جمعية الحي');
    expect(nameOf({ name: 'Nadia', organisation: 'Verein' }, textsOf(de))).toBe('Nadia, Verein');
  });

  it('stands alone for who belongs to none', () => {
    expect([nameOf({ name: 'Nadia', organisation: '' }, textsOf(de)), nameOf({ name: 'Nadia' }, textsOf(de)), nameOf({}, textsOf(de))]).toEqual(['Nadia', 'Nadia', '']);
  });
});
