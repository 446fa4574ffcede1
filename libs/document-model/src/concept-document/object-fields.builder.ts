import type { FieldValues } from '../fields/field-values.reader.js';
import { goalFieldsOf, measureFieldsOf } from '../fields/field-values.reader.js';
import { formatPeriod } from '../fields/period.policy.js';
import type { NamedField } from './concept-document.js';
import type { DocumentWords } from './document-words.js';
import { partyStateOf } from '../fields/party-state.policy.js';
import type { MeasurePart, PartyAnswer } from '../fields/party-state.policy.js';
import { printable } from './printable-text.policy.js';

/** The name of an organisation, an indicator, or a goal (by block id); null when there is none of that id. */
export type NameOf = (id: string) => string | null;

type Given = readonly (string | null)[];

/** What organisations have said about their parts in measures. */
export interface PartiesInDocument {
  /** Null when it has not said anything. @param blockId of the measure */
  readonly answerOf: (blockId: string, organisationId: string) => PartyAnswer | null;
  /** Whether the document says what was adopted: who has declined is then no party any more. */
  readonly isFinal: boolean;
}

/** The name of a party with how it stands; null when it is not to be named. */
export type PartyInWords = (part: MeasurePart, organisationId: string) => string | null;

/** Parties of one measure in words; without answers plain names. */
export function partyInWords(nameOf: NameOf, words: DocumentWords, parties: PartiesInDocument | undefined, blockId: string): PartyInWords {
  return (part, organisationId) => {
    const name = nameOf(organisationId);
    if (name === null || parties === undefined) return name;
    const state = partyStateOf(part, parties.answerOf(blockId, organisationId));
    if (state === 'declined' && parties.isFinal) return null;
    return state === 'confirmed' ? name : `${name} (${words.partyStates[state]})`;
  };
}

function named(words: DocumentWords, key: string, values: Given): NamedField[] {
  const shown = values.filter((value) => value !== null).map(printable).filter((value) => value.trim() !== '');
  return shown.length === 0 ? [] : [{ key, label: words.fields[key] ?? key, values: shown }];
}

const said = <Key extends string>(known: Readonly<Record<Key, string>>, key: Key | null): Given => [key === null ? null : known[key]];
const using = (value: string | null, inWords: (value: string) => string): Given => [value === null ? null : inWords(value)];

/** The fields of a measure in words, in the order in which a measure table has them. */
export function measureFields(values: FieldValues, { nameOf, party }: { readonly nameOf: NameOf; readonly party: PartyInWords }, words: DocumentWords): NamedField[] {
  const fields = measureFieldsOf(values);
  return [
    ...named(words, 'goal', fields.goals.map(nameOf)),
    ...named(words, 'type', said(words.types, fields.type)),
    ...named(words, 'status', said(words.statuses, fields.status)),
    ...named(words, 'decisionState', said(words.decisionStates, fields.decisionState)),
    ...named(words, 'priority', said(words.priorities, fields.priority)),
    ...named(words, 'lead', [fields.lead === null ? null : party('lead', fields.lead)]),
    ...named(words, 'contact', [fields.contact]),
    ...named(words, 'partner', fields.partners.map((id) => party('partner', id))),
    ...named(words, 'targetGroup', fields.targetGroups.map((group) => words.targetGroups[group])),
    ...named(words, 'district', [fields.district]),
    ...named(words, 'period', using(fields.period === null ? null : formatPeriod(fields.period), words.period)),
    ...named(words, 'resources', [fields.resources]),
    ...named(words, 'budgetAmount', using(fields.budgetAmount, words.amount)),
    ...named(words, 'fundingSource', [fields.fundingSource]),
    ...named(words, 'fundingUntil', using(fields.fundingUntil, words.day)),
    ...named(words, 'fundingState', said(words.fundingStates, fields.fundingState)),
    ...named(words, 'staffPositions', using(fields.staffPositions, words.posts)),
    ...named(words, 'indicator', fields.indicators.map(nameOf)),
  ];
}

/** The fields of a goal in words. */
export function goalFields(values: FieldValues, nameOf: NameOf, words: DocumentWords): NamedField[] {
  const fields = goalFieldsOf(values);
  return [...named(words, 'kind', said(words.goalKinds, fields.kind)), ...named(words, 'indicator', fields.indicators.map(nameOf))];
}
