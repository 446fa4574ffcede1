import { describe, expect, it } from '@jest/globals';
import { indicatorSheet, sheetValue } from '../../../test/indicator-sheet.js';
import type { ReportChart, ReportFacts, ReportSection } from './report-facts.js';
import { reportOf } from './report.js';
import type { ReportLanguage } from './words/report-words.js';

const employed = indicatorSheet('beschäftigt', [sheetValue(2020, '48.0'), sheetValue(2022, null, { isSuppressed: true }), sheetValue(2024, '51.5', { version: 2, status: 'provisional', note: 'Neue Erhebung' })], {
  definition: { version: 2, text: 'Beschäftigte durch alle', source: 'Amt für Statistik' }, baselineValue: 48, baselineYear: 2020, targetValue: 60, targetYear: 2030, pathVersion: 1,
  assessment: { judgement: 'behind', latest: { year: 2024, value: 51.5 }, expected: 52.8, previous: null }, overdueSince: '2026-07-01',
});
const groups = [{ dimension: 'group', value: 'Frauen' }, { dimension: 'group', value: 'Männer' }] as const;
const grouped = indicatorSheet('abstand', groups.map((part, index) => sheetValue(2023, index === 0 ? '40.0' : '52.0', { parts: [part] })), { direction: 'reduce_gap', gaps: [{ version: 1, periodFrom: '2023-01-01', periodTo: '2023-12-31', value: 12, higher: 'Männer', lower: 'Frauen' }] });
const share = indicatorSheet('anteil', [sheetValue(2021, '37.1', { disagreement: { computed: '36.9', numerator: '60082', denominator: '162790' } })], { direction: 'neutral' });
const facts = (more: Partial<ReportFacts> = {}): ReportFacts => ({
  concept: { title: 'Vielfaltskonzept', year: 2026 }, municipality: 'Beispielstadt', ownWords: [], today: '2026-11-26', sections: [{ id: 'arbeit', title: 'Arbeit' }], measures: [], contributions: [],
  goals: [{ id: 'Z1', sectionId: 'arbeit', number: 'Z1', title: 'Mehr Arbeit', indicatorIds: ['beschäftigt', 'leer', 'abstand'] }, { id: 'Z2', sectionId: 'arbeit', number: 'Z2', title: 'Auch das', indicatorIds: ['beschäftigt', 'anteil', 'gelöscht'] }],
  indicators: new Map([employed, grouped, share, indicatorSheet('leer', [])].map((sheet) => [sheet.id, sheet])), ...more,
});

const chartsOf = (sections: readonly ReportSection[]): ReportChart[] => sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'chart' ? [block] : [])));
function textOf(language: ReportLanguage, more: Partial<ReportFacts> = {}): string {
  return reportOf('indicator_report', facts(more), language).map(({ title, blocks }) => [`# ${title}`, ...blocks.map((block) => {
    if (block.type === 'chart') return `[${block.caption}]`;
    if ('rows' in block) return [block.header ?? [], ...block.rows].map((row) => row.join(' | ')).join('\n');
    return 'text' in block ? String(block.text) : '';
  })].join('\n')).join('\n').replaceAll('\u00a0', ' ');
}

describe('an indicator report', () => {
  it('has every indicator at a glance, with how it stands', () => {
    const text = textOf('de');
    expect(text).toContain('Das Konzept hat 4 Indikatoren. 3 davon haben Werte.\nTabelle 1: Indikatoren und wie es steht\nIndikator | Letzter Wert | Wie es steht | Ziel');
    expect(text).toContain('Quote beschäftigt | 51,5 % (2024) | hinter dem Weg zum Ziel | 60,0 % bis 2030');
    expect(text).toContain('Quote abstand | Zwischen „Männer“ (höher) und „Frauen“ lagen 2023 12,0 Prozentpunkte. | – | –');
    expect(text).toContain('Quote leer | noch keine Werte | – | –');
  });

  it('shows each goal with its indicators: sentences, chart, numbered table; one that two goals name stands there once', () => {
    const text = textOf('de');
    expect(text).toContain('# Arbeit\nZ1 Mehr Arbeit\nQuote abstand\n');
    expect(text).toContain('Zuletzt: 51,5 % (2024). Auf dem geraden Weg zum Ziel wären es 2024 52,8 % gewesen; der Wert ist noch nicht so weit. Zwischendurch wurde die Zählweise geändert');
    expect(text).toContain('Von 48,0 % (2020) auf 60,0 % bis 2030. Ausgangswert und Ziel wurden für eine frühere Zählweise festgelegt.\nWas gezählt wird: Beschäftigte durch alle\nQuelle: Amt für Statistik\n[Abbildung 2: Quote beschäftigt (%)]\nTabelle 3: Werte zu „Quote beschäftigt“');
    expect(text).toContain('Z2 Auch das\nQuote anteil\n');
    expect(text).toContain('Quote beschäftigt\nDie Angaben dazu stehen schon weiter oben.');
    expect(text).toContain('Quote leer\nHierzu gibt es noch keine Werte.');
  });

  it('says beside a value what to mind, and never shows what is withheld', () => {
    const text = textOf('de');
    expect(text).toContain('2024 | alle | 51,5 % | vorläufig Neue Erhebung');
    expect(text).toContain('2022 | alle | nicht gezeigt | So wenige Menschen, dass einzelne erkennbar wären, oder daraus zu errechnen. Gezählt nach Fassung 1 der Beschreibung.');
    expect(text).toContain('2021 | alle | 37,1 % | Aus den Zahlen ergibt sich 36,9 % (60.082 von 162.790), angegeben sind 37,1 %.');
  });

  it('does not speak of groups where there are none', () => {
    const reason = indicatorSheet('offen', [sheetValue(2024, null, { missingReason: 'Wird neu gezählt.' })]);
    const text = textOf('de', { goals: [{ id: 'Z1', sectionId: 'arbeit', number: 'Z1', title: 'Ziel', indicatorIds: ['offen'] }], indicators: new Map([['offen', reason]]) });
    expect(text).toContain('Quote offen\nTabelle 2: Werte zu „Quote offen“');
    expect(text).toContain('2024 | alle | kein Wert | Wird neu gezählt.');
  });

  it('lists what is missing or overdue, and says so when nothing is', () => {
    expect(textOf('de')).toContain('# Ohne Werte oder überfällig\nQuote beschäftigt (neuer Wert fällig seit 01.07.2026)\nQuote leer (noch keine Werte)');
    expect(textOf('de', { indicators: new Map([[share.id, share]]) })).toContain('Überall gibt es Werte, und nichts ist überfällig.');
    expect(textOf('de', { goals: [], indicators: new Map() })).toContain('In diesem Konzept ist noch nichts benannt, woran man den Erfolg misst.');
  });

  it('tells in words what each chart shows, and what is missing when it cannot be drawn', () => {
    const charts = chartsOf(reportOf('indicator_report', facts(), 'de'));
    expect(charts.map(({ name }) => name)).toEqual(['Quote abstand', 'Quote beschäftigt']);
    expect(charts[1]?.alt).toContain('Zuletzt: 51,5');
    expect(charts[1]?.missing).toBe('Das Diagramm zu „Quote beschäftigt“ konnte nicht gezeichnet werden. Die Werte stehen in der Tabelle darunter.');
  });

  it('is written in the language that was chosen, with its numbers and Gregorian dates; what people wrote stays', () => {
    const english = textOf('en');
    expect(english).toContain('Assembled on 26/11/2026');
    expect(english).toContain('2021 | all | 37.1% | The counts give 36.9% (60,082 of 162,790); stated is 37.1%.');
    expect(english).toContain('provisional Neue Erhebung');
    const arabic = textOf('ar');
    expect(arabic).toMatch(/26[\u200f]?\/11[\u200f]?\/2026/);
    expect(arabic).toContain('الجدول 1: المؤشرات ووضعها');
    expect(`${english}${arabic}`).not.toMatch(/Tabelle|Zuletzt|Abbildung/);
  });
});

describe('an implementation report', () => {
  it('shows the indicators of the goals of each field, with chart and values', () => {
    const measure = { id: 'm', sectionId: 'arbeit', leadOrganisationId: null, partnerIds: [], goalIds: [], status: null, reportedAt: null, isDiffering: false, periodFrom: null, periodTo: null, budgetAmount: null, number: '1', title: 'M', description: '', lead: null, partners: [], period: null, resources: null, fundingSource: null, fundingState: null, fundingUntil: null, reports: [], indicatorIds: [] };
    const sections = reportOf('implementation_report', facts({ measures: [measure] }), 'de');
    expect(chartsOf(sections).map(({ caption }) => caption)).toEqual(['Abbildung 1: Quote abstand (%)', 'Abbildung 2: Quote beschäftigt (%)']);
  });
});
