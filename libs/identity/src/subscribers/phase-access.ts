import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { sendWakeUp } from '@konzeptwerkstatt/platform-outbox';
import { grantsOfPhase } from '../domain/phase-grant.policy.js';
import { GrantRepository } from '../persistence/grant.repository.js';
import { OpenPhaseRepository, type OpenPhase } from '../persistence/open-phase.repository.js';

/** Grants of a phase carry its id in their origin, and the subject's as the origin's id: one for each subject and scope. */
export const phaseOrigin = (phaseId: string): string => `planning.phase/${phaseId}`;

/** Writes into the table of grants what open phases give, and takes it away again. */
@Injectable()
export class PhaseAccess {
  constructor(
    @Inject(GrantRepository) private readonly grants: GrantRepository,
    @Inject(OpenPhaseRepository) private readonly phases: OpenPhaseRepository,
  ) {}

  /** A phase is open with these rules from now on. */
  async open(tx: Transaction, phase: OpenPhase): Promise<void> {
    await this.phases.save(tx, phase);
    await this.follow(tx, phase.municipalityId);
  }

  /** A phase is open no more. */
  async close(tx: Transaction, municipalityId: string, phaseId: string): Promise<void> {
    await this.phases.remove(tx, phaseId);
    await this.grants.endExcept(tx, phaseOrigin(phaseId), []);
    await sendWakeUp(tx, { kind: 'access', personId: null, municipalityId });
  }

  /** Brings the grants of all open phases of a municipality in line with who is there now: after roles, organisations or phases changed. */
  async follow(tx: Transaction, municipalityId: string): Promise<void> {
    const phases = await this.phases.lockAll(tx, municipalityId);
    for (const phase of phases) {
      const wanted = grantsOfPhase(phase, await this.phases.findSubjects(tx, phase));
      const originKind = phaseOrigin(phase.phaseId);
      await this.grants.endExcept(tx, originKind, wanted);
      for (const grant of wanted) await this.grants.insert(tx, { municipalityId, subjectKind: grant.subjectKind, subjectId: grant.subjectId, originKind, originId: grant.subjectId, validTo: phase.closesAt ?? null }, grant);
    }
    if (phases.length > 0) await sendWakeUp(tx, { kind: 'access', personId: null, municipalityId });
  }
}
