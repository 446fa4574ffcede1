import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@konzeptwerkstatt/platform-graphql';
import type { ProcessTemplateRow } from '../queries/process-template.reader.js';
import type { TimedPhase } from '../domain/process-plan.policy.js';
import type { ProcessPlan } from '../domain/process-plan.js';
import { PhaseRuleType } from './phase-rule.type.js';
import { PlannedFieldType } from './process-document.type.js';
import { ProcessExampleType } from './process-example.type.js';
import { TemplateKindEnum } from './process-plan.enums.js';

@ObjectType('PlannedBody', { description: 'A body that a template proposes.' })
export class PlannedBodyType {
  @Field(() => String, { description: 'Names it in its plan.' })
  key!: string;

  @Field(() => String, { description: 'Kind of body, as a key.' })
  kind!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'A remark.' })
  note!: string | null;

  @Field(() => [ProcessExampleType], { description: 'What it is in the example.' })
  examples!: ProcessExampleType[];
}

@ObjectType('PlannedPhase', { description: 'A phase that a template proposes.' })
export class PlannedPhaseType {
  @Field(() => String, { description: 'Names it in its plan.' })
  key!: string;

  @Field(() => String, { description: 'Kind of phase, as a key.' })
  kind!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What happens in it.' })
  summary!: string;

  @Field(() => String, { nullable: true, description: 'The track it is on.' })
  trackName!: string | null;

  @Field(() => String, { nullable: true, description: 'The body that acts in it.' })
  bodyName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it would open; null as long as nothing says from when to count.' })
  opensAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it would close; null also when it stays open.' })
  closesAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it stays open.' })
  staysOpen!: boolean;

  @Field(() => [PhaseRuleType], { description: 'Who may do what while it is open.' })
  rules!: PhaseRuleType[];

  @Field(() => [ProcessExampleType], { description: 'How it was in the example.' })
  examples!: ProcessExampleType[];
}

@ObjectType('PlannedDocument', { description: 'A document that a template proposes.' })
export class PlannedDocumentType {
  @Field(() => String, { description: 'Names it in its plan.' })
  key!: string;

  @Field(() => String, { description: 'Kind of document, as a key.' })
  kind!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'A remark.' })
  note!: string | null;

  @Field(() => Boolean, { description: 'Whether it is begun to be written with the process.' })
  isBegun!: boolean;

  @Field(() => Boolean, { description: 'Whether it is decided on, and not only promised.' })
  isBinding!: boolean;

  @Field(() => String, { nullable: true, description: 'The body that decides on it.' })
  decidedBy!: string | null;

  @Field(() => [PlannedFieldType], { description: 'Its fields of action, in order.' })
  fields!: PlannedFieldType[];

  @Field(() => [ProcessExampleType], { description: 'Which document it was in the example.' })
  examples!: ProcessExampleType[];
}

@ObjectType('ProcessFile', { description: 'A planned process as a file.' })
export class ProcessFileType {
  @Field(() => String, { description: 'The whole text of the file, JSON.' })
  content!: string;
}

/** A plan that a process can begin from. */
@ObjectType('ProcessTemplate', { description: 'A plan that a process can begin from: one of the house, or one of the municipality.' })
export class ProcessTemplateType {
  @Field(() => String, { description: 'The key of a template of the house, or the raw id of one of the municipality.' })
  key!: string;

  @Field(() => Boolean, { description: 'Whether it is one of the municipality.' })
  isOwn!: boolean;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'How such a process goes.' })
  summary!: string;

  @Field(() => String, { description: 'For whom it is made, in words.' })
  suits!: string;

  @Field(() => TemplateKindEnum, { description: 'For which kind of municipality it is made.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'The municipality whose example it follows.' })
  exampleName!: string | null;

  @Field(() => String, { nullable: true, description: 'Source to be named.' })
  sourceNote!: string | null;

  @Field(() => Boolean, { description: 'Whether such a process goes on without an end.' })
  isStanding!: boolean;

  @Field(() => Boolean, { description: 'Whether it comes again every year.' })
  isYearly!: boolean;

  @Field(() => String, { description: 'What everything is counted from.' })
  decisionTitle!: string;

  @Field(() => String, { nullable: true, description: 'The day from which was counted, `2027-06-30`; null as long as nothing says so.' })
  decisionDay!: string | null;

  @Field(() => [String], { description: 'The tracks on which is written side by side.' })
  tracks!: string[];

  @Field(() => [PlannedBodyType], { description: 'Bodies.' })
  bodies!: PlannedBodyType[];

  @Field(() => [PlannedPhaseType], { description: 'Phases.' })
  phases!: PlannedPhaseType[];

  @Field(() => [PlannedDocumentType], { description: 'Documents.' })
  documents!: PlannedDocumentType[];

  @Field(() => [ProcessExampleType], { description: 'What else happened in the example.' })
  history!: ProcessExampleType[];

  /** @param timed phases with times, and the day they are counted from; null without */
  static of({ key, isOwn, plan }: ProcessTemplateRow, timed: { readonly day: string; readonly phases: readonly TimedPhase[] } | null = null): ProcessTemplateType {
    const { title, summary, suits, kind, sourceNote, isStanding, rhythm, decision } = plan;
    return Object.assign(new ProcessTemplateType(), {
      key, isOwn, title, summary, suits, kind, sourceNote, isStanding, isYearly: rhythm === 'yearly', exampleName: plan.example?.name ?? null, decisionTitle: decision.title, decisionDay: timed?.day ?? null,
      tracks: plan.tracks.map(({ name }) => name), bodies: plan.bodies.map((body) => ({ ...body, examples: ProcessExampleType.listOf(body.examples) })),
      phases: plannedPhases(plan, timed?.phases ?? []), documents: plannedDocuments(plan), history: ProcessExampleType.listOf(plan.history),
    });
  }
}

function plannedPhases(plan: ProcessPlan, timed: readonly TimedPhase[]): PlannedPhaseType[] {
  return plan.phases.map(({ key, kind, title, summary, track, body, closes, rules, examples }) => {
    const times = timed.find((phase) => phase.key === key);
    return {
      key, kind, title, summary, trackName: plan.tracks.find((known) => known.key === track)?.name ?? null, bodyName: plan.bodies.find((known) => known.key === body)?.name ?? null,
      opensAt: times?.opensAt ?? null, closesAt: times?.closesAt ?? null, staysOpen: closes === null, rules: PhaseRuleType.listOf(rules), examples: ProcessExampleType.listOf(examples),
    };
  });
}

function plannedDocuments(plan: ProcessPlan): PlannedDocumentType[] {
  return plan.documents.map(({ key, kind, title, note, begins, isBinding, decidedBy, fields, examples }) => ({
    key, kind, title, note, isBinding, isBegun: begins !== null, decidedBy: plan.bodies.find((known) => known.key === decidedBy)?.name ?? null, fields, examples: ProcessExampleType.listOf(examples),
  }));
}
