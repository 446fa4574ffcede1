/** A licence under which everybody may use data, as the catalogue of German open data knows it. */
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

export const OPEN_LICENCE_KEYS = ['dl_de_by_2_0', 'dl_de_zero_2_0', 'cc_by_4_0', 'cc_by_sa_4_0', 'cc_zero_1_0'] as const;
export type OpenLicenceKey = (typeof OPEN_LICENCE_KEYS)[number];

const vocabulary = 'http://dcat-ap.de/def/licenses/';

/** The licences that are known to be open. */
export const OPEN_LICENCES: Readonly<Record<OpenLicenceKey, OpenLicence>> = {
  dl_de_by_2_0: { label: 'dl-de/by-2-0', uri: `${vocabulary}dl-by-de/2.0`, url: 'https://www.govdata.de/dl-de/by-2-0', namesSource: true },
  dl_de_zero_2_0: { label: 'dl-de/zero-2-0', uri: `${vocabulary}dl-zero-de/2.0`, url: 'https://www.govdata.de/dl-de/zero-2-0', namesSource: false },
  cc_by_4_0: { label: 'CC BY 4.0', uri: `${vocabulary}cc-by/4.0`, url: 'https://creativecommons.org/licenses/by/4.0/', namesSource: true },
  cc_by_sa_4_0: { label: 'CC BY-SA 4.0', uri: `${vocabulary}cc-by-sa/4.0`, url: 'https://creativecommons.org/licenses/by-sa/4.0/', namesSource: true },
  cc_zero_1_0: { label: 'CC0 1.0', uri: `${vocabulary}cc-zero`, url: 'https://creativecommons.org/publicdomain/zero/1.0/', namesSource: false },
};

/** How people write them, small letters and digits only. */
const spellings: Readonly<Record<OpenLicenceKey, readonly string[]>> = {
  dl_de_by_2_0: ['dldeby20', 'dlbyde20', 'datenlizenzdeutschlandnamensnennung20', 'datenlizenzdeutschlandnamensnennungversion20'],
  dl_de_zero_2_0: ['dldezero20', 'dlzerode20', 'datenlizenzdeutschlandzero20', 'datenlizenzdeutschlandzeroversion20'],
  cc_by_4_0: ['ccby40', 'ccbyde40', 'ccby40textundgrafiken'],
  cc_by_sa_4_0: ['ccbysa40'],
  cc_zero_1_0: ['cc0', 'cc010', 'cczero', 'cczero10'],
};

/** Which open licence somebody's words mean (`dl-de/by-2-0`, `DL-DE-BY-2.0`, `CC BY 4.0`); null: none that is known to be open. */
export function openLicenceOf(words: string | null): OpenLicence | null {
  const spelling = (words ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
  const key = OPEN_LICENCE_KEYS.find((known) => spellings[known].includes(spelling));
  return key === undefined ? null : OPEN_LICENCES[key];
}
