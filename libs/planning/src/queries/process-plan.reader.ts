import { Inject, Injectable } from '@nestjs/common';
import { municipalClock } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Body, DatedStep, Phase, PlanningProcess, ProcessDocument, ProcessTrack } from '@konzeptwerkstatt/platform-database';
import { daysBetween } from '../domain/municipal-time.policy.js';
import { formatPartialDate } from '../domain/partial-date.policy.js';
import { BEGUN_INSTRUMENTS, BODY_KINDS, processPlanSchema, PROCESS_FORMAT, PROCESS_FORMAT_VERSION } from '../domain/process-plan.js';
import type { ProcessPlan } from '../domain/process-plan.js';
import type { StoredField } from '../domain/planning-process.entity.js';
import { houseTemplates } from './process-template.reader.js';
import { ProcessReader } from './process.reader.js';

/** What stands in the tables of one process. */
interface StoredProcess {
  readonly process: PlanningProcess;
  readonly tracks: readonly ProcessTrack[];
  readonly bodies: readonly Body[];
  readonly phases: readonly Phase[];
  readonly documents: readonly ProcessDocument[];
  readonly steps: readonly DatedStep[];
}

type Keys = (id: string | null) => string | null;

/** Keys instead of ids: a plan that leaves the house names none. */
function keysOf(kind: string, rows: readonly { readonly id: string }[]): Keys {
  const keys = new Map(rows.map(({ id }, index) => [id, `${kind}_${index + 1}`]));
  return (id) => (id === null ? null : keys.get(id) ?? null);
}

/** A key that is there, for rows that are in their own list. */
const own = (keys: Keys, id: string): string => keys(id) ?? '';

/** Makes a plan out of a process as it stands: what was planned and what was changed since, without people, texts and ids. */
@Injectable()
export class ProcessPlanReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(ProcessReader) private readonly processes: ProcessReader,
  ) {}

  /** @returns the plan; null when the process does not exist for the actor or she may not manage it */
  async find(actor: Actor | null, processId: string): Promise<ProcessPlan | null> {
    const process = await this.processes.find(actor, processId);
    if (process === null || !(await this.processes.mayManage(actor, process))) return null;
    const { municipalityId } = process;
    const where = { municipalityId, processId };
    const [tracks, bodies, phases, documents, steps] = await Promise.all([
      this.database.client.processTrack.findMany({ where, orderBy: { position: 'asc' } }),
      this.processes.findBodies(municipalityId, [processId]),
      this.processes.findPhases(municipalityId, [processId]),
      this.processes.findDocuments(municipalityId, [processId]),
      this.database.client.datedStep.findMany({ where: { ...where, basis: 'own' }, orderBy: { position: 'asc' } }),
    ]);
    return planOf({ process, tracks, bodies, phases, documents, steps });
  }
}

/** Day 0: the planned decision; without one the first phase, without any the process's own beginning. */
function dayZero({ process, phases }: StoredProcess): string {
  if (process.decisionDay !== null) return process.decisionDay.toISOString().slice(0, 10);
  return municipalClock(phases[0]?.opensAt ?? process.createdAt).day;
}

function planOf(stored: StoredProcess): ProcessPlan {
  const { process, tracks, bodies, phases, documents, steps } = stored;
  const zero = dayZero(stored);
  const [trackKey, bodyKey] = [keysOf('track', tracks), keysOf('body', bodies)];
  const offset = (instant: Date): { day: number; time: string } => {
    const { day, time } = municipalClock(instant);
    return { day: daysBetween(zero, day), time };
  };
  const fieldOfSection = new Map<string, string>();
  const plannedDocuments = documents.map((document, index) => ({
    key: `document_${index + 1}`, kind: document.kind, title: document.title, note: document.note, decidedBy: bodyKey(document.decidedById), isBinding: document.isBinding,
    begins: document.editionId === null ? null : BEGUN_INSTRUMENTS.find((kind) => kind === document.kind) ?? 'concept',
    fields: (document.fields as unknown as StoredField[]).map(({ sectionId, kind, title, isPriority }, field) => {
      const key = `field_${index + 1}_${field + 1}`;
      if (sectionId !== null) fieldOfSection.set(sectionId, key);
      return { key, kind, title, isPriority };
    }),
    examples: document.examples,
  }));
  // Read back through the schema: what leaves is what may come in.
  return processPlanSchema.parse({
    format: PROCESS_FORMAT, version: PROCESS_FORMAT_VERSION, title: process.title, summary: process.summary, suits: '',
    kind: houseTemplates().find(({ key }) => key === process.templateKey)?.plan.kind ?? 'city',
    example: process.exampleName === null ? null : { key: 'example', name: process.exampleName }, sourceNote: process.sourceNote,
    decision: { title: process.decisionTitle ?? process.title, body: bodyKey(process.decisionBodyId) }, isStanding: process.isStanding, rhythm: process.rhythm,
    tracks: tracks.map(({ id, name }) => ({ key: own(trackKey, id), name })),
    bodies: bodies.map(({ id, kind, name, note, examples }) => ({ key: own(bodyKey, id), kind: BODY_KINDS.find((known) => known === kind) ?? 'other', name, note, examples })),
    phases: phases.map((phase, index) => ({
      key: `phase_${index + 1}`, kind: phase.kind, title: phase.title, summary: phase.summary, track: trackKey(phase.trackId), body: bodyKey(phase.bodyId),
      field: fieldOfSection.get(phase.sectionIds[0] ?? '') ?? null, isExclusive: phase.isExclusive, opens: offset(phase.opensAt), closes: phase.closesAt === null ? null : offset(phase.closesAt),
      rules: phase.rules, examples: phase.examples,
    })),
    documents: plannedDocuments,
    steps: steps.map(({ kind, title, note, dateFrom, dateTo, datePrecision }) => ({ kind, title, note, date: formatPartialDate({ from: isoDay(dateFrom), to: isoDay(dateTo), precision: datePrecision }) })),
    history: process.history,
  });
}

const isoDay = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
