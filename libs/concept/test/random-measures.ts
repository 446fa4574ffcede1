import fc from 'fast-check';
import { DECISION_STATES, FUNDING_STATES, MEASURE_STATUSES, MEASURE_TYPES, PRIORITIES, TARGET_GROUPS } from '@konzeptwerkstatt/document-model';
import type { MeasureRecord } from '../src/queries/measure.record.js';

/** Organisations that measures name. */
export const organisations = ['Amt für Vielfalt', 'Verein "Brücke", e. V.', '=cmd|A1'].map((name, index) => ({ id: `0195d2a0-0000-7000-8000-00000000000${index}`, name, shortName: null }));
const ids = organisations.map(({ id }) => id);
export const nameOf = (id: string): string | null => organisations.find((organisation) => organisation.id === id)?.name ?? null;
const text = fc.constantFrom(null, 'Räume und Zeit', '=SUMME(A1)', '+49 381', 'Zeile\nZeile', '<b>&amp;</b>', '@wort', "'ja'", 'مرحبا', '007', '1.5');
const orNull = <Value>(values: readonly Value[]) => fc.constantFrom<Value | null>(null, ...values);
const amounts = fc.constantFrom(null, '0.00', '1250.50', '999999999999.99', '12.30', '0.07');

/** Measures as people and attackers fill them in. */
export const measures: fc.Arbitrary<MeasureRecord> = fc.record({
  id: fc.uuid(), municipalityId: fc.constant('k'), editionId: fc.constant('e'), sectionId: fc.constant('s'), blockId: fc.uuid(), title: fc.constantFrom('Lotsen', '=HYPERLINK("x")', '12', 'Fest & Feier'),
  description: fc.constantFrom('', '-10 %'), type: orNull(MEASURE_TYPES), status: orNull(MEASURE_STATUSES), decisionState: fc.constantFrom(...DECISION_STATES), leadOrganisationId: orNull(ids),
  targetGroups: fc.subarray([...TARGET_GROUPS], { maxLength: 3 }), period: fc.constantFrom(null, '2025/2027', '2025-Q1/..', '2025-03/2025-03', '2026/2026'), periodFrom: fc.constant(null), periodTo: fc.constant(null),
  resources: text, budgetAmount: amounts, budgetCurrency: fc.constant('EUR'), fundingSource: text, staffPositions: fc.constantFrom(null, '0.50', '12.00'), priority: orNull(PRIORITIES),
  fundingState: orNull(FUNDING_STATES), contact: text, district: text, fundingUntil: fc.constantFrom(null, '2027-12-31', '2028-02-29'), updatedAt: fc.constant(new Date(0)), partnerIds: fc.subarray(ids.slice(0, 2)), goalIds: fc.constant([]), indicatorIds: fc.constant([]),
});
/** Measures of a table, each there once. */
export const tables = fc.uniqueArray(measures, { selector: ({ id }) => id, minLength: 1, maxLength: 8 });
