import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { OrganisationKind } from '@konzeptwerkstatt/platform-database';
import { OrganisationKindEnum } from '@konzeptwerkstatt/identity';
import { MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { PhaseRight, PhaseRule } from '../domain/process-plan.js';
import type { PlanPhase } from '../commands/plan-phase.command.js';
import type { ProcessRoleName } from '../domain/process-role.entity.js';
import { PhaseType } from './phase.type.js';
import { PlanningProcessType } from './planning-process.type.js';
import { ProcessRoleEnum } from './process-role.enum.js';

@InputType({ description: 'Who may do something while a phase is open; exactly one of role and organisationKind is given.' })
export class PhaseRuleInput {
  @Field(() => ProcessRoleEnum, { nullable: true, description: 'Whoever holds this role in the process.' })
  role?: ProcessRoleName | null;

  @Field(() => OrganisationKindEnum, { nullable: true, description: 'Every organisation of this kind.' })
  organisationKind?: OrganisationKind | null;

  @Field(() => ProcessRoleEnum, { description: 'What they may do: READER, REVIEWER, CONTRIBUTOR or EDITOR.' })
  may!: ProcessRoleName;
}

@InputType({ isAbstract: true })
abstract class PhaseFieldsInput extends MutationInput {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'Kind of phase: mandate, survey, self_check, workshop, drafting, conference, comment, revision, consultation, council, publication, implementation, review, standing or other.' })
  kind!: string;

  @Field(() => String, { defaultValue: '', description: 'What happens in it.' })
  summary!: string;

  @Field(() => String, { nullable: true, description: 'The track it is on; null for all.' })
  trackName?: string | null;

  @Field(() => String, { description: 'When it opens, by the clock in Germany: `2027-06-30T18:00`.' })
  opensAt!: string;

  @Field(() => String, { nullable: true, description: 'When it closes; null when it stays open.' })
  closesAt?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether no other exclusive phase of its track may be open at the same time.' })
  isExclusive!: boolean;

  @Field(() => [PhaseRuleInput], { defaultValue: [], description: 'Who may do what while it is open.' })
  rules!: PhaseRuleInput[];
}

@InputType({ description: 'A phase to be added.' })
export class AddPhaseInput extends PhaseFieldsInput {
  @Field(() => ID, { description: 'The process.' })
  processId!: string;
}

@InputType({ description: 'What a phase is from now on.' })
export class ChangePhaseInput extends PhaseFieldsInput {
  @Field(() => ID, { description: 'The phase.' })
  phaseId!: string;

  @Field(() => Int, { description: 'The revision that was seen; another one is not overwritten.' })
  expectedRevision!: number;
}

@InputType({ description: 'Which phase is removed.' })
export class RemovePhaseInput extends MutationInput {
  @Field(() => ID, { description: 'The phase.' })
  phaseId!: string;
}

const codes = 'TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_TOO_LONG, TEXT_NOT_STORABLE, PHASE_KIND_INVALID, TIME_INVALID, TIME_SKIPPED, CLOSES_BEFORE_OPENING, PHASES_OVERLAP, TRACK_UNKNOWN, RULE_INVALID';

@ObjectType({ description: `What became of addPhase. Codes: ${codes}.` })
export class AddPhasePayload extends MutationPayload {
  @Field(() => PhaseType, { nullable: true, description: 'The new phase.' })
  phase!: PhaseType | null;
}

@ObjectType({ description: `What became of changePhase. Codes: ${codes}, STALE_VALUE.` })
export class ChangePhasePayload extends MutationPayload {
  @Field(() => PhaseType, { nullable: true, description: 'The phase as it is now.' })
  phase!: PhaseType | null;
}

@ObjectType({ description: 'What became of removePhase. No codes of its own.' })
export class RemovePhasePayload extends MutationPayload {
  @Field(() => PlanningProcessType, { nullable: true, description: 'The process without the phase.' })
  process!: PlanningProcessType | null;
}

/** A rule as the domain knows it; one that names both or neither is no rule, and refused there. */
function ruleOf({ role, organisationKind, may }: PhaseRuleInput): PhaseRule {
  const who = { ...(role ? { role } : {}), ...(organisationKind ? { organisationKind } : {}) } as PhaseRule['who'];
  return { who, may: may as PhaseRight };
}

/** The fields both forms have. */
export function phaseFieldsOf({ title, kind, summary, trackName, opensAt, closesAt, isExclusive, rules }: PhaseFieldsInput): PlanPhase {
  return { title, kind, summary, trackName: trackName ?? null, opensAt, closesAt: closesAt ?? null, isExclusive, rules: rules.map(ruleOf) };
}
