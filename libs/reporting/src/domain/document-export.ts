import { wholeWords } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';

export const EXPORT_FORMS = ['pdf', 'docx', 'xlsx', 'csv'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];

export const EXPORT_STATES = ['waiting', 'rendering', 'ready', 'failed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** Why a file could not be made. `gone`: no longer there, or no longer hers to read. */
export const EXPORT_PROBLEMS = ['gone', 'too_large', 'quota_exceeded', 'rendering_failed'] as const;
export type ExportProblem = (typeof EXPORT_PROBLEMS)[number];

/** A file that somebody asked for. */
export interface DocumentExport {
  readonly id: string;
  readonly municipalityId: string;
  readonly editionId: string;
  readonly sectionId: string | null;
  readonly organisationId: string | null;
  readonly form: ExportForm;
  readonly hasLineNumbers: boolean;
  readonly hasMeasureTable: boolean;
  /** Of PDF and DOCX: whether open contributions stand in it, as far as the person may see them. */
  readonly hasContributions: boolean;
  readonly requestedBy: string;
  readonly actingOrganisationId: string | null;
  readonly state: ExportState;
  /** 0 to 100. */
  readonly progress: number;
  readonly attempts: number;
  readonly problem: ExportProblem | null;
  /** Characters of the text that no font of the product has: a mark stands for them in the file; null for none. */
  readonly unshownCharacters: string | null;
  readonly fileId: string | null;
  readonly fileName: string | null;
  /** Pictures of the text that the file lacks, because they are not stored any more. */
  readonly missingPictureCount: number;
  readonly requestedAt: Date;
}

/** So many times the same export is tried; a document that ends its worker each time must not do so for ever. */
export const MAX_ATTEMPTS = 3;
/** So many unfinished exports one person may have. */
export const MAX_UNFINISHED = 5;
/** So many finished ones are kept for one person; with the next one she asks for, the oldest go. They take up her municipality's space. */
export const MAX_FINISHED = 20;
/** So many one person may ask for in an hour. */
export const MAX_PER_HOUR = 60;

/** The person who asked, for asking her rights again. */
export function actorOf({ requestedBy, actingOrganisationId, municipalityId }: DocumentExport): Actor {
  return { kind: 'person', personId: requestedBy, guestId: null, organisationId: actingOrganisationId, gatheringId: null, municipalityId };
}

/** What the file is called: words of the title without anything a file system might stumble over. @param rows what the rows of a table are called */
export function exportFileName(title: string, part: string | null, { form }: Pick<DocumentExport, 'form'>, rows = 'Maßnahmen'): string {
  const isTable = form === 'xlsx' || form === 'csv';
  const plainWords = (words: string, length: number): string => wholeWords(words.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, ''), length, '-');
  // A long title must not push out what tells two files apart, nor the name become longer than file systems take.
  const plain = [isTable ? plainWords(rows, 40) : '', plainWords(title, part === null ? 80 : 60), plainWords(part ?? '', 60)].filter((word) => word !== '').join('-');
  return `${plain || 'Konzept'}.${form}`;
}
