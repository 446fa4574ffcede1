import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { monitoringProblem, throwProblems } from './monitoring.errors.js';
import { textProblems } from './text-field.policy.js';

/** Which way a value should go; composition shares are neutral and never judged. */
export const INDICATOR_DIRECTIONS = ['up', 'down', 'neutral', 'corridor', 'reduce_gap'] as const;
export type IndicatorDirection = (typeof INDICATOR_DIRECTIONS)[number];

/** Decimals of a value at most. */
export const MAX_DECIMALS = 6;
const MAX_KEY_LENGTH = 80;
const MAX_NAME_LENGTH = 300;
const MAX_UNIT_LENGTH = 60;

/** An indicator with the first version of its definition. */
export interface IndicatorDraft {
  readonly key: string;
  readonly name: string;
  /** Key of the unit, e.g. `percent`. */
  readonly unit: string;
  /** As it is printed behind a value, e.g. `%`. */
  readonly unitLabel: string;
  readonly decimals: number;
  readonly direction: IndicatorDirection;
  readonly definition: string;
}

function lineProblems(text: string, field: string, maxLength: number, missing: 'NAME_REQUIRED' | 'UNIT_REQUIRED'): UserErrorDetail[] {
  if (!isStorableText(text)) return [monitoringProblem('TEXT_NOT_STORABLE', [field])];
  if (text === '') return [monitoringProblem(missing, [field])];
  return text.length > maxLength ? [monitoringProblem('NAME_TOO_LONG', [field], { maxLength })] : [];
}

function keyProblems(key: string): UserErrorDetail[] {
  return key.length <= MAX_KEY_LENGTH && /^[a-z][a-z0-9_]*$/.test(key) ? [] : [monitoringProblem('KEY_INVALID', ['key'])];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Checks and tidies a draft; whatever else came with it stays behind. @throws ValidationError with every problem at once */
export function indicatorOf({ key, name, unit, unitLabel, decimals, direction, definition }: IndicatorDraft): IndicatorDraft {
  const tidy = { key: key.trim(), name: oneLine(name), unit: oneLine(unit), unitLabel: oneLine(unitLabel), decimals, direction, definition: definition.trim() };
  throwProblems([
    ...keyProblems(tidy.key),
    ...lineProblems(tidy.name, 'name', MAX_NAME_LENGTH, 'NAME_REQUIRED'),
    ...lineProblems(tidy.unit, 'unit', MAX_UNIT_LENGTH, 'UNIT_REQUIRED'),
    ...lineProblems(tidy.unitLabel, 'unitLabel', MAX_UNIT_LENGTH, 'UNIT_REQUIRED'),
    ...(Number.isInteger(tidy.decimals) && tidy.decimals >= 0 && tidy.decimals <= MAX_DECIMALS ? [] : [monitoringProblem('DECIMALS_INVALID', ['decimals'])]),
    ...(tidy.definition === '' ? [monitoringProblem('DEFINITION_REQUIRED', ['definition'])] : textProblems(tidy.definition, 'definition')),
  ]);
  return tidy;
}
