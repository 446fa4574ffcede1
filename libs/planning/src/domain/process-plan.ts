import { isStorableText } from '@konzeptwerkstatt/kernel';
import { z } from 'zod';
import { parsePartialDate } from './partial-date.policy.js';
import { PROCESS_ROLES } from './process-role.entity.js';

/** Kinds of municipality a template is offered for. */
export const TEMPLATE_KINDS = ['large_city', 'city', 'county', 'small_municipality'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

export const PHASE_KINDS = [
  'mandate', 'survey', 'self_check', 'workshop', 'drafting', 'conference', 'comment', 'revision', 'consultation', 'council', 'publication', 'implementation', 'review', 'standing', 'other',
] as const;
export type PhaseKind = (typeof PHASE_KINDS)[number];

export const DOCUMENT_KINDS = ['guidelines', 'concept', 'action_concept', 'alliance', 'position_paper', 'report', 'survey', 'strategy', 'statistics', 'other'] as const;

export const BODY_KINDS = [
  'administration', 'officer', 'executive', 'council', 'committee', 'advisory_council', 'steering_group', 'working_group', 'conference', 'network', 'participation', 'civil_society',
  'science', 'service', 'other',
] as const;

export const ORGANISATION_KINDS = ['administration', 'municipality', 'migrant_organisation', 'civil_society', 'welfare', 'business', 'academia', 'politics', 'advisory_council'] as const;
/** What a phase can give, from least to most. Steering is a role, and never for a time only. */
export const PHASE_RIGHTS = ['reader', 'reviewer', 'contributor', 'editor'] as const;
export type PhaseRight = (typeof PHASE_RIGHTS)[number];

/** What is written in a concept that a process begins. */
export const BEGUN_INSTRUMENTS = ['guidelines', 'concept', 'action_concept', 'position_paper'] as const;

/** Most of one kind in one plan: more is no plan that people can read. */
const MOST = { bodies: 60, tracks: 10, phases: 80, documents: 40, fields: 40, steps: 200, history: 200, rules: 20, examples: 20 } as const;
const line = z.string().trim().min(1).max(300).refine(isStorableText);
const text = z.string().trim().max(2000).refine(isStorableText);
const key = z.string().regex(/^[a-z0-9_]{1,60}$/);
const partialDate = z.string().max(40).refine((value) => parsePartialDate(value) !== null);
const webAddress = z.string().max(500).regex(/^https?:\/\//);
const offset = z.strictObject({ day: z.number().int().min(-4000).max(4000), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) });

/** How something was in the municipality that the plan follows. */
const exampleSchema = z.strictObject({ title: line, date: partialDate.nullable(), sourceUrl: webAddress.nullable() });
export type ProcessExample = z.infer<typeof exampleSchema>;
const examples = z.array(exampleSchema).max(MOST.examples);

/** Whoever holds a role in the process, or every organisation of a kind, may do something while a phase is open. */
export const phaseRuleSchema = z.strictObject({
  who: z.union([z.strictObject({ role: z.enum(PROCESS_ROLES) }), z.strictObject({ organisationKind: z.enum(ORGANISATION_KINDS) })]),
  may: z.enum(PHASE_RIGHTS),
});
export type PhaseRule = z.infer<typeof phaseRuleSchema>;

const fieldSchema = z.strictObject({ key, kind: z.enum(['chapter', 'field_of_action']), title: line, isPriority: z.boolean() });
export type PlannedField = z.infer<typeof fieldSchema>;

const phaseSchema = z.strictObject({
  key, kind: z.enum(PHASE_KINDS), title: line, summary: text,
  track: key.nullable(), body: key.nullable(),
  /** The field of action it is for: its rules hold there only. */
  field: key.nullable(),
  isExclusive: z.boolean(),
  opens: offset,
  /** Null: it stays open. */
  closes: offset.nullable(),
  rules: z.array(phaseRuleSchema).max(MOST.rules),
  examples,
});
export type PlannedPhase = z.infer<typeof phaseSchema>;

const documentSchema = z.strictObject({
  key, kind: z.enum(DOCUMENT_KINDS), title: line, note: text.nullable(),
  /** What is begun to be written with the process; null: it exists, or comes later. */
  begins: z.enum(BEGUN_INSTRUMENTS).nullable(),
  decidedBy: key.nullable(),
  isBinding: z.boolean(),
  fields: z.array(fieldSchema).max(MOST.fields),
  examples,
});
export type PlannedDocument = z.infer<typeof documentSchema>;

const bodySchema = z.strictObject({ key, kind: z.enum(BODY_KINDS), name: line, note: text.nullable(), examples });
export type PlannedBody = z.infer<typeof bodySchema>;

const stepSchema = z.strictObject({ kind: z.string().regex(/^[a-z_]{1,40}$/), title: line, date: partialDate, note: text.nullable() });

export const PROCESS_FORMAT = 'konzeptwerkstatt.process';
export const PROCESS_FORMAT_VERSION = 1;

const parts = z.strictObject({
  format: z.literal(PROCESS_FORMAT),
  version: z.literal(PROCESS_FORMAT_VERSION),
  title: line,
  summary: text,
  kind: z.enum(TEMPLATE_KINDS),
  /** For whom it is made, in words. */
  suits: text,
  example: z.strictObject({ key, name: line }).nullable(),
  sourceNote: text.nullable(),
  /** What everything is counted from: day 0. */
  decision: z.strictObject({ title: line, body: key.nullable() }),
  isStanding: z.boolean(),
  rhythm: z.enum(['yearly']).nullable(),
  tracks: z.array(z.strictObject({ key, name: line })).max(MOST.tracks),
  bodies: z.array(bodySchema).max(MOST.bodies),
  phases: z.array(phaseSchema).max(MOST.phases),
  documents: z.array(documentSchema).max(MOST.documents),
  /** Dated steps of the process itself. */
  steps: z.array(stepSchema).max(MOST.steps),
  /** What else happened in the example. */
  history: z.array(exampleSchema).max(MOST.history),
});

function isUnique(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length;
}

/** Whether everything a plan names is in it, once. */
function isCoherent({ tracks, bodies, phases, documents, decision }: z.infer<typeof parts>): boolean {
  const [trackKeys, bodyKeys] = [tracks, bodies].map((list) => list.map((item) => item.key)) as [string[], string[]];
  const fieldKeys = documents.flatMap(({ fields }) => fields.map((field) => field.key));
  const knows = (keys: readonly string[], wanted: string | null): boolean => wanted === null || keys.includes(wanted);
  return [trackKeys, bodyKeys, phases.map((phase) => phase.key), documents.map((document) => document.key), fieldKeys].every(isUnique)
    && knows(bodyKeys, decision.body)
    && documents.every(({ decidedBy }) => knows(bodyKeys, decidedBy))
    && phases.every(({ track, body, field }) => knows(trackKeys, track) && knows(bodyKeys, body) && knows(fieldKeys, field));
}

/**
 * A process as a plan: a template, one saved by a municipality, or a file. An allow-list: whatever it does not name (ids, persons, roles of
 * people, texts) is refused, so a file can bring nothing along but what is planned.
 */
export const processPlanSchema = parts.refine(isCoherent, 'names something it does not have, or something twice');
export type ProcessPlan = z.infer<typeof processPlanSchema>;
