import { Inject, Injectable } from '@nestjs/common';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import { processTemplateRemoved } from '@konzeptwerkstatt/contracts';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { planningProblem } from '../domain/planning.errors.js';
import { ProcessTemplateRepository } from '../persistence/process-template.repository.js';

/** Removes one of the municipality's own templates; processes begun from it stay. */
@Injectable()
export class RemoveTemplateCommand {
  constructor(
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(ProcessTemplateRepository) private readonly templates: ProcessTemplateRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
  ) {}

  /** @returns the template's id. @throws ApplicationError FORBIDDEN; ValidationError TEMPLATE_UNKNOWN */
  async run(context: CommandContext, { templateId }: { readonly templateId: string }): Promise<string> {
    const municipalityId = context.actor.municipalityId ?? '';
    await this.policy.require(context.actor, 'municipality.administer', { municipalityId });
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      if (!(await this.templates.remove(tx, municipalityId, templateId))) throw new ValidationError([planningProblem('TEMPLATE_UNKNOWN', ['templateKey'])]);
      events.record(processTemplateRemoved, { municipalityId, aggregateType: 'ProcessTemplate', aggregateId: templateId, editionId: null, payload: { templateId } });
      return templateId;
    });
  }
}
