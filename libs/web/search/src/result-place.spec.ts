import { describe, expect, it } from '@jest/globals';
import { placeOfResult } from './result-place.js';

const section = { id: 's', uuid: 'abschnitt', title: 'Sprache', edition: { id: 'e', uuid: 'konzept', title: 'Konzept' } };

describe('where a result leads to', () => {
  it('is the very block of a text', () => expect(placeOfResult({ kind: 'MEASURE', uuid: 'm', section, blockId: 'b' })).toBe('/konzepte/konzept/abschnitte/abschnitt?block=b'));
  it('is the beginning of a section that is found by its title', () => expect(placeOfResult({ kind: 'SECTION', uuid: 'abschnitt', section, blockId: null })).toBe('/konzepte/konzept/abschnitte/abschnitt'));
  it('is the page of an indicator', () => expect(placeOfResult({ kind: 'INDICATOR', uuid: 'i', section: null, blockId: null })).toBe('/indikatoren/i'));
  it('is the page of an organisation', () => expect(placeOfResult({ kind: 'ORGANISATION', uuid: 'o', section: null, blockId: null })).toBe('/organisationen/o'));
});
