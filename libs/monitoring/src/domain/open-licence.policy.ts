/** A licence under which everybody may use figures, as the catalogue of German open data knows it. */
export interface OpenLicence {
  /** As it is usually written. */
  readonly label: string;
  /** In the vocabulary of DCAT-AP.de. */
  readonly uri: string;
  /** Its text. */
  readonly url: string;
  /** Whether the source has to be named. */
  readonly namesSource: boolean;
}

const vocabulary = 'http://dcat-ap.de/def/licenses/';

/** Recognised spellings, small letters and digits only, with the licence they mean. */
const licences: readonly (readonly [spellings: readonly string[], licence: OpenLicence])[] = [
  [['dldeby20', 'dlbyde20', 'datenlizenzdeutschlandnamensnennung20', 'datenlizenzdeutschlandnamensnennungversion20'], { label: 'dl-de/by-2-0', uri: `${vocabulary}dl-by-de/2.0`, url: 'https://www.govdata.de/dl-de/by-2-0', namesSource: true }],
  [['dldezero20', 'dlzerode20', 'datenlizenzdeutschlandzero20', 'datenlizenzdeutschlandzeroversion20'], { label: 'dl-de/zero-2-0', uri: `${vocabulary}dl-zero-de/2.0`, url: 'https://www.govdata.de/dl-de/zero-2-0', namesSource: false }],
  [['ccby40', 'ccbyde40', 'ccby40textundgrafiken'], { label: 'CC BY 4.0', uri: `${vocabulary}cc-by/4.0`, url: 'https://creativecommons.org/licenses/by/4.0/', namesSource: true }],
  [['ccbysa40'], { label: 'CC BY-SA 4.0', uri: `${vocabulary}cc-by-sa/4.0`, url: 'https://creativecommons.org/licenses/by-sa/4.0/', namesSource: true }],
  [['cc0', 'cc010', 'cczero', 'cczero10'], { label: 'CC0 1.0', uri: `${vocabulary}cc-zero`, url: 'https://creativecommons.org/publicdomain/zero/1.0/', namesSource: false }],
];

/** Which open licence somebody's words mean (`dl-de/by-2-0`, `DL-DE-BY-2.0`, `CC BY 4.0`); null: none that is known to be open. */
export function openLicenceOf(words: string | null): OpenLicence | null {
  const spelling = (words ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
  return licences.find(([spellings]) => spellings.includes(spelling))?.[1] ?? null;
}
