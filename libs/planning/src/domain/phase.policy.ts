import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { planningProblem } from './planning.errors.js';

/** As much of a phase as decides whether it fits beside others. */
export interface PhaseTimes {
  readonly id: string;
  readonly trackId: string | null;
  readonly isExclusive: boolean;
  readonly opensAt: Date;
  /** Null: it stays open. */
  readonly closesAt: Date | null;
}

export type PhaseStateName = 'planned' | 'open' | 'closed';

/** What a phase is at a moment: open from the instant it opens, closed from the instant it closes. */
export function phaseStateAt({ opensAt, closesAt }: Pick<PhaseTimes, 'opensAt' | 'closesAt'>, now: Date): PhaseStateName {
  if (closesAt !== null && closesAt <= now) return 'closed';
  return opensAt <= now ? 'open' : 'planned';
}

function overlap(a: PhaseTimes, b: PhaseTimes): boolean {
  return (b.closesAt === null || a.opensAt < b.closesAt) && (a.closesAt === null || b.opensAt < a.closesAt);
}

/** Two exclusive phases stand in each other's way on one track; one without a track stands in the way of all. */
function isRival(a: PhaseTimes, b: PhaseTimes): boolean {
  return a.id !== b.id && a.isExclusive && b.isExclusive && (a.trackId === null || b.trackId === null || a.trackId === b.trackId);
}

/** What is wrong with a phase's times, by itself and beside the others of its process. */
export function phaseTimeProblems(phase: PhaseTimes, others: readonly PhaseTimes[]): UserErrorDetail[] {
  if (phase.closesAt !== null && phase.closesAt <= phase.opensAt) return [planningProblem('CLOSES_BEFORE_OPENING', ['closesAt'])];
  return others.some((other) => isRival(phase, other) && overlap(phase, other)) ? [planningProblem('PHASES_OVERLAP', ['opensAt'])] : [];
}
