import { councilPaper } from './council-paper.js';
import { implementationReport } from './implementation-report.js';
import { indicatorReport } from './indicator-report.js';
import { measureCatalogue } from './measure-catalogue.js';
import { participationReport } from './participation-report.js';
import type { ReportFacts, ReportKind, ReportSection } from './report-facts.js';
import { reportWords } from './words/report-words.js';
import type { ReportLanguage, ReportWords } from './words/report-words.js';

const builders: Readonly<Record<ReportKind, (facts: ReportFacts, words: ReportWords) => ReportSection[]>> = {
  implementation_report: implementationReport, indicator_report: indicatorReport, measure_catalogue: measureCatalogue, participation_report: participationReport, council_paper: councilPaper,
};

/** The sections of a report. The same facts always give the same words. @param language of the words that are made; what people wrote stays as it is */
export const reportOf = (kind: ReportKind, facts: ReportFacts, language: ReportLanguage): ReportSection[] => builders[kind](facts, reportWords(language, facts.ownWords));
