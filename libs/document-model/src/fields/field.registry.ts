import { isUuid } from '../schema/block-id.policy.js';
import {
  DECISION_STATES, FUNDING_STATES, GOAL_KINDS, MAX_CONTACT_LENGTH, MAX_DISTRICT_LENGTH, MAX_FUNDING_SOURCE_LENGTH, MAX_RESOURCES_LENGTH, MEASURE_STATUSES,
  MEASURE_TYPES, PRIORITIES, TARGET_GROUPS,
} from './field-vocabulary.js';
import { InvalidPeriod, parsePeriod } from './period.policy.js';
import { isStorableText } from './plain-text.policy.js';

/** Plain values only: a string, or `true` for a member of a set. */
export type FieldValue = string | true;
export type FieldOwner = 'goal' | 'measure';

export type FieldProblemCode =
  | 'FIELD_UNKNOWN' | 'FIELD_NOT_IN_LIST' | 'FIELD_NOT_AN_ID' | 'FIELD_NOT_A_MEMBER' | 'FIELD_NOT_TEXT' | 'FIELD_TOO_LONG'
  | 'FIELD_FORBIDDEN_CHARACTER' | 'FIELD_NOT_A_DECIMAL' | 'FIELD_NOT_A_DAY' | 'PERIOD_MALFORMED' | 'PERIOD_ENDS_BEFORE_START';

/** Why a value was refused; `key` as in the document, without the block id. */
export interface FieldProblem {
  readonly key: string;
  readonly code: FieldProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

type Refusal = Pick<FieldProblem, 'code' | 'params'> | null;

/** One field or, with `member`, a set of fields `<name>/<member>`. */
export interface FieldDefinition {
  readonly name: string;
  /** For sets: which texts may stand after the slash. */
  readonly member?: (text: string) => boolean;
  /** Null when the value may be stored. */
  readonly check: (value: unknown) => Refusal;
}

const no = (code: FieldProblemCode, params: FieldProblem['params'] = {}): Refusal => ({ code, params });

function oneOf(name: string, values: readonly string[]): FieldDefinition {
  return { name, check: (value) => (typeof value === 'string' && values.includes(value) ? null : no('FIELD_NOT_IN_LIST', { allowed: values.join(', ') })) };
}

function setOf(name: string, member: (text: string) => boolean): FieldDefinition {
  return { name, member, check: (value) => (value === true ? null : no('FIELD_NOT_A_MEMBER')) };
}

function text(name: string, maxLength: number): FieldDefinition {
  return {
    name,
    check: (value) => {
      if (typeof value !== 'string' || value === '') return no('FIELD_NOT_TEXT');
      if (value.length > maxLength) return no('FIELD_TOO_LONG', { maxLength });
      return isStorableText(value) ? null : no('FIELD_FORBIDDEN_CHARACTER');
    },
  };
}

/** A decimal with a point, no sign, no leading zeros: `0`, `1250`, `0.75`. */
function decimal(name: string, digits: number): FieldDefinition {
  const pattern = new RegExp(`^(0|[1-9]\\d{0,${digits - 1}})(\\.\\d{1,2})?$`);
  return { name, check: (value) => (typeof value === 'string' && pattern.test(value) ? null : no('FIELD_NOT_A_DECIMAL', { digits, decimals: 2 })) };
}

/** A day of the calendar, `2027-12-31`. */
function day(name: string): FieldDefinition {
  return {
    name,
    check: (value) => {
      if (typeof value !== 'string' || !/^(19|2[01])\d{2}-\d{2}-\d{2}$/.test(value)) return no('FIELD_NOT_A_DAY');
      const instant = new Date(`${value}T00:00:00Z`);
      return Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(value) ? no('FIELD_NOT_A_DAY') : null;
    },
  };
}

function checkPeriod(value: unknown): Refusal {
  if (typeof value !== 'string') return no('PERIOD_MALFORMED');
  try {
    parsePeriod(value);
    return null;
  } catch (error) {
    if (error instanceof InvalidPeriod) return no(error.code);
    throw error;
  }
}

const isTargetGroup = (member: string): boolean => (TARGET_GROUPS as readonly string[]).includes(member);

/** Structured fields of a measure. */
export const MEASURE_FIELDS: readonly FieldDefinition[] = [
  oneOf('type', MEASURE_TYPES),
  oneOf('status', MEASURE_STATUSES),
  oneOf('decisionState', DECISION_STATES),
  /** Organisation in charge (Federführung); one key, so that two people cannot both put one in. */
  { name: 'lead', check: (value) => (isUuid(value) ? null : no('FIELD_NOT_AN_ID')) },
  /** `partner/<organisation id>`: a key each, so that two people who add two partners lose neither. */
  setOf('partner', isUuid),
  setOf('targetGroup', isTargetGroup),
  { name: 'period', check: checkPeriod },
  text('resources', MAX_RESOURCES_LENGTH),
  /** Euro. */
  decimal('budgetAmount', 12),
  text('fundingSource', MAX_FUNDING_SOURCE_LENGTH),
  /** Full-time equivalents (VZÄ). */
  decimal('staffPositions', 5),
  oneOf('priority', PRIORITIES),
  oneOf('fundingState', FUNDING_STATES),
  /** Whom to ask within the organisation in charge. */
  text('contact', MAX_CONTACT_LENGTH),
  /** Where in the municipality (Sozialraum). */
  text('district', MAX_DISTRICT_LENGTH),
  /** The last day for which the money is there. */
  day('fundingUntil'),
  setOf('indicator', isUuid),
  /** `goal/<block id>`: goals the measure serves; without any it belongs to the nearest goal above it. */
  setOf('goal', isUuid),
];

/** Structured fields of a goal. */
export const GOAL_FIELDS: readonly FieldDefinition[] = [oneOf('kind', GOAL_KINDS), setOf('indicator', isUuid)];

const byOwner: Readonly<Record<FieldOwner, ReadonlyMap<string, FieldDefinition>>> = {
  goal: new Map(GOAL_FIELDS.map((field) => [field.name, field])),
  measure: new Map(MEASURE_FIELDS.map((field) => [field.name, field])),
};

/** The definition that rules a key (without block id) such as `status` or `partner/<id>`; undefined when there is none. */
export function fieldDefinition(owner: FieldOwner, key: string): FieldDefinition | undefined {
  const slash = key.indexOf('/');
  const field = byOwner[owner].get(slash < 0 ? key : key.slice(0, slash));
  if (field === undefined) return undefined;
  const fits = slash < 0 ? field.member === undefined : field.member?.(key.slice(slash + 1)) === true;
  return fits ? field : undefined;
}

/** Why `value` may not be stored under `key` of a goal or measure; null when it may. */
export function checkField(owner: FieldOwner, key: string, value: unknown): FieldProblem | null {
  const field = fieldDefinition(owner, key);
  if (field === undefined) return { key, code: 'FIELD_UNKNOWN', params: {} };
  const refusal = field.check(value);
  return refusal === null ? null : { key, ...refusal };
}
