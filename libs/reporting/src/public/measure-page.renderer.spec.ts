import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { PublicMeasure } from '@konzeptwerkstatt/concept';
import { ownWordsOf } from '@konzeptwerkstatt/kernel';
import type { ReleasedIndicator } from '@konzeptwerkstatt/monitoring';
import type { ShownMeasure } from './measure-facts.js';
import { measureListCsv, measureListMetadata } from './measure-list.js';
import { renderMeasurePage } from './measure-page.renderer.js';
import type { PublicLanguage } from './public-language.js';

const evil = '<b>"Café"</b>';
const place = { id: 'm', name: 'Stadt', accentColour: null, logoFileId: null, ownWords: [], path: '/k/1' };
const measure: PublicMeasure = {
  id: 'a', lineageId: 'l', sectionId: 's', number: 'M1.1', title: '=cmd()', description: 'Zeile', type: 'pilot', status: 'planned', decisionState: 'adopted', leadOrganisationId: 'o', targetGroups: ['families', 'women'], period: '2025-Q1/..', resources: evil,
  budgetAmount: '1250.5', fundingSource: null, staffPositions: '0.5', priority: 'high', fundingState: 'secured', district: null, fundingUntil: '2027-12-31', partnerIds: [], goalIds: ['g'], indicatorIds: ['i'],
};
const shown: ShownMeasure = {
  measure, section: '1 Bildung', editions: [], lead: evil, partners: [], standing: { status: 'running', reportedAt: new Date('2026-05-03T22:30:00Z') },
  block: { kind: 'measure', blockId: 'b', number: 'M1.1', label: 'Maßnahme', title: evil, direction: 'ltr', level: 4, fields: [{ key: 'indicator', label: 'Indikatoren', values: ['Menschen', 'Geheim'] }, { key: 'contact', label: 'Ansprechperson', values: ['niemand'] }], blocks: [] },
  released: [{ row: { id: 'i', key: 'menschen', name: 'Menschen' }, place: '1' } as unknown as ReleasedIndicator],
};
const page = (language: PublicLanguage, more: Partial<ShownMeasure> = {}): string => renderMeasurePage(place, { ...shown, ...more }, { language, textLanguage: 'de', textDirection: 'ltr', lineageId: 'l' });

describe('the public page of a measure', () => {
  it.each([
    ['de', ['<dt>Stand heute</dt><dd>läuft (gemeldet am 04.05.2026)</dd>', '<dt>Stand beim Beschluss</dt><dd>geplant</dd>', '<dd>Familien</dd><dd>Frauen</dd>', 'ab 1. Quartal 2025']],
    ['en', ['<dt>Status today</dt><dd>running (reported on 4 May 2026)</dd>', '<dt>Status when adopted</dt><dd>planned</dd>', '<dd>families</dd><dd>women</dd>', 'from quarter 1 of 2025']],
    ['ar', ['<dt>الحالة اليوم</dt><dd>جارٍ (', '<html lang="ar" dir="rtl">', '<dd>العائلات</dd><dd>النساء</dd>']],
  ] as const)('says in %s how far it is and how it was adopted', (language, parts) => {
    const html = page(language);
    for (const part of parts) expect(html).toContain(part);
  });

  it('shows what people wrote as words, in their language, and leads to what everybody may read', () => {
    const html = page('en');
    expect(html).not.toMatch(/<b>|niemand/);
    expect(html).toContain('<h1><bdi lang="de">&lt;b&gt;');
    expect(html).toContain('<a href="/k/1/indikatoren/menschen?lang=en"><bdi lang="de">Menschen</bdi></a></dd><dd><bdi lang="de">Geheim</bdi></dd>');
    expect([...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))).toEqual([1, 2, 3]);
  });

  it('says what the municipality says', () => {
    const html = renderMeasurePage({ ...place, ownWords: ownWordsOf([{ key: 'fieldOfAction', one: 'Schwerpunkt', many: 'Schwerpunkte' }, { key: 'indicator', one: 'Kennzahl', many: 'Kennzahlen' }]) }, shown, { language: 'de', textLanguage: 'de', textDirection: 'ltr', lineageId: 'l' });
    expect(html).toContain('<dt>Schwerpunkt</dt>');
    expect(html).toContain('<dt>Kennzahlen</dt>');
  });

  it('says nothing of today while nobody has reported', () => {
    expect(page('de', { standing: null })).not.toContain('Stand heute');
  });
});

describe('the measures of an edition as a file', () => {
  const rows = [{ measure, section: 'Bildung', goalNumbers: ['Z1.1'], lead: 'Amt', partners: ['Verein', 'Haus'], indicatorKeys: ['menschen'], standing: shown.standing, url: 'https://x.example/k/1/massnahmen/l' }];

  it('has a column for each that is described, no formula, and the status of today', () => {
    const [head = '', line = ''] = measureListCsv(rows).toString().trim().split('\r\n');
    const { tableSchema } = measureListMetadata({ title: 'x', publisher: 'y', licence: null, url: 'z' }) as { tableSchema: { columns: { name: string }[] } };
    expect(head.split(',')).toEqual(tableSchema.columns.map(({ name }) => name));
    const cells = Object.fromEntries(head.split(',').map((name, index) => [name, line.replaceAll('"<b>""Café""</b>"', 'evil').split(',')[index]]));
    expect(cells).toMatchObject({ title: "'=cmd()", status_adopted: 'planned', status_today: 'running', status_reported_on: '2026-05-04', partners: 'Verein | Haus', target_groups: 'families | women', budget_amount: '1250.5', page: 'https://x.example/k/1/massnahmen/l' });
    expect(head).not.toContain('contact');
  });
});
