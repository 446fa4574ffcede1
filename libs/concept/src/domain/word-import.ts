import { WORD_PROBLEMS } from '../word/word-reading.js';
import type { CorrectionsReading } from '../word/word-corrections.js';
import type { WordReading } from '../word/word-reading.js';
import type { SectionKind } from './section-kind.js';

export const WORD_IMPORT_STATES = ['waiting', 'ready', 'applying', 'done', 'undone', 'failed'] as const;
export type WordImportState = (typeof WORD_IMPORT_STATES)[number];

/** Why an import ended: what is wrong with the file, or what happened while it was taken over. */
export const WORD_IMPORT_PROBLEMS = [...WORD_PROBLEMS, 'broke_off', 'edition_frozen', 'not_allowed', 'no_space'] as const;
export type WordImportProblem = (typeof WORD_IMPORT_PROBLEMS)[number];

/** What a document is for: to become sections, or to bring corrections of a text that went out. */
export const WORD_IMPORT_KINDS = ['sections', 'corrections'] as const;
export type WordImportKind = (typeof WORD_IMPORT_KINDS)[number];

/** What the person decided of one proposed section; those she leaves out are not named. */
export interface ChosenSection {
  /** Its place among the proposals of the level. */
  readonly index: number;
  readonly title: string;
  readonly kind: SectionKind;
}

/** How the document is to be taken over. */
export interface WordDecision {
  /** The heading level at which a section begins; 0: everything is one section. */
  readonly level: number;
  readonly sections: readonly ChosenSection[];
}

/** A section that came out of an import, and what it was then. */
export interface ImportedSection {
  readonly sectionId: string;
  readonly title: string;
  readonly kind: SectionKind;
  /** SHA-256 of its text right after the import, hexadecimal. */
  readonly fingerprint: string;
}

/** A Word document on its way into an edition. */
export interface WordImport {
  readonly id: string;
  readonly municipalityId: string;
  readonly editionId: string;
  readonly requestedBy: string;
  readonly actingOrganisationId: string | null;
  readonly kind: WordImportKind;
  readonly fileId: string;
  readonly fileName: string;
  readonly state: WordImportState;
  /** 0 to 100, while it is taken over. */
  readonly progress: number;
  readonly attempts: number;
  readonly problem: WordImportProblem | null;
  readonly reading: WordReading | null;
  /** What was read of a document with corrections; null for one that becomes sections. */
  readonly corrections: CorrectionsReading | null;
  readonly decision: WordDecision | null;
  readonly sections: readonly ImportedSection[];
}
