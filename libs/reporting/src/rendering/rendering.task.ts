import type { ConceptDocument } from '@konzeptwerkstatt/document-model';

/** Bytes of a picture, as the text's file id names it. */
export interface TaskPicture {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly content: Uint8Array;
}

/** What a rendering thread is asked for. */
export interface RenderingTask {
  readonly format: 'pdf' | 'docx';
  readonly document: ConceptDocument;
  /** By file id; a picture of the document that is not among them is shown as missing. */
  readonly pictures: ReadonlyMap<string, TaskPicture>;
  /** Of the municipality, for the first page; null or left out: there is none. */
  readonly logo?: TaskPicture | null;
  readonly hasLineNumbers: boolean;
  /** A PDF of a page or two: without contents, and sections follow each other as they come. */
  readonly isShort?: boolean;
  /** Whether a Word document says of its words which block they are, so that corrections find back. */
  readonly hasMarks?: boolean;
  /** Milliseconds since 1970; stands in the file as the time it was made. */
  readonly madeAt: number;
}

/** The finished file, and what it could not show. */
export interface RenderingAnswer {
  readonly file: Uint8Array;
  /** Characters that no font of the product has; a mark stands in their place. */
  readonly unshownCharacters: readonly string[];
  /** Ids of the pictures that could not be read; a line stands in their place. */
  readonly brokenPictures: readonly string[];
}
