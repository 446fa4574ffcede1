import { describe, expect, it } from '@jest/globals';
import { openLicenceOf } from './open-licence.js';

describe('an open licence', () => {
  it.each([
    ['dl-de/by-2-0', 'http://dcat-ap.de/def/licenses/dl-by-de/2.0'], ['DL-DE-BY-2.0', 'http://dcat-ap.de/def/licenses/dl-by-de/2.0'], ['Datenlizenz Deutschland – Namensnennung – Version 2.0', 'http://dcat-ap.de/def/licenses/dl-by-de/2.0'],
    ['dl-de/zero-2-0', 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0'], ['CC BY 4.0', 'http://dcat-ap.de/def/licenses/cc-by/4.0'], ['CC0', 'http://dcat-ap.de/def/licenses/cc-zero'],
  ])('%s is known by its address in the vocabulary', (words, uri) => {
    expect(openLicenceOf(words)?.uri).toBe(uri);
  });

  it.each([null, '', 'alle Rechte vorbehalten', 'CC BY-NC 4.0', 'CC BY-ND 4.0'])('%s is none', (words) => {
    expect(openLicenceOf(words)).toBeNull();
  });
});
