import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { definitionProblems, filledDefinition } from './definition.entity.js';
import type { DefinitionDraft, DefinitionFacts } from './definition.entity.js';
import type { IndicatorDirection } from './indicator-direction.js';
import { isKey, keyOfName } from './indicator-key.policy.js';
import { filledRecord, recordProblems } from './indicator-record.entity.js';
import type { IndicatorRecord, IndicatorRecordDraft } from './indicator-record.entity.js';
import { monitoringProblem, throwProblems } from './monitoring.errors.js';
import { textProblems } from './text-field.policy.js';

/** Decimals of a value at most. */
export const MAX_DECIMALS = 6;
const MAX_NAME_LENGTH = 300;
const MAX_UNIT_LENGTH = 60;

/** An indicator as somebody describes it: name and unit, and whatever else is known. */
export interface IndicatorDraft extends DefinitionDraft, IndicatorRecordDraft {
  /** Short name for files and scripts; left out, it is made from the name. */
  readonly key?: string | null;
  readonly name: string;
  /** Key of the unit, e.g. `percent`. */
  readonly unit: string;
  /** As it is printed behind a value, e.g. `%`. */
  readonly unitLabel: string;
  readonly decimals: number;
  readonly direction: IndicatorDirection;
}

/** An indicator as it is stored, without its definition. */
export interface IndicatorFacts extends IndicatorRecord {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly unitLabel: string;
  readonly decimals: number;
  readonly direction: IndicatorDirection;
}

/** A draft in which nothing is wrong. */
export interface CheckedIndicator {
  readonly indicator: IndicatorFacts;
  readonly definition: DefinitionFacts;
}

function lineProblems(text: string, field: string, maxLength: number, missing: 'NAME_REQUIRED' | 'UNIT_REQUIRED'): UserErrorDetail[] {
  if (!isStorableText(text)) return [monitoringProblem('TEXT_NOT_STORABLE', [field])];
  if (text === '') return [monitoringProblem(missing, [field])];
  return text.length > maxLength ? [monitoringProblem('NAME_TOO_LONG', [field], { maxLength })] : [];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Checks and tidies a draft; whatever else came with it stays behind. @throws ValidationError with every problem at once */
export function indicatorOf(draft: IndicatorDraft): CheckedIndicator {
  const { decimals, direction } = draft;
  const [name, unit, unitLabel] = [oneLine(draft.name), oneLine(draft.unit), oneLine(draft.unitLabel)];
  const key = draft.key?.trim() ?? keyOfName(name);
  const record = filledRecord(draft, direction, unit);
  const definition = filledDefinition(draft);
  throwProblems([
    ...(isKey(key) ? [] : [monitoringProblem('KEY_INVALID', ['key'])]),
    ...lineProblems(name, 'name', MAX_NAME_LENGTH, 'NAME_REQUIRED'),
    ...lineProblems(unit, 'unit', MAX_UNIT_LENGTH, 'UNIT_REQUIRED'),
    ...lineProblems(unitLabel, 'unitLabel', MAX_UNIT_LENGTH, 'UNIT_REQUIRED'),
    ...(Number.isInteger(decimals) && decimals >= 0 && decimals <= MAX_DECIMALS ? [] : [monitoringProblem('DECIMALS_INVALID', ['decimals'])]),
    ...definitionProblems(definition), ...textProblems(record.licence, 'licence'), ...recordProblems(record, direction),
  ]);
  return { indicator: { key, name, unit, unitLabel, decimals, direction, ...record }, definition };
}

const pathFields = ['baselineValue', 'baselineYear', 'targetValue', 'targetYear'] as const;
type Path = Pick<IndicatorRecord, (typeof pathFields)[number]>;

/**
 * For which version of the definition baseline and target hold: they stay with the way of counting they were set for, until somebody sets
 * them anew. A break alone does not carry them over.
 */
export function pathVersionOf(before: Path & { readonly pathVersion: number | null }, after: Path, newestVersion: number): number | null {
  if (pathFields.every((field) => after[field] === null)) return null;
  const isSame = pathFields.every((field) => (before[field] === null || after[field] === null ? before[field] === after[field] : Number(before[field]) === Number(after[field])));
  return isSame ? before.pathVersion : newestVersion;
}
