import { Inject, Injectable } from '@nestjs/common';
import { sweepPhasesJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { runEach } from '@konzeptwerkstatt/kernel';
import { acrossMunicipalities, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { AdvancePhaseCommand } from '../commands/advance-phase.command.js';
import { PhaseRepository } from '../persistence/phase.repository.js';

/** Most phases of one round; the next round comes in seconds. */
const ROUND = 200;

/** Opens and closes phases whose job was lost, came too early, or has not come yet. */
@Injectable()
export class SweepPhasesProcessor implements JobProcessor<Record<string, never>> {
  readonly job = sweepPhasesJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(PhaseRepository) private readonly phases: PhaseRepository,
    @Inject(AdvancePhaseCommand) private readonly advance: AdvancePhaseCommand,
  ) {}

  async process(_data: Record<string, never>, signal: AbortSignal): Promise<void> {
    const due = await acrossMunicipalities('phases open in every municipality', () => this.phases.findDue(this.database.client, ROUND));
    await runEach(due, signal, (phaseId) => this.advance.run(phaseId));
  }
}
