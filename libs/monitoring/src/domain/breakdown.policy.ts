import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { monitoringProblem } from './monitoring.errors.js';

/** What values can be broken down by when they are typed; imported figures may bring others along. */
export const BREAKDOWN_DIMENSIONS = ['district', 'group', 'municipality_size', 'age', 'gender', 'nationality'] as const;
export type BreakdownDimension = (typeof BREAKDOWN_DIMENSIONS)[number];

const MAX_VALUE_LENGTH = 100;

/** One pair of a breakdown: in which respect, and which part. */
export interface BreakdownPart {
  readonly dimension: string;
  readonly value: string;
}

/** The pairs of a stored breakdown; none for the total. */
export function breakdownParts(breakdown: string): BreakdownPart[] {
  if (breakdown === '') return [];
  return breakdown.split(';').map((pair) => {
    const at = pair.indexOf('=');
    return { dimension: pair.slice(0, at), value: pair.slice(at + 1) };
  });
}

/** Pairs as they are stored: sorted `name=value`, joined by `;`, so that the same part is always the same text. */
export function joinBreakdown(parts: readonly BreakdownPart[]): string {
  return parts.map(({ dimension, value }) => `${dimension}=${value}`).sort().join(';');
}

const tidy = ({ dimension, value }: BreakdownPart): BreakdownPart => ({ dimension, value: value.replace(/\s+/g, ' ').trim() });

/** What is wrong with the parts somebody typed; empty when nothing is. */
export function breakdownProblems(parts: readonly BreakdownPart[]): UserErrorDetail[] {
  const twice = new Set(parts.map(({ dimension }) => dimension)).size < parts.length;
  const wrong = parts.map(tidy).some(({ value }) => value === '' || value.length > MAX_VALUE_LENGTH || /[=;]/.test(value) || !isStorableText(value));
  return [...(twice ? [monitoringProblem('BREAKDOWN_TWICE', ['breakdown'])] : []), ...(wrong ? [monitoringProblem('BREAKDOWN_INVALID', ['breakdown'])] : [])];
}

/** The stored form of parts in which nothing is wrong. */
export const breakdownOf = (parts: readonly BreakdownPart[]): string => joinBreakdown(parts.map(tidy));
