import { describe, expect, it } from '@jest/globals';
import { ownWordsOf } from '@konzeptwerkstatt/kernel';
import { indicatorSheet, sheetValue } from '../../../test/indicator-sheet.js';
import type { ReportBlock, ReportContribution, ReportFacts, ReportMeasure, ReportSection } from './report-facts.js';
import { REPORT_KINDS } from './report-facts.js';
import { reportOf } from './report.js';

const measure = (number: string, more: Partial<ReportMeasure> = {}): ReportMeasure => ({
  id: number, sectionId: 'sprache', leadOrganisationId: null, partnerIds: [], goalIds: [], status: null, reportedAt: null, isDiffering: false, periodFrom: null, periodTo: null, budgetAmount: null, number, title: `Maßnahme ${number}`, description: '', lead: null,
  partners: [], period: null, resources: null, fundingSource: null, fundingState: null, fundingUntil: null, reports: [], indicatorIds: [], ...more,
});
const contribution = (text: string, more: Partial<ReportContribution> = {}): ReportContribution => ({ sectionId: 'sprache', about: null, title: null, text, replacement: null, language: 'de', organisation: null, verdict: null, reasons: '', ...more });
const facts = (more: Partial<ReportFacts> = {}): ReportFacts => ({
  concept: { title: 'Vielfaltskonzept', year: 2026 }, municipality: 'Beispielstadt', ownWords: [], today: '2026-11-26', sections: [{ id: 'sprache', title: 'Sprache' }, { id: 'wohnen', title: 'Wohnen' }], measures: [], goals: [], indicators: new Map(), contributions: [], ...more,
});
const told = measure('1.1', {
  lead: 'Amt für Jugend', status: 'paused', reportedAt: new Date(0), period: '2024/2025', periodFrom: '2024-01-01', periodTo: '2025-12-31', budgetAmount: '1250.5',
  reports: [{ organisation: 'Amt für Jugend', status: 'paused', day: '2026-10-01', done: 'Zwei Kurse', reached: '30.5', evidence: null, obstacles: 'Kein Raum', nextStep: ' ', reason: 'Umbau' }],
});

const wordsOf = (block: ReportBlock): string => {
  if ('rows' in block) return [...(block.header ? [block.header] : []), ...block.rows].map((row) => row.join(' | ')).join('\n');
  return 'text' in block && typeof block.text === 'string' ? block.text : '';
};
const textOf = (sections: readonly ReportSection[]): string => sections.map(({ title, blocks }) => [`# ${title}`, ...blocks.map(wordsOf)].join('\n')).join('\n').replaceAll('\u00a0', ' ');

describe('an implementation report', () => {
  it('says what was reported, what is late, and what no report says', () => {
    const text = textOf(reportOf('implementation_report', facts({ measures: [told, measure('1.2'), measure('2.1', { sectionId: 'wohnen', status: 'done' })] }), 'de'));
    expect(text).toContain('Zusammengestellt am 26.11.2026 aus den Angaben zu „Vielfaltskonzept“ (2026), Beispielstadt.');
    expect(text).toContain('Das Konzept hat 3 Maßnahmen. Zu 1 davon liegt ein Bericht vor, 1 ist überfällig. 1 Maßnahme nennt Kosten, zusammen 1.250,50 €.');
    expect(text).toContain('Stand | Maßnahmen | Anteil\nabgeschlossen | 1 | 33 %\nruht | 1 | 33 %\nohne Angabe | 1 | 33 %\ninsgesamt | 3 | 100 %');
    expect(text).toContain('1.1 Maßnahme 1.1 | ruht, überfällig | Amt für Jugend | 2024 bis 2025');
    expect(text).toContain('Geschehen: Zwei Kurse\nErreichte Menschen: 30,5\nHindernisse: Kein Raum\nGrund: Umbau\nBericht von Amt für Jugend vom 01.10.2026: ruht.');
    expect(text).toContain('Überfällig\n1.1 Maßnahme 1.1 (Amt für Jugend, 2024 bis 2025)\nOhne Bericht\n1.2 Maßnahme 1.2 (ohne Federführung)\n2.1 Maßnahme 2.1 (ohne Federführung)');
    expect(text).toContain('# Wohnen');
  });

  it('has what everybody reported of a measure who is part of it', () => {
    const partner = { organisation: 'Verein A', status: 'running', day: '2026-09-01', done: 'Ein Fest', reached: null, evidence: null, obstacles: null, nextStep: null, reason: null } as const;
    const text = textOf(reportOf('implementation_report', facts({ measures: [{ ...told, reports: [...told.reports, partner] }] }), 'de'));
    expect(text).toContain('Bericht von Amt für Jugend vom 01.10.2026: ruht.\nGeschehen: Ein Fest\nBericht von Verein A vom 01.09.2026: läuft.');
  });

  it('says so when nothing is open', () => {
    const text = textOf(reportOf('implementation_report', facts({ measures: [{ ...told, periodTo: null }] }), 'de'));
    expect(text).toContain('Überfällig\nNichts ist überfällig.\nOhne Bericht\nZu allem liegt ein Bericht vor.');
  });
});

describe('a catalogue of measures', () => {
  it('has a sheet for each measure, with what is known of it and nothing else', () => {
    const text = textOf(reportOf('measure_catalogue', facts({ measures: [measure('1.1', { description: 'Erster Absatz\n\nZweiter', partners: ['Verein A', 'Verein B'], fundingState: 'subject_to_budget', fundingUntil: '2027-12-31', status: 'running' }), measure('2.1', { sectionId: 'wohnen', title: '' })] }), 'de'));
    expect(text).toContain('1.1 Maßnahme 1.1\nErster Absatz\nZweiter\nTabelle 2: 1.1 Maßnahme 1.1\nAngabe | Inhalt\nBeteiligte | Verein A, Verein B\nStand | läuft\nHaushalt | vorbehaltlich Haushalt\nFinanziert bis | 31.12.2027\n');
    expect(text.endsWith('2.1 Maßnahme ohne Titel')).toBe(true);
    expect(text).toContain('Handlungsfeld | Maßnahmen\nSprache | 1\nWohnen | 1\ninsgesamt | 2');
  });
});

describe('a report on participation', () => {
  it('sets what was said beside what became of it, by field; what is not answered says so', () => {
    const text = textOf(reportOf('participation_report', facts({ contributions: [
      contribution('Mehr Kurse', { title: 'Kurse', organisation: 'Verein A', verdict: 'partly', reasons: 'Es fehlt Geld.' }), contribution('Danke', { organisation: 'Verein A' }), contribution('Zu allem', { sectionId: null, verdict: 'noted' }),
    ] }), 'de'));
    expect(text).toContain('Es gibt 3 Rückmeldungen, 2 davon von 1 Organisation.');
    expect(text).toContain('Ergebnis | Rückmeldungen\nteilweise berücksichtigt | 1\ngelesen und festgehalten | 1\nnoch nicht beantwortet | 1');
    expect(text).toContain('# Sprache\nTabelle 2: Rückmeldungen und Antworten zu „Sprache“\nRückmeldung | Von | Ergebnis | Begründung\nKurse: Mehr Kurse | Verein A | teilweise berücksichtigt | Es fehlt Geld.\nDanke | Verein A | noch nicht beantwortet | –');
    expect(text).toContain('# Zum ganzen Konzept\nTabelle 3: Rückmeldungen und Antworten zu „Zum ganzen Konzept“\nRückmeldung | Von | Ergebnis | Begründung\nZu allem | ohne Organisation | gelesen und festgehalten | –');
    expect(text).not.toContain('# Wohnen');
  });

  it('says which measure something is about, and which words were proposed', () => {
    const said = contribution('Zu knapp', { about: { number: 'M1.1', title: 'Kurse' }, replacement: 'vier Kurse im Jahr' });
    expect(textOf(reportOf('participation_report', facts({ contributions: [said] }), 'de'))).toContain('Zu M1.1 Kurse: Zu knapp\nVorschlag: vier Kurse im Jahr | ohne Organisation');
    expect(textOf(reportOf('participation_report', facts({ contributions: [said] }), 'de'))).toContain('Es gibt 1 Rückmeldung.');
  });

  it('keeps the direction of names within sentences', () => {
    const text = textOf(reportOf('participation_report', facts({ contributions: [contribution('a')] }), 'ar'));
    expect(text).toContain('«\u2068Vielfaltskonzept\u2069» (2026)');
    expect(text).toContain('«\u2068Sprache\u2069»');
  });

  it('names the language of what was said in another one', () => {
    const said = facts({ contributions: [contribution('مساءً أيضًا', { language: 'ar' }), contribution('Auch abends', { language: 'de-x-leicht' }), contribution('', { language: 'tr', verdict: 'noted' })] });
    expect(textOf(reportOf('participation_report', said, 'de'))).toContain('مساءً أيضًا [Arabisch] | ohne Organisation | noch nicht beantwortet | –\nAuch abends | ohne Organisation | noch nicht beantwortet | –\n | ohne Organisation');
    expect(textOf(reportOf('participation_report', said, 'en'))).toContain('Auch abends [German]');
  });
});

describe('a paper for the council', () => {
  it('says what is resolved, who took part and what it costs', () => {
    const text = textOf(reportOf('council_paper', facts({ measures: [told, measure('1.2', { fundingState: 'subject_to_budget', budgetAmount: '10' })], contributions: [contribution('a', { verdict: 'noted', organisation: 'Verein A' }), contribution('b')] }), 'de'));
    expect(text).toContain('# Beschlussvorschlag\nDas Konzept „Vielfaltskonzept“ (2026) wird beschlossen.');
    expect(text).toContain('Sprache | 2 | 1.260,50 €\ninsgesamt | 2 | 1.260,50 €');
    expect(text).toContain('Zum Konzept gingen 2 Rückmeldungen ein, 1 davon von 1 Organisation. 1 Rückmeldung ist beantwortet.');
    expect(text).toContain('2 Maßnahmen nennen Kosten, zusammen 1.260,50 €. 1 Maßnahme steht unter dem Vorbehalt des Haushalts.');
  });
});

describe('a report of a municipality with words of its own', () => {
  const ownWords = ownWordsOf([{ key: 'measure', one: 'Vorhaben', many: 'Vorhaben' }, { key: 'fieldOfAction', one: 'Schwerpunkt', many: 'Schwerpunkte' }, { key: 'indicator', one: 'Kennzahl', many: 'Kennzahlen' }]);
  const full = facts({
    ownWords, contributions: [contribution('a')], measures: [{ ...told, title: 'Lotsen', indicatorIds: ['plätze'] }, measure('1.2', { title: '', fundingState: 'subject_to_budget' })],
    goals: [{ id: 'z1', sectionId: 'sprache', number: 'Z1', title: 'Mehr Kurse', indicatorIds: ['kurse'] }], indicators: new Map(['kurse', 'plätze'].map((id) => [id, indicatorSheet(id, [sheetValue(2024, '51.5')])])),
  });

  it.each(REPORT_KINDS)('says them wherever a %s says something by itself', (kind) => {
    for (const each of [full, facts({ ownWords })]) expect(textOf(reportOf(kind, each, 'de'))).not.toMatch(/Maßnahme|Handlungsfeld|Indikator/);
  });

  it('is written whatever signs they have', () => {
    const text = textOf(reportOf('implementation_report', { ...full, ownWords: ownWordsOf([{ key: 'measure', one: 'Maßnahme {neu} #1', many: "Vorhaben <'#2'>" }]) }, 'de'));
    expect(text).toContain("Das Konzept hat 2 Vorhaben <'#2'>. ");
    expect(text).toContain('1 Maßnahme {neu} #1 nennt Kosten');
    expect(text).toContain("Stand | Vorhaben <'#2'> | Anteil");
  });

  it('has them on both sides of a colon', () => {
    expect(textOf(reportOf('indicator_report', full, 'de'))).toContain('\nKennzahlen: Vorhaben\nQuote plätze\n');
  });
});

it.each(REPORT_KINDS)('every table of a %s has its number and title above it', (kind) => {
  const full = facts({ measures: [told, measure('2.1', { sectionId: 'wohnen', status: 'running' })], contributions: [contribution('a'), contribution('b', { sectionId: null })] });
  const blocks = reportOf(kind, full, 'de').flatMap((section) => section.blocks);
  const above = blocks.flatMap((block, index) => ('rows' in block ? [wordsOf(blocks[index - 1] ?? block)] : []));
  expect(above.map((words) => /^Tabelle (\d+): ./.exec(words)?.[1])).toEqual(above.map((_, index) => String(index + 1)));
});

it.each(REPORT_KINDS)('a %s of a concept without anything in it is there all the same', (kind) => {
  const sections = reportOf(kind, facts(), 'de');
  expect(sections.length).toBeGreaterThan(0);
  expect(sections.every(({ title, blocks }) => title !== '' && blocks.length > 0)).toBe(true);
});
