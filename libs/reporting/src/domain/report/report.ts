import { councilPaper } from './council-paper.js';
import { implementationReport } from './implementation-report.js';
import { measureCatalogue } from './measure-catalogue.js';
import { participationReport } from './participation-report.js';
import type { ReportFacts, ReportKind, ReportSection } from './report-facts.js';

const builders: Readonly<Record<ReportKind, (facts: ReportFacts) => ReportSection[]>> = {
  implementation_report: implementationReport, measure_catalogue: measureCatalogue, participation_report: participationReport, council_paper: councilPaper,
};

/** The sections of a report. The same facts always give the same words. */
export const reportOf = (kind: ReportKind, facts: ReportFacts): ReportSection[] => builders[kind](facts);
