import type { PartialDate } from '@konzeptwerkstatt/kernel';
import type { PhaseRule, PlannedField, ProcessExample } from './process-plan.js';

/** Where a statement comes from: the source of the demonstration, a public page, or the municipality itself. */
export type FactBasis = 'seed' | 'external' | 'own';

/** A body that takes part: officer, unit, council, committee, network, conference. */
export interface BodyFacts {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly parentName: string | null;
  readonly since: PartialDate | null;
  readonly note: string | null;
  readonly basis: FactBasis;
  readonly sourceUrl: string | null;
  /** How it was in the example the process follows. */
  readonly examples?: readonly ProcessExample[];
}

/** A dated step as it is stored. */
export interface StoredStep {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly date: PartialDate;
  readonly actors: readonly string[];
  readonly note: string | null;
  readonly basis: FactBasis;
  readonly sourceUrl: string | null;
}

/** A planning process as it begins. */
export interface ProcessFacts {
  readonly id: string;
  readonly municipalityId: string;
  readonly title: string;
  readonly summary: string;
  readonly isExample: boolean;
  readonly sourceNote: string | null;
  readonly plan?: PlanFacts;
  /** In the order in which they are shown. */
  readonly bodies: readonly BodyFacts[];
}

/** What a process knows of the plan it follows. */
export interface PlanFacts {
  readonly templateKey: string | null;
  readonly exampleName: string | null;
  readonly isStanding: boolean;
  readonly rhythm: 'yearly' | null;
  readonly decisionTitle: string;
  readonly decisionBodyId: string | null;
  /** `2027-06-30` */
  readonly decisionDay: string;
  readonly history: readonly ProcessExample[];
}

/** A phase as it is stored. */
export interface PhaseFacts {
  readonly id: string;
  readonly trackId: string | null;
  readonly bodyId: string | null;
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly sectionIds: readonly string[];
  readonly isExclusive: boolean;
  readonly rules: readonly PhaseRule[];
  readonly examples: readonly ProcessExample[];
  readonly opensAt: Date;
  readonly closesAt: Date | null;
}

/** A field of action of a document, with the section in which it is written. */
export type StoredField = PlannedField & { readonly sectionId: string | null };

/** A document that a process leads to or builds on. */
export interface ProcessDocumentFacts {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly note: string | null;
  readonly decidedById: string | null;
  readonly isBinding: boolean;
  readonly editionId: string | null;
  readonly fields: readonly StoredField[];
  readonly examples: readonly ProcessExample[];
}
