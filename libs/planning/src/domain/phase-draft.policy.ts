import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { tidyLine, titleProblems } from './dated-step.entity.js';
import { readMunicipalTime } from './municipal-time.policy.js';
import { planningProblem, throwProblems } from './planning.errors.js';
import { PHASE_KINDS, phaseRuleSchema } from './process-plan.js';
import type { PhaseKind, PhaseRule } from './process-plan.js';

/** What somebody typed into the form of a phase. */
export interface PhaseDraft {
  readonly title: string;
  readonly kind: string;
  readonly summary: string;
  /** By the town's clock, `2027-06-30T18:00`. */
  readonly opensAt: string;
  /** Null: it stays open. */
  readonly closesAt: string | null;
  readonly isExclusive: boolean;
  readonly rules: readonly PhaseRule[];
}

/** A phase that may be stored, as far as it can be said without looking at others. */
export interface CheckedPhase {
  readonly title: string;
  readonly kind: PhaseKind;
  readonly summary: string;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly isExclusive: boolean;
  readonly rules: readonly PhaseRule[];
}

const MAX_SUMMARY = 2000;
const MAX_RULES = 20;

function timeProblem(problem: 'TIME_INVALID' | 'TIME_SKIPPED' | undefined, field: string): UserErrorDetail[] {
  return problem === undefined ? [] : [planningProblem(problem, [field])];
}

function summaryProblems(summary: string): UserErrorDetail[] {
  if (!isStorableText(summary)) return [planningProblem('TEXT_NOT_STORABLE', ['summary'])];
  return summary.length > MAX_SUMMARY ? [planningProblem('TEXT_TOO_LONG', ['summary'])] : [];
}

/** Checks and tidies a draft. @throws ValidationError with every problem at once */
export function phaseOf(draft: PhaseDraft): CheckedPhase {
  const title = tidyLine(draft.title);
  const summary = draft.summary.trim();
  const kind = PHASE_KINDS.find((known) => known === draft.kind);
  const opens = readMunicipalTime(draft.opensAt, 'earlier');
  const closes = draft.closesAt === null ? null : readMunicipalTime(draft.closesAt, 'later');
  const isRules = draft.rules.length <= MAX_RULES && draft.rules.every((rule) => phaseRuleSchema.safeParse(rule).success);
  throwProblems([
    ...titleProblems(title),
    ...(kind === undefined ? [planningProblem('PHASE_KIND_INVALID', ['kind'])] : []),
    ...summaryProblems(summary),
    ...timeProblem(opens.problem, 'opensAt'),
    ...timeProblem(closes?.problem, 'closesAt'),
    ...(isRules ? [] : [planningProblem('RULE_INVALID', ['rules'])]),
  ]);
  return { title, kind: kind as PhaseKind, summary, opensAt: opens.instant as Date, closesAt: closes?.instant ?? null, isExclusive: draft.isExclusive, rules: draft.rules };
}
