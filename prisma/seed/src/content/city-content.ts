import type { ResolutionFacts } from '@konzeptwerkstatt/decision';
import type { LoadedIndicator } from '@konzeptwerkstatt/monitoring';
import type { BlockKind, DecisionState, GoalKind, MeasureStatus, MeasureType, TargetGroup } from '@konzeptwerkstatt/document-model';

/** Kinds of organisations as the database knows them. */
export type OrganisationKind =
  'administration' | 'migrant_organisation' | 'civil_society' | 'welfare' | 'business' | 'academia' | 'politics' | 'advisory_council';

/** An organisation by key; `example` marks an invented one, whose name says so as well. */
export interface OrganisationContent {
  readonly key: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly shortName?: string;
  /** Key of the organisation it is an office of. */
  readonly parent?: string;
  readonly example: boolean;
  /** Only for an invented one: a mailbox that does not exist, and whom to ring up under a number that the Bundesnetzagentur keeps free for films. One without shows what is to be done then. */
  readonly reach?: { readonly mailbox: string; readonly contact: string; readonly phone: string };
}

/** An invented person with a demonstration account. */
export interface PersonContent {
  readonly email: string;
  readonly name: string;
  /** Key of the organisation she belongs to. */
  readonly organisation: string;
  /** May administer the municipality. */
  readonly administrator: boolean;
}

/** An organisation's role in the process; without fields for all of it. */
export interface RoleContent {
  readonly organisation: string;
  readonly role: 'steering' | 'editor' | 'contributor' | 'reviewer' | 'reader';
  /** Titles of fields of action. */
  readonly sections?: readonly string[];
}

/** One block of running text. */
export interface TextContent {
  readonly kind: BlockKind;
  readonly text: string;
}

/** A table with a header row. */
export interface TableContent {
  readonly kind: 'table';
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** An indicator that the text shows where it stands. */
export interface IndicatorContent {
  readonly kind: 'indicator';
  /** Its key. */
  readonly key: string;
}

export interface MeasureContent {
  readonly title: string;
  /** Title of the measure of the edition before that it goes on from; its section goes on from that measure's. */
  readonly continues?: string;
  readonly description: string;
  readonly type?: MeasureType;
  readonly status?: MeasureStatus;
  readonly decisionState?: DecisionState;
  /** Key of the organisation in charge; left out on purpose in some examples. */
  readonly lead?: string;
  readonly partners?: readonly string[];
  readonly targetGroups?: readonly TargetGroup[];
  /** `2025/2027`, `2025-Q1/..`, `2025-03/2025-09`. */
  readonly period?: string;
  readonly resources?: string;
  /** Euro. */
  readonly budgetAmount?: string;
  readonly fundingSource?: string;
  /** Full-time equivalents. */
  readonly staffPositions?: string;
  /** Keys of indicators. */
  readonly indicators?: readonly string[];
}

export interface GoalContent {
  readonly title: string;
  readonly description: string;
  readonly kind: GoalKind;
  readonly indicators?: readonly string[];
  readonly measures: readonly MeasureContent[];
}

/** A chapter or a field of action: text, then its goals each followed by its measures. */
export interface SectionContentSource {
  readonly kind: 'chapter' | 'field_of_action';
  readonly title: string;
  /** Title of the section of the edition before that it goes on from. */
  readonly continues?: string;
  readonly sourceNote: string | null;
  readonly text: readonly (TextContent | TableContent | IndicatorContent)[];
  readonly goals: readonly GoalContent[];
}

/** An indicator that measures of the demonstration name and for which the source has no figures. */
export interface ExampleIndicatorContent {
  readonly key: string;
  readonly name: string;
  readonly unit: 'count' | 'percent' | 'persons';
  readonly decimals: number;
  readonly direction: 'up' | 'down' | 'neutral' | 'reduce_gap';
  readonly definition: string;
  /** Baseline, target, rhythm and the like. */
  readonly more?: Pick<LoadedIndicator, 'kind' | 'rhythm' | 'breakdowns' | 'baselineValue' | 'baselineYear' | 'targetValue' | 'targetYear'>;
  /** Invented values, named as such: period, part of the population (empty for all of it), value. */
  readonly values?: readonly (readonly [period: string, breakdown: string, value: string])[];
  /** Recorded for this year as the reason why there is no value; without it the indicator has no data at all. */
  readonly missing?: { readonly year: string; readonly reason: string };
}

/** Something that was said about the example concept, invented as its text says, and what the city answered. */
export interface ContributionContent {
  /** Key of the organisation it is from; one with an account is its contributor. */
  readonly from: string;
  readonly way?: 'online' | 'letter' | 'mail' | 'phone' | 'committee';
  readonly kind: 'question' | 'support' | 'objection' | 'proposal' | 'new_measure';
  /** Title of a section; left out: about the whole concept. */
  readonly section?: string;
  /** Title of a measure of that section. */
  readonly measure?: string;
  /** Words of its text. */
  readonly quote?: string;
  readonly replacement?: string;
  readonly title?: string;
  readonly text: string;
  /** BCP 47; German when left out. */
  readonly language?: string;
  readonly daysAgo: number;
  /** Those with the same words here are answered together. */
  readonly bundle?: string;
  /** Key of the office that is to answer. */
  readonly assigned?: { readonly office: string; readonly inDays: number };
  readonly answer?: { readonly verdict: 'considered' | 'partly' | 'not' | 'noted' | 'forwarded'; readonly reasons: string; readonly daysAgo: number };
  /** Title of a measure of that section that came of it. */
  readonly becameMeasure?: string;
}

/** A card of the example workshop; nobody in particular wrote it. */
export interface CardContent {
  readonly kind: 'question' | 'support' | 'objection' | 'proposal';
  /** BCP 47. */
  readonly language: string;
  readonly way: 'workshop' | 'paper';
  readonly text: string;
}

/** A workshop of the process that is over, with what hangs on its wall. */
export interface GatheringContent {
  readonly title: string;
  readonly summary: string;
  readonly place: string;
  /** ISO 8601, UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly languages: readonly string[];
  readonly interpretation: string;
  readonly agenda: readonly { readonly time: string; readonly title: string }[];
  readonly minutes: string;
  readonly results: string;
  /** Cards lie on the first one. */
  readonly tables: readonly { readonly title: string; readonly question: string; readonly section: string }[];
  /** Keys of organisations. */
  readonly attendances: readonly { readonly organisation: string; readonly people: number }[];
  readonly cards: readonly CardContent[];
}

/** An edition that was adopted and published before the one that is written. */
export interface EarlierEditionContent {
  readonly edition: { readonly title: string; readonly year: number; readonly sourceNote: string };
  readonly sections: readonly SectionContentSource[];
  readonly resolution: ResolutionFacts;
}

/** Everything of one example city. */
export interface CityContent {
  /** Key of the city in the fact files. */
  readonly key: string;
  readonly municipality: { readonly name: string; readonly ags: string };
  readonly organisations: readonly OrganisationContent[];
  readonly people: readonly PersonContent[];
  readonly roles: readonly RoleContent[];
  readonly process: { readonly title: string; readonly summary: string; readonly sourceNote: string };
  readonly instrumentTitle: string;
  readonly edition: { readonly title: string; readonly year: number; readonly sourceNote: string };
  readonly exampleIndicators: readonly ExampleIndicatorContent[];
  readonly sections: readonly SectionContentSource[];
  /** What was said about it, the oldest first. */
  readonly contributions: readonly ContributionContent[];
  readonly gathering?: GatheringContent;
  readonly earlier?: EarlierEditionContent;
}

/** Running text, one paragraph each. */
export function paragraphs(...texts: readonly string[]): TextContent[] {
  return texts.map((text) => ({ kind: 'paragraph', text }));
}

/** A heading followed by list items. */
export function list(heading: string, ...items: readonly string[]): TextContent[] {
  return [{ kind: 'heading2', text: heading }, ...items.map((text) => ({ kind: 'bulletItem' as const, text }))];
}
