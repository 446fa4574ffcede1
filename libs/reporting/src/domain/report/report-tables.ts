import type { BlockSpec } from '@konzeptwerkstatt/document-model';
import { paragraph } from './report-blocks.js';
import type { ReportWords } from './words/report-words.js';

/** The tables of one report, numbered through it. */
export class ReportTables {
  private count = 0;

  constructor(private readonly words: ReportWords) {}

  /** A table with its number and title above it. */
  next(title: string, header: readonly string[], rows: readonly (readonly string[])[]): BlockSpec[] {
    this.count += 1;
    return [paragraph(this.words.t('table', { number: this.count, title })), { type: 'table', header, rows }];
  }
}
