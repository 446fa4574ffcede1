import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import type { SectionKind } from './section-kind.js';

/** Where a section stands, with all that rights and rules ask of it. */
export interface SectionPlace {
  readonly sectionId: string;
  readonly municipalityId: string;
  readonly editionId: string;
  readonly processId: string | null;
  readonly documentId: string;
  readonly kind: SectionKind;
  readonly title: string;
  /** 1-based. */
  readonly position: number;
  readonly isPublished: boolean;
  /** The edition is adopted. */
  readonly isFrozen: boolean;
  /** In which the edition is written. */
  readonly language: DocumentLanguage;
}

/** An edition, with all that rights and rules ask of it. */
export interface EditionPlace {
  readonly editionId: string;
  readonly municipalityId: string;
  readonly processId: string | null;
  readonly isPublished: boolean;
  readonly isFrozen: boolean;
}
