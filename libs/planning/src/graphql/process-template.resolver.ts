import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isUuid } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, Correlation, CurrentActor, decodeGlobalId, settle, rawId } from '@konzeptwerkstatt/platform-graphql';
import { KeepTemplateCommand } from '../commands/keep-template.command.js';
import { RemoveTemplateCommand } from '../commands/remove-template.command.js';
import { StartProcessCommand } from '../commands/start-process.command.js';
import { decisionDayOf, timedPhases } from '../domain/process-plan.policy.js';
import { writeProcessFile } from '../domain/process-file.policy.js';
import { ProcessPlanReader } from '../queries/process-plan.reader.js';
import { ProcessReader } from '../queries/process.reader.js';
import { ProcessTemplateReader } from '../queries/process-template.reader.js';
import { PlanningProcessType } from './planning-process.type.js';
import {
  ImportProcessTemplateInput, ImportProcessTemplatePayload, RemoveProcessTemplateInput, RemoveProcessTemplatePayload, SaveProcessAsTemplateInput, SaveProcessAsTemplatePayload, StartProcessInput,
  StartProcessPayload,
} from './process-template.input.js';
import { ProcessFileType, ProcessTemplateType } from './process-template.type.js';

/** Templates, and beginning a process from one. */
@Resolver()
export class ProcessTemplateResolver {
  constructor(
    @Inject(ProcessTemplateReader) private readonly templates: ProcessTemplateReader,
    @Inject(ProcessPlanReader) private readonly plans: ProcessPlanReader,
    @Inject(ProcessReader) private readonly processes: ProcessReader,
    @Inject(StartProcessCommand) private readonly start: StartProcessCommand,
    @Inject(KeepTemplateCommand) private readonly keep: KeepTemplateCommand,
    @Inject(RemoveTemplateCommand) private readonly remove: RemoveTemplateCommand,
  ) {}

  @Query(() => [ProcessTemplateType], { description: 'Templates that a process can begin from, those of the municipality first; for its administrators.' })
  async processTemplates(@CurrentActor() actor: Actor): Promise<ProcessTemplateType[]> {
    return (await this.templates.findAll(actor)).map((row) => ProcessTemplateType.of(row));
  }

  @Query(() => ProcessTemplateType, { nullable: true, description: 'A template, with the times its phases would have. Days that are none give no times.' })
  async processTemplate(
    @CurrentActor() actor: Actor, @Args('key', { type: () => String }) key: string,
    @Args('decisionDay', { type: () => String, nullable: true }) decisionDay: string | null, @Args('startMonth', { type: () => String, nullable: true }) startMonth: string | null,
  ): Promise<ProcessTemplateType | null> {
    const row = await this.templates.find(actor, key);
    if (row === null) return null;
    const day = decisionDayOf(row.plan, { decisionDay: decisionDay ?? null, startMonth: startMonth ?? null });
    return ProcessTemplateType.of(row, typeof day === 'string' ? { day, phases: timedPhases(row.plan, day) } : null);
  }

  @Query(() => ProcessFileType, { nullable: true, description: 'A process as a file that another installation can read: what is planned, without people, texts and ids. Null without the right to manage it.' })
  async processFile(@CurrentActor() actor: Actor, @Args('uuid', { type: () => String }) uuid: string): Promise<ProcessFileType | null> {
    const plan = isUuid(uuid) ? await this.plans.find(actor, uuid) : null;
    return plan === null ? null : { content: writeProcessFile(plan) };
  }

  @Mutation(() => StartProcessPayload, { description: 'Begins a process from a template.' })
  async startProcess(@Args('input', { type: () => StartProcessInput }) input: StartProcessInput, @CurrentActor() actor: Actor, @Correlation() correlation: string): Promise<StartProcessPayload> {
    const { templateKey, title, decisionDay, startMonth, leaveOut } = input;
    const { value, errors } = await settle(this.start.run(commandContext(actor, correlation, 'startProcess', input), { templateKey, title, decisionDay: decisionDay ?? null, startMonth: startMonth ?? null, leaveOut }));
    const row = value === null ? null : await this.processes.find(actor, value);
    return { process: row === null ? null : PlanningProcessType.of(row), errors };
  }

  @Mutation(() => SaveProcessAsTemplatePayload, { description: 'Keeps what a process plans as a template of the municipality.' })
  async saveProcessAsTemplate(
    @Args('input', { type: () => SaveProcessAsTemplateInput }) input: SaveProcessAsTemplateInput, @CurrentActor() actor: Actor, @Correlation() correlation: string,
  ): Promise<SaveProcessAsTemplatePayload> {
    const processId = decodeGlobalId(input.processId, 'PlanningProcess');
    const { value, errors } = await settle(this.keep.fromProcess(commandContext(actor, correlation, 'saveProcessAsTemplate', input), { processId, title: input.title }));
    return { template: await this.find(actor, value), errors };
  }

  @Mutation(() => ImportProcessTemplatePayload, { description: 'Keeps a planned process from a file as a template of the municipality.' })
  async importProcessTemplate(
    @Args('input', { type: () => ImportProcessTemplateInput }) input: ImportProcessTemplateInput, @CurrentActor() actor: Actor, @Correlation() correlation: string,
  ): Promise<ImportProcessTemplatePayload> {
    const { value, errors } = await settle(this.keep.fromFile(commandContext(actor, correlation, 'importProcessTemplate', input), { content: input.content }));
    return { template: await this.find(actor, value), errors };
  }

  @Mutation(() => RemoveProcessTemplatePayload, { description: 'Removes a template of the municipality; processes begun from it stay.' })
  async removeProcessTemplate(
    @Args('input', { type: () => RemoveProcessTemplateInput }) input: RemoveProcessTemplateInput, @CurrentActor() actor: Actor, @Correlation() correlation: string,
  ): Promise<RemoveProcessTemplatePayload> {
    const templateId = rawId(input.templateKey);
    const { value, errors } = await settle(this.remove.run(commandContext(actor, correlation, 'removeProcessTemplate', input), { templateId }));
    return { removedKey: value, errors };
  }

  private async find(actor: Actor, key: string | null): Promise<ProcessTemplateType | null> {
    const row = key === null ? null : await this.templates.find(actor, key);
    return row === null ? null : ProcessTemplateType.of(row);
  }
}
