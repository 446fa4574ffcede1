import { openLicenceOf } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import type { IndicatorSensitivity } from './indicator-record.entity.js';
import { monitoringProblem } from './monitoring.errors.js';

/** That everybody may read an indicator, and where. */
export interface IndicatorRelease {
  readonly indicatorId: string;
  readonly municipalityId: string;
  /** First part of its address. */
  readonly place: string;
  readonly releasedAt: Date;
}

/** Why an indicator cannot be for everybody; empty when it can. Figures are open data, so they need an open licence. */
export function releaseProblems({ sensitivity, licence }: { readonly sensitivity: IndicatorSensitivity; readonly licence: string | null }): UserErrorDetail[] {
  return [
    ...(sensitivity === 'special' ? [monitoringProblem('TOO_SENSITIVE', ['sensitivity'])] : []),
    ...(openLicenceOf(licence) === null ? [monitoringProblem('LICENCE_NOT_OPEN', ['licence'])] : []),
  ];
}

/** Address of the public list of a municipality's indicators. */
export const releasedListPath = (place: string): string => `/k/${place}/indikatoren`;

/** Address of a released indicator: its key never changes. */
export const releasedPath = (place: string, key: string): string => `${releasedListPath(place)}/${key}`;
