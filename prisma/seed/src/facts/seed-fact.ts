import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A doubt about a statement of the source. */
export interface FactFlag {
  readonly code: string;
  readonly severity: 'low' | 'medium' | 'high';
  readonly message: string;
}

/** One statistical statement of the source, as it stands in `prisma/data/seed-facts.json`. */
export interface SeedFact {
  readonly id: string;
  readonly regionKey: string;
  readonly regionLabel: string;
  readonly regionType: string;
  readonly ags: string | null;
  readonly indicatorKey: string;
  readonly indicatorLabel: string;
  readonly year: number | null;
  readonly periodStart: number;
  readonly periodEnd: number;
  /** Reference day, if the source gives one. */
  readonly asOf: string | null;
  readonly value: number | null;
  /** The value as the source prints it. */
  readonly valueText: string;
  readonly unit: string;
  readonly unitLabel: string;
  readonly qualifier: string;
  readonly disaggregation: Readonly<Record<string, string>>;
  readonly kind: string;
  readonly section: string;
  readonly source: string;
  readonly originalSource: string | null;
  /** Id of the statement that this one repeats. */
  readonly restates: string | null;
  readonly note: string | null;
  readonly publishable: boolean;
  readonly flags: readonly FactFlag[];
}

const dataFolder = join(import.meta.dirname, '..', '..', '..', 'data');

/** Reads a file of `prisma/data`. */
export function readData<Content>(fileName: string): Content {
  return JSON.parse(readFileSync(join(dataFolder, fileName), 'utf8')) as Content;
}

/** All 109 statements, whether they are to be loaded or not. */
export function readSeedFacts(): SeedFact[] {
  return readData<SeedFact[]>('seed-facts.json');
}
