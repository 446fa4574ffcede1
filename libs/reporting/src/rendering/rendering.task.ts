import type { ConceptDocument } from '@konzeptwerkstatt/document-model';

/** What a rendering thread is asked for. */
export interface RenderingTask {
  readonly format: 'pdf' | 'docx';
  readonly document: ConceptDocument;
  /** Heading of the table of contents. */
  readonly contentsTitle: string;
  readonly hasLineNumbers: boolean;
  /** Milliseconds since 1970; stands in the file as the time it was made. */
  readonly madeAt: number;
}

/** The finished file, or the characters that no font of the product can show. */
export type RenderingAnswer = { readonly file: Uint8Array } | { readonly unknownCharacters: readonly string[] };
