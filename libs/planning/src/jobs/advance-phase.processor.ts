import { Inject, Injectable } from '@nestjs/common';
import { advancePhaseJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { AdvancePhaseCommand } from '../commands/advance-phase.command.js';

type Data = { readonly phaseId: string; readonly at: string };

/** Opens or closes one phase at its time. */
@Injectable()
export class AdvancePhaseProcessor implements JobProcessor<Data> {
  readonly job = advancePhaseJob;

  constructor(@Inject(AdvancePhaseCommand) private readonly advance: AdvancePhaseCommand) {}

  process({ phaseId }: Data): Promise<void> {
    return this.advance.run(phaseId);
  }
}
