import { Inject, Injectable } from '@nestjs/common';
import { newId, ValidationError } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { phasePlanned, processCreated } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { tidyLine, titleProblems } from '../domain/dated-step.entity.js';
import { parsePartialDate } from '../domain/partial-date.policy.js';
import { planningProblem, throwProblems } from '../domain/planning.errors.js';
import type { PhaseFacts, PlanFacts, ProcessDocumentFacts, StoredStep } from '../domain/planning-process.entity.js';
import type { ProcessPlan } from '../domain/process-plan.js';
import { decisionDayOf, planWithout, timedPhases } from '../domain/process-plan.policy.js';
import type { PlanAnchor } from '../domain/process-plan.policy.js';
import { ProcessPlanRepository } from '../persistence/process-plan.repository.js';
import { ProcessRepository } from '../persistence/process.repository.js';
import { ProcessTemplateReader } from '../queries/process-template.reader.js';
import { AdvancePhaseCommand } from './advance-phase.command.js';
import { AssignProcessRoleCommand } from './assign-process-role.command.js';
import { ConceptBeginning } from './concept-beginning.js';

/** What a process begins from. */
export interface StartProcess extends PlanAnchor {
  /** Key of a template of the house, or the raw id of one of the municipality's own. */
  readonly templateKey: string;
  readonly title: string;
  /** See `planWithout`. */
  readonly leaveOut: readonly string[];
}

/** Ids given to the parts of a plan, by their keys. */
interface GivenIds {
  readonly bodies: ReadonlyMap<string, string>;
  readonly tracks: ReadonlyMap<string, string>;
  readonly editions: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, string>;
}

const idsFor = (items: readonly { readonly key: string }[]): Map<string, string> => new Map(items.map(({ key }) => [key, newId()]));
const given = (ids: ReadonlyMap<string, string>, key: string | null): string | null => (key === null ? null : ids.get(key) ?? null);

/** Begins a process from a template: bodies, tracks, phases with their times, documents, and what is to be written, with its fields of action. */
@Injectable()
export class StartProcessCommand {
  constructor(
    @Inject(ProcessTemplateReader) private readonly templates: ProcessTemplateReader,
    @Inject(ProcessRepository) private readonly processes: ProcessRepository,
    @Inject(ProcessPlanRepository) private readonly plans: ProcessPlanRepository,
    @Inject(AssignProcessRoleCommand) private readonly assignRole: AssignProcessRoleCommand,
    @Inject(ConceptBeginning) private readonly concepts: ConceptBeginning,
    @Inject(AdvancePhaseCommand) private readonly advance: AdvancePhaseCommand,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
  ) {}

  /**
   * @returns the process's id
   * @throws ApplicationError FORBIDDEN; ValidationError TEMPLATE_UNKNOWN, TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE, ANCHOR_REQUIRED, DAY_INVALID, MONTH_INVALID
   */
  async run(context: CommandContext, input: StartProcess): Promise<string> {
    const { actor } = context;
    const template = await this.templates.find(actor, input.templateKey);
    if (template === null) throw new ValidationError([planningProblem('TEMPLATE_UNKNOWN', ['templateKey'])]);
    const plan = planWithout(template.plan, input.leaveOut);
    const decisionDay = decisionDayOf(template.plan, input);
    const title = tidyLine(input.title);
    throwProblems([...titleProblems(title), ...(typeof decisionDay === 'string' ? [] : [decisionDay])]);
    return this.unitOfWork.run(context, (unit) => this.write(unit, { ...plan, title }, { decisionDay: decisionDay as string, templateKey: template.isOwn ? null : template.key, actor }));
  }

  private async write(unit: Unit<Transaction>, plan: ProcessPlan, { decisionDay, templateKey, actor }: { readonly decisionDay: string; readonly templateKey: string | null; readonly actor: Actor }): Promise<string> {
    const municipalityId = actor.municipalityId ?? '';
    const processId = newId();
    const bodies = idsFor(plan.bodies);
    const facts: PlanFacts = {
      templateKey, exampleName: plan.example?.name ?? null, isStanding: plan.isStanding, rhythm: plan.rhythm, history: plan.history,
      decisionTitle: plan.decision.title, decisionBodyId: given(bodies, plan.decision.body), decisionDay,
    };
    await this.processes.insert(unit.tx, {
      id: processId, municipalityId, title: plan.title, summary: plan.summary, isExample: false, sourceNote: plan.sourceNote, plan: facts,
      bodies: plan.bodies.map(({ key, ...body }) => ({ ...body, id: bodies.get(key) ?? newId(), parentName: null, since: null, basis: 'own', sourceUrl: null })),
    });
    unit.events.record(processCreated, { municipalityId, aggregateType: 'PlanningProcess', aggregateId: processId, editionId: null, payload: { processId } });
    // The office that begins it steers it; whoever else takes part is invited.
    await this.assignRole.assign(unit, { id: newId(), municipalityId, processId, subjectKind: 'organisation', subjectId: actor.organisationId ?? '', role: 'steering', sectionIds: [] });
    const begun = await this.concepts.begin(unit, { municipalityId, processId, plan, year: Number(decisionDay.slice(0, 4)), actor });
    const ids: GivenIds = { bodies, tracks: idsFor(plan.tracks), ...begun };
    const phases = phasesOf(plan, decisionDay, ids);
    await this.plans.insert(unit.tx, municipalityId, processId, {
      tracks: plan.tracks.map(({ key, name }) => ({ id: ids.tracks.get(key) ?? newId(), name })), phases, documents: documentsOf(plan, ids), steps: stepsOf(plan),
    });
    await this.begin(unit, { municipalityId, processId, phases });
    return processId;
  }

  /** Phases follow their times from now on; those whose time has come already are open with the process. */
  private async begin(unit: Unit<Transaction>, { municipalityId, processId, phases }: { readonly municipalityId: string; readonly processId: string; readonly phases: readonly PhaseFacts[] }): Promise<void> {
    for (const phase of phases) {
      unit.events.record(phasePlanned, { municipalityId, aggregateType: 'Phase', aggregateId: phase.id, editionId: null, payload: { phaseId: phase.id, processId } });
      await this.advance.settle(unit, phase.id);
      this.advance.schedule(unit, phase);
    }
  }
}

function phasesOf(plan: ProcessPlan, decisionDay: string, ids: GivenIds): PhaseFacts[] {
  return timedPhases(plan, decisionDay).map(({ kind, title, summary, isExclusive, rules, examples, opensAt, closesAt, track, body, field }) => {
    const section = given(ids.sections, field);
    return { id: newId(), kind, title, summary, isExclusive, rules, examples, opensAt, closesAt, trackId: given(ids.tracks, track), bodyId: given(ids.bodies, body), sectionIds: section === null ? [] : [section] };
  });
}

function stepsOf(plan: ProcessPlan): StoredStep[] {
  return plan.steps.flatMap(({ date, ...step }) => {
    const parsed = parsePartialDate(date);
    return parsed === null ? [] : [{ ...step, id: newId(), date: parsed, actors: [], basis: 'own', sourceUrl: null }];
  });
}

function documentsOf(plan: ProcessPlan, ids: GivenIds): ProcessDocumentFacts[] {
  return plan.documents.map(({ key, kind, title, note, decidedBy, isBinding, fields, examples }) => ({
    id: newId(), kind, title, note, isBinding, examples, fields: fields.map((field) => ({ ...field, sectionId: given(ids.sections, field.key) })), decidedById: given(ids.bodies, decidedBy), editionId: given(ids.editions, key),
  }));
}
