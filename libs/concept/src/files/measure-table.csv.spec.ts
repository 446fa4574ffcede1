import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { csvColumns, harmlessText, measureCells } from './measure-table.csv.js';
import { DOCUMENT_LANGUAGES, documentWords, germanWords } from '@konzeptwerkstatt/document-model';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import type { MeasureRecord } from '../queries/measure.record.js';

const measure: MeasureRecord = {
  id: 'm', municipalityId: 'k', editionId: 'e', sectionId: 's', blockId: 'b', title: '=SUMME(A1)', description: '-10 % weniger', type: 'pilot', status: 'running',
  decisionState: 'draft', leadOrganisationId: 'o', targetGroups: ['children_youth'], period: '2025-Q1/..', periodFrom: '2025-01-01', periodTo: null, resources: null,
  budgetAmount: '-1250.50', budgetCurrency: 'EUR', fundingSource: '@Fonds', staffPositions: '0.75', priority: 'high', fundingState: 'subject_to_budget', fundingUntil: '2027-12-31', contact: '+49 381', district: '=Mitte', updatedAt: new Date('2026-01-02T10:00:00Z'), partnerIds: [], goalIds: [], indicatorIds: [],
};
const parties = [{ organisationId: 'o', part: 'lead', state: 'proposed' }, { organisationId: 'gone', part: 'partner', state: 'declined' }] as const;
const row = { measure, sectionTitle: 'Sprache', number: 'M1.1', nameOf: (id: string) => (id === 'o' ? '+Amt' : null), parties };
const cell = (table: 'german' | 'machine', column: string, language: DocumentLanguage = 'de'): string | undefined =>
  measureCells({ table, language }, row)[csvColumns({ table, language, ownWords: [] }).indexOf(column)];

describe('the measure table as CSV', () => {
  it('says who has not said yes', () => {
    expect([cell('german', 'Noch nicht zugesagt'), cell('machine', 'parties_proposed'), cell('german', 'Abgesagt')]).toEqual(["'+Amt", "'+Amt", '']);
  });

  it('has a cell for each column in both forms', () => {
    for (const table of ['german', 'machine'] as const) for (const language of DOCUMENT_LANGUAGES) {
      const columns = csvColumns({ table, language, ownWords: [] });
      expect(measureCells({ table, language }, row)).toHaveLength(columns.length);
      expect(new Set(columns).size).toBe(columns.length);
    }
  });

  it.each(DOCUMENT_LANGUAGES)('uses the words of the interface (%s)', (language) => {
    const words = JSON.parse(readFileSync(join(import.meta.dirname, `../../../web/concept/src/catalogue/${language}.json`), 'utf8')) as Record<string, string>;
    const own = documentWords(language);
    const inInterface = (list: string) => Object.fromEntries(Object.entries(words).filter(([key]) => key.startsWith(`concept.${list}.`)).map(([key, word]) => [key.split('.')[2], word]));
    expect(own.types).toEqual(inInterface('measureType'));
    expect(own.statuses).toEqual(inInterface('measureStatus'));
    expect(own.decisionStates).toEqual(inInterface('decisionState'));
    expect(own.targetGroups).toEqual(inInterface('targetGroup'));
    expect(own.priorities).toEqual(inInterface('priority'));
    expect(own.fundingStates).toEqual(inInterface('fundingState'));
    expect(own.goalKinds).toEqual(inInterface('goalKind'));
    expect(Object.keys(own.fields)).toEqual(Object.keys(germanWords.fields));
    expect(csvColumns({ table: 'german', language, ownWords: [] })).toEqual(expect.arrayContaining(['concept.measure.decisionState', 'concept.sectionKind.FIELD_OF_ACTION', 'concept.measure.one'].map((key) => words[key])));
  });

  it('never gives a spreadsheet a formula out of free text', () => {
    expect([cell('german', 'Maßnahme'), cell('german', 'Beschreibung'), cell('machine', 'funding_source'), cell('machine', 'lead')]).toEqual(["'=SUMME(A1)", "'-10 % weniger", "'@Fonds", "'+Amt"]);
    expect(harmlessText(' =1')).toBe("' =1");
    expect(harmlessText('a=1')).toBe('a=1');
  });

  it('leaves numbers alone, with a comma for people and a point for programs', () => {
    expect([cell('german', 'Betrag'), cell('machine', 'budget_amount'), cell('german', 'Stellen (VZÄ)')]).toEqual(['-1250,50', '-1250.50', '0,75']);
  });

  it('is in the words of the edition, with numbers as German spreadsheets take them', () => {
    expect([cell('german', 'Status', 'en'), cell('german', 'Period', 'en'), cell('german', 'Funded until', 'en'), cell('german', 'Amount', 'en')]).toEqual(['running', 'from quarter 1 of 2025', '31/12/2027', '-1250,50']);
    expect([cell('german', 'الحالة', 'ar'), cell('german', 'المدة', 'ar'), cell('german', 'ممول حتى', 'ar'), cell('german', 'لم تؤكَّد بعد', 'ar')]).toEqual(['جارٍ', 'من الربع 1 من 2025', '31/12/2027', "'+Amt"]);
    expect(csvColumns({ table: 'machine', language: 'ar', ownWords: [] })).toEqual(csvColumns({ table: 'machine', language: 'de', ownWords: [] }));
  });

  it('says dates, periods and keys in words for people', () => {
    expect([cell('german', 'Zeitraum'), cell('german', 'Beginn'), cell('german', 'Stand'), cell('machine', 'status')]).toEqual(['ab 1. Quartal 2025', '01.01.2025', 'läuft', 'running']);
    expect([germanWords.period('2025/2027'), germanWords.period('2025-03/2025-03')]).toEqual(['2025 bis 2027', 'März 2025']);
    const english = documentWords('en');
    expect([english.period('2025-Q1/..'), english.amount('1250.5'), english.posts('0.75'), english.day('2027-12-31')]).toEqual(['from quarter 1 of 2025', '€1,250.50', '0.75', '31/12/2027']);
    const arabic = documentWords('ar');
    expect([arabic.period('2025/2027'), arabic.posts('0.75'), arabic.day('2027-12-31').replaceAll(/[\u200e\u200f]/g, '')]).toEqual(['2025 إلى 2027', '0.75', '31/12/2027']);
  });
});
