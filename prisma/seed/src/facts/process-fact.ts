import type { BeginProcess } from '@konzeptwerkstatt/planning';
import { decadeOf, parsePartialDate } from '@konzeptwerkstatt/planning';
import type { PartialDate } from '@konzeptwerkstatt/kernel';
import { readData } from './seed-fact.js';

interface Sourced {
  readonly basis: 'seed' | 'external';
  readonly url?: string;
  readonly note: string | null;
}

interface BodyFact extends Sourced {
  readonly label: string;
  readonly type: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly parent: string | null;
}

interface StepFact extends Sourced {
  readonly date: string;
  readonly datePrecision: string;
  readonly label: string;
  readonly type: string;
  readonly actors: readonly string[];
}

/** What `prisma/data/process-facts.json` says of one municipality, as far as it is loaded. */
export interface MunicipalityFacts {
  readonly key: string;
  readonly label: string;
  readonly ags: string;
  readonly bodies: readonly BodyFact[];
  readonly processSteps: readonly StepFact[];
  readonly fieldsOfAction: readonly { readonly order: number | string | null; readonly label: string; readonly document: string }[];
}

/** All six municipalities of the file. */
export function readMunicipalityFacts(): readonly MunicipalityFacts[] {
  return readData<{ readonly municipalities: readonly MunicipalityFacts[] }>('process-facts.json').municipalities;
}

/**
 * The date of a step with the exactness that the source gives it.
 * @throws Error when the text is no date, or less or more exact than the file says
 */
export function dateOfStep({ date, datePrecision }: Pick<StepFact, 'date' | 'datePrecision'>): PartialDate {
  const parsed = parsePartialDate(date);
  const partial = parsed !== null && datePrecision === 'decade' ? decadeOf(parsed) : parsed;
  if (partial?.precision !== datePrecision) throw new Error(`Date ${date} is not of precision ${datePrecision}`);
  return partial;
}

/** Since when a body has worked; words instead of a date ("frühe 2000er") become part of its note. */
function sinceOf({ since, until, note }: BodyFact): { readonly since: PartialDate | null; readonly note: string | null } {
  if (since === null) return { since: null, note };
  const parsed = parsePartialDate(until === null ? since : `${since}/${until}`);
  return parsed === null ? { since: null, note: note === null ? since : `${since}; ${note}` } : { since: parsed, note };
}

/** Bodies and steps of a municipality in the shape that begins a process. @throws Error for an unknown municipality */
export function processFactsOf(key: string): Pick<BeginProcess, 'bodies' | 'steps'> {
  const facts = readMunicipalityFacts().find((municipality) => municipality.key === key);
  if (facts === undefined) throw new Error(`No process facts of ${key}`);
  return {
    bodies: facts.bodies.map((body) => ({ kind: body.type, name: body.label, parentName: body.parent, ...sinceOf(body), basis: body.basis, sourceUrl: body.url ?? null })),
    steps: facts.processSteps.map((step) => ({ kind: step.type, title: step.label, date: dateOfStep(step), actors: step.actors, note: step.note, basis: step.basis, sourceUrl: step.url ?? null })),
  };
}
