import * as Y from 'yjs';
import { appendBlocks, buildConceptDocument, documentWords, readText } from '@konzeptwerkstatt/document-model';
import type { BlockSpec, ConceptDocument } from '@konzeptwerkstatt/document-model';
import type { IndicatorSheet, SheetValue } from '@konzeptwerkstatt/monitoring';
import type { ReportFacts, ReportMeasure, ReportSection } from '@konzeptwerkstatt/reporting';

const FIELDS = 12;
const MEASURES = 12;
const INDICATORS = 4;
const [firstYear, lastYear] = [2012, 2026];
const sentence = 'Die Stadt hat mit den Vereinen zwei Kurse begonnen, die gut besucht waren, und die Räume dafür im Stadtteil gefunden. ';

function sheet(id: string): IndicatorSheet {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const value = (year: number, parts: SheetValue['parts'], shift: number): SheetValue => ({
    period: String(year), periodTo: `${year}-12-31`, parts, version: 1, value: (40 + shift + (year % 7)).toFixed(1), decimals: 1, isSuppressed: false, missingReason: null, qualifier: 'exact', status: 'final', note: null, disagreement: null,
  });
  return {
    id, name: `Erwerbsquote ${id}`, unit: 'percent', unitLabel: '%', decimals: 1, rhythm: 'yearly', direction: 'up', corridorLow: null, corridorHigh: null, baselineValue: 40, baselineYear: firstYear, targetValue: 55, targetYear: 2030, pathVersion: 1,
    definition: { version: 1, text: sentence, source: 'Eigene Erhebung' },
    values: years.flatMap((year) => [value(year, [], 0), value(year, [{ dimension: 'gender', value: 'Frauen' }], -2), value(year, [{ dimension: 'gender', value: 'Männer' }], 2)]),
    assessment: null, gaps: [], overdueSince: null,
  };
}

const measure = (sectionId: string, number: string): ReportMeasure => ({
  id: number, sectionId, leadOrganisationId: 'o', partnerIds: [], goalIds: [], status: 'running', isDiffering: false, reportedAt: new Date(0), periodFrom: '2025-01-01', periodTo: '2027-12-31', budgetAmount: '12500', number, title: `Sprachlotsen ${number}`, description: sentence.repeat(3),
  lead: 'Amt für Vielfalt', partners: [], period: '2025/2027', resources: null, fundingSource: 'Haushalt', fundingState: 'secured', fundingUntil: null, indicatorIds: [],
  reports: [{ organisation: 'Amt für Vielfalt', status: 'running', day: '2026-10-01', done: sentence.repeat(4), reached: '120', evidence: sentence, obstacles: sentence.repeat(2), nextStep: sentence, reason: null }],
});

/** What is known of a concept of twelve fields with 144 reported measures and 48 indicators of fifteen years. */
export function reportFacts(): ReportFacts {
  const fields = Array.from({ length: FIELDS }, (_, index) => String(index + 1));
  const idsOf = (field: string): string[] => Array.from({ length: INDICATORS }, (_, index) => `${field}.${index + 1}`);
  return {
    concept: { title: 'Integrationskonzept', year: 2026 }, municipality: 'Beispielstadt', ownWords: [], today: '2026-11-26', contributions: [],
    sections: fields.map((id) => ({ id, title: `Handlungsfeld ${id}` })),
    measures: fields.flatMap((field) => Array.from({ length: MEASURES }, (_, index) => measure(field, `M${field}.${index + 1}`))),
    goals: fields.map((field) => ({ id: `Z${field}`, sectionId: field, number: `Z${field}.1`, title: 'Teilhabe', indicatorIds: idsOf(field) })),
    indicators: new Map(fields.flatMap(idsOf).map((id) => [id, sheet(id)])),
  };
}

/** The report as the document that is rendered, with its charts as pictures of these ids. */
export function reportDocument(sections: readonly ReportSection[]): ConceptDocument {
  let charts = 0;
  const specs = ({ blocks }: ReportSection): BlockSpec[] => blocks.map((block) => (block.type === 'chart' ? { type: 'picture', fileId: chartId((charts += 1) - 1), alt: block.alt, caption: block.caption } : block));
  return buildConceptDocument({
    titlePage: { title: 'Umsetzungsbericht', year: 2026, municipality: 'Beispielstadt', state: 'Entwurf, Stand 26.11.2026', excerpt: null, notes: [] },
    sections: sections.map((section, index) => {
      const doc = new Y.Doc();
      appendBlocks(doc, specs(section));
      return { sectionId: String(index), number: String(index + 1), title: section.title, sourceNote: null, text: readText(doc) };
    }),
    nameOf: () => null, words: documentWords('de'), hasMeasureTable: false, only: null,
  });
}

/** Stands for the stored file of the n-th chart. */
export const chartId = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
