import type { Actor } from '@konzeptwerkstatt/kernel';
import type { ReportKind } from './report-facts.js';
import type { ReportLanguage } from './words/report-words.js';

/** How far a report is that somebody asked for. */
export const ASSEMBLY_STATES = ['waiting', 'assembling', 'ready', 'failed'] as const;
export type AssemblyState = (typeof ASSEMBLY_STATES)[number];

/** Why a report could not be assembled. `gone`: what it was to be made of is no longer there, or no longer hers to edit. */
export const ASSEMBLY_PROBLEMS = ['gone', 'assembling_failed'] as const;
export type AssemblyProblem = (typeof ASSEMBLY_PROBLEMS)[number];

/** A report that somebody asked for. */
export interface ReportAssembly {
  readonly id: string;
  readonly municipalityId: string;
  /** Of whose data it is made. */
  readonly editionId: string;
  readonly kind: ReportKind;
  readonly title: string;
  /** The year it stands for. */
  readonly year: number;
  /** Of the words that are made; what people wrote stays in theirs. */
  readonly language: ReportLanguage;
  readonly requestedBy: string;
  readonly actingOrganisationId: string | null;
  readonly state: AssemblyState;
  /** 0 to 100. */
  readonly progress: number;
  readonly attempts: number;
  readonly problem: AssemblyProblem | null;
  /** The edition that came of it; null unless it is ready. */
  readonly reportId: string | null;
}

/** So many times the same report is tried. */
export const MAX_ASSEMBLY_ATTEMPTS = 3;
/** So many unfinished ones one person may have. */
export const MAX_UNFINISHED_ASSEMBLIES = 3;

/** The person who asked, for asking her rights again and for whose words they are. */
export function assemblyActor({ requestedBy, actingOrganisationId, municipalityId }: ReportAssembly): Actor {
  return { kind: 'person', personId: requestedBy, guestId: null, organisationId: actingOrganisationId, gatheringId: null, municipalityId };
}
