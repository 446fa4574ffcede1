import type { ComparedBlock, ComparedValue, DocumentComparison } from '@konzeptwerkstatt/document-model';
import type { ComparedVersions } from '../queries/version.reader.js';
import { twoDecimals } from '../domain/field-value.policy.js';
import { apiValue } from './enum-values.js';
import type { ComparedBlockType, ComparedValueType, VersionComparisonType } from './version-comparison.type.js';
import { toVersion } from './version.type.js';

/** Names by id of what fields refer to. */
export interface ReferenceNames {
  /** By block id. */
  readonly goals: ReadonlyMap<string, string>;
  readonly indicators: ReadonlyMap<string, string>;
}

const organisationFields: ReadonlySet<string> = new Set(['lead', 'partner']);
const decimalFields: ReadonlySet<string> = new Set(['budgetAmount', 'staffPositions']);

/** `partner/<id>` is the field `partner` with that member. */
function splitKey(key: string): { field: string; member: string | null } {
  const slash = key.indexOf('/');
  return slash < 0 ? { field: key, member: null } : { field: key.slice(0, slash), member: key.slice(slash + 1) };
}

/** The indicators that differing values name. */
export function indicatorIdsIn(blocks: readonly ComparedBlock[]): string[] {
  const members = blocks.flatMap(({ values }) => values.map(({ key }) => splitKey(key))).filter(({ field }) => field === 'indicator');
  return [...new Set(members.flatMap(({ member }) => (member === null ? [] : [member])))];
}

/** Titles of all goals in either text, the later title if there is one. */
export function goalTitles(blocks: readonly ComparedBlock[]): ReadonlyMap<string, string> {
  return new Map(blocks.filter(({ kind }) => kind === 'goal').map(({ blockId, change, words }) =>
    [blockId, words.filter(({ kind }) => change === 'removed' || kind !== 'removed').map(({ text }) => text).join('')]));
}

function toValue({ key, before, after }: ComparedValue, names: ReferenceNames): ComparedValueType {
  const { field, member } = splitKey(key);
  const stored = (value: ComparedValue['before']): string | null => (value === true ? member : value);
  const [from, to] = [stored(before), stored(after)];
  if (organisationFields.has(field)) return { field, fromValue: null, toValue: null, fromOrganisationId: from, toOrganisationId: to };
  const shown = (value: string | null): string | null => {
    if (value === null) return null;
    if (field === 'goal') return names.goals.get(value) ?? '';
    if (field === 'indicator') return names.indicators.get(value) ?? '';
    return decimalFields.has(field) ? twoDecimals(value) : apiValue(field, value);
  };
  return { field, fromValue: shown(from), toValue: shown(to), fromOrganisationId: null, toOrganisationId: null };
}

export function toComparedBlock({ cell, values, words, ...block }: ComparedBlock, names: ReferenceNames): ComparedBlockType {
  return { ...block, words, row: cell?.row ?? null, column: cell?.column ?? null, values: values.map((value) => toValue(value, names)) };
}

/** How many blocks came, went and are different. */
export function countsOf({ blocks }: DocumentComparison): { addedCount: number; removedCount: number; changedCount: number } {
  const count = (change: ComparedBlock['change']): number => blocks.filter((block) => block.change === change).length;
  return { addedCount: count('added'), removedCount: count('removed'), changedCount: count('changed') };
}

/** A comparison as the API shows it, its blocks still to be picked. */
export function toComparison({ version, other, comparison, section }: ComparedVersions): VersionComparisonType {
  return { version: toVersion(version), otherVersion: other === null ? null : toVersion(other), comparison, municipalityId: section.municipalityId, ...countsOf(comparison) };
}
