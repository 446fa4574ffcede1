import { dayAfter, firstDayOfMonth, isDay, municipalInstant } from './municipal-time.policy.js';
import { planningProblem } from './planning.errors.js';
import type { PlannedPhase, ProcessPlan } from './process-plan.js';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';

/** From what a plan is counted: the day of the decision, or the month in which the first phase begins. */
export interface PlanAnchor {
  readonly decisionDay: string | null;
  readonly startMonth: string | null;
}

/** A phase with its times. */
export type TimedPhase = PlannedPhase & { readonly opensAt: Date; readonly closesAt: Date | null };

/** The day of the decision that an anchor means. @returns the day, or what is wrong with the anchor */
export function decisionDayOf(plan: Pick<ProcessPlan, 'phases'>, { decisionDay, startMonth }: PlanAnchor): string | UserErrorDetail {
  if ((decisionDay === null) === (startMonth === null)) return planningProblem('ANCHOR_REQUIRED', ['decisionDay']);
  if (decisionDay !== null) return isDay(decisionDay) ? decisionDay : planningProblem('DAY_INVALID', ['decisionDay']);
  const first = firstDayOfMonth(startMonth ?? '');
  if (first === null) return planningProblem('MONTH_INVALID', ['startMonth']);
  const earliest = Math.min(0, ...plan.phases.map(({ opens }) => opens.day));
  return dayAfter(first, -earliest);
}

/** The phases of a plan with the times they get when the decision falls on that day. A phase that closes when it opens is none: it gets its minute. */
export function timedPhases(plan: Pick<ProcessPlan, 'phases'>, decisionDay: string): TimedPhase[] {
  return plan.phases.map((phase) => ({
    ...phase,
    opensAt: municipalInstant(decisionDay, phase.opens.day, phase.opens.time, 'earlier'),
    closesAt: phase.closes === null ? null : municipalInstant(decisionDay, phase.closes.day, phase.closes.time, 'later'),
  }));
}

/**
 * A plan without what somebody does not want of it.
 * @param leaveOut `bodies/<key>`, `phases/<key>`, `documents/<key>`, `fields/<key>`; what names nothing is passed over
 */
export function planWithout(plan: ProcessPlan, leaveOut: readonly string[]): ProcessPlan {
  const out = new Set(leaveOut);
  const stays = (kind: string) => ({ key }: { readonly key: string }): boolean => !out.has(`${kind}/${key}`);
  const bodies = plan.bodies.filter(stays('bodies'));
  const bodyKeys = new Set(bodies.map(({ key }) => key));
  const known = (key: string | null): string | null => (key !== null && bodyKeys.has(key) ? key : null);
  const documents = plan.documents.filter(stays('documents')).map((document) => ({ ...document, decidedBy: known(document.decidedBy), fields: document.fields.filter(stays('fields')) }));
  const fieldKeys = new Set(documents.flatMap(({ fields }) => fields.map(({ key }) => key)));
  // A workshop for a field that is not wanted is not wanted either.
  const phases = plan.phases.filter(stays('phases')).filter(({ field }) => field === null || fieldKeys.has(field)).map((phase) => ({ ...phase, body: known(phase.body) }));
  return { ...plan, bodies, documents, phases, decision: { ...plan.decision, body: known(plan.decision.body) } };
}
