import { Inject, Injectable } from '@nestjs/common';
import { newId, ValidationError } from '@konzeptwerkstatt/kernel';
import { processTemplateKept } from '@konzeptwerkstatt/contracts';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { tidyLine, titleProblems } from '../domain/dated-step.entity.js';
import { throwProblems } from '../domain/planning.errors.js';
import { readProcessFile } from '../domain/process-file.policy.js';
import type { ProcessPlan } from '../domain/process-plan.js';
import { ProcessTemplateRepository } from '../persistence/process-template.repository.js';
import { ProcessPlanReader } from '../queries/process-plan.reader.js';
import { ProcessGate } from './process.gate.js';

/** Keeps a plan as one of the municipality's own templates: made of a process, or read from a file. */
@Injectable()
export class KeepTemplateCommand {
  constructor(
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(ProcessGate) private readonly gate: ProcessGate,
    @Inject(ProcessPlanReader) private readonly plans: ProcessPlanReader,
    @Inject(ProcessTemplateRepository) private readonly templates: ProcessTemplateRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
  ) {}

  /**
   * @returns the template's id
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE
   */
  async fromProcess(context: CommandContext, { processId, title }: { readonly processId: string; readonly title: string }): Promise<string> {
    const municipalityId = await this.gate.requireManage(context.actor, processId);
    await this.policy.require(context.actor, 'municipality.administer', { municipalityId });
    const tidy = tidyLine(title);
    throwProblems(titleProblems(tidy));
    const plan = await this.plans.find(context.actor, processId);
    if (plan === null) throw new Error(`Process ${processId} is gone between two looks`);
    return this.keep(context, municipalityId, { ...plan, title: tidy });
  }

  /**
   * @returns the template's id
   * @throws ApplicationError FORBIDDEN; ValidationError FILE_TOO_LARGE, FILE_UNREADABLE, FILE_TOO_NEW
   */
  async fromFile(context: CommandContext, { content }: { readonly content: string }): Promise<string> {
    const municipalityId = context.actor.municipalityId ?? '';
    await this.policy.require(context.actor, 'municipality.administer', { municipalityId });
    const read = readProcessFile(content);
    if ('problem' in read) throw new ValidationError([read.problem]);
    return this.keep(context, municipalityId, read.plan);
  }

  private keep(context: CommandContext, municipalityId: string, content: ProcessPlan): Promise<string> {
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const id = newId();
      await this.templates.insert(tx, { id, municipalityId, content });
      events.record(processTemplateKept, { municipalityId, aggregateType: 'ProcessTemplate', aggregateId: id, editionId: null, payload: { templateId: id } });
      return id;
    });
  }
}
