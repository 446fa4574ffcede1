import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { nameErrors } from './account.policy.js';

export type MunicipalityKind = 'independent_city' | 'county_member' | 'county' | 'city_state';
export const GENDER_STYLES = ['colon', 'asterisk', 'underscore', 'pair', 'neutral'] as const;
export type GenderStyle = (typeof GENDER_STYLES)[number];
export const SETUP_STEPS = ['look', 'wording', 'concept'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

/** What a municipality is, officially. */
export interface MunicipalityFacts {
  readonly name: string;
  readonly ags: string;
  readonly kind: MunicipalityKind;
}

const MAX_NAME_LENGTH = 200;

/** Spaces people type between the parts of the key are no part of it; leading zeros are. */
export const tidyAgs = (ags: string): string => ags.replaceAll(/\s/g, '');

/** Eight digits, the first two a Land from 01 to 16; never a number, because of the leading zeros. */
export function agsErrors(ags: string): UserErrorDetail[] {
  const tidy = tidyAgs(ags);
  if (!/^\d{8}$/.test(tidy)) {
    return [{ code: 'AGS_FORMAT', message: `Der amtliche Gemeindeschlüssel hat acht Ziffern, zum Beispiel 14713000. Eingegeben sind ${tidy.length} Zeichen.`, path: ['ags'], params: { length: tidy.length } }];
  }
  const land = Number(tidy.slice(0, 2));
  return land >= 1 && land <= 16 ? [] : [{ code: 'AGS_LAND', message: 'Die ersten zwei Ziffern nennen das Bundesland, von 01 bis 16.', path: ['ags'] }];
}

/** Everything that is wrong with what somebody says of a municipality. */
export function municipalityErrors({ name, ags }: Pick<MunicipalityFacts, 'name' | 'ags'>, namePath = 'name'): UserErrorDetail[] {
  return [...nameErrors(name, namePath, MAX_NAME_LENGTH), ...agsErrors(ags)];
}

/** Whether a municipality can belong to a county: the first five digits of the key name the county. */
export function belongsTo(ags: string, countyAgs: string | null): boolean {
  return countyAgs !== null && tidyAgs(ags).slice(0, 5) === countyAgs.slice(0, 5);
}
