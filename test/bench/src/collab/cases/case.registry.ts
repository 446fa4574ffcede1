import type { BenchCase } from './bench-case.js';
import { crowdedDocument } from './crowded-document.case.js';
import { manyDocuments } from './many-documents.case.js';

/** In the order of the report. */
export const cases: readonly BenchCase[] = [crowdedDocument, manyDocuments];
