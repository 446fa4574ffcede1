import { describe, expect, it } from '@jest/globals';
import type { DocumentText } from '../reading/document-text.reader.js';
import type { TreeElement } from '../reading/document-tree.reader.js';
import { ownWordsOf } from '@konzeptwerkstatt/kernel';
import { buildConceptDocument } from './concept-document.builder.js';
import { pictureFilesIn } from './concept-document.js';
import type { ConceptDocumentSource } from './concept-document.builder.js';
import { documentWords } from './document-language.js';
import { germanWords } from './german.words.js';

const FILE = '00000000-0000-4000-8000-000000000001';
const INDICATOR = '0190b5a0-0000-7000-8000-000000000077';
const block = (kind: string, text: string): TreeElement => ({ type: 'block', attrs: { id: null, kind, indent: 0 }, content: [{ type: 'text', text }] });
const object = (type: 'goal' | 'measure', id: string, title: string, ...content: TreeElement[]): TreeElement => ({ type, attrs: { id }, content: [{ type: 'title', content: [{ type: 'text', text: title }] }, ...content] });
const text: DocumentText = {
  tree: { type: 'doc', content: [block('heading4', 'Zu tief'), block('paragraph', 'Wort\u0001'), object('goal', 'g', 'Alle sprechen mit'), object('measure', 'm', 'Lotsen', block('heading2', 'Wie')), object('measure', 'n', '')] },
  values: { m: { status: 'running', lead: 'o', period: '2025-Q1/..', budgetAmount: '1250.5', 'goal/g': true, fundingState: 'subject_to_budget' } },
};
const titlePage = { title: 'Konzept', year: 2026, municipality: 'Stadt', state: 'Entwurf', excerpt: null, notes: [] };
const build = (more: Partial<ConceptDocumentSource> = {}) => buildConceptDocument({
  titlePage, sections: [{ sectionId: 's', number: '3', title: 'Sprache', sourceNote: null, text }], nameOf: (id) => (id === 'o' ? 'Amt' : null), words: germanWords, hasMeasureTable: true, only: null, ...more,
});

describe('the neutral document', () => {
  it('keeps headings in order, whatever levels the text claims', () => {
    const levels = build().sections[0]?.blocks.flatMap((part) => ('level' in part ? [part.level] : [])) ?? [];
    expect(levels).toEqual([2, 3, 3, 3]);
  });

  it('keeps headings of the same rank level with each other, also where a rank is skipped', () => {
    const ranks: DocumentText = { tree: { type: 'doc', content: (['heading3', 'heading3', 'heading4', 'heading2', 'heading4', 'heading4', 'heading3'] as const).map((kind) => block(kind, 'Titel')) }, values: {} };
    const blocks = build({ sections: [{ sectionId: 's', number: '1', title: 'Sprache', sourceNote: null, text: ranks }] }).sections[0]?.blocks ?? [];
    expect(blocks.map((part) => ('level' in part ? part.level : null))).toEqual([2, 2, 3, 2, 3, 3, 3]);
  });

  it('says what the municipality says, in German only', () => {
    const own = ownWordsOf([{ key: 'measure', one: 'Vorhaben', many: 'Vorhaben' }, { key: 'indicator', one: 'Kennzahl', many: 'Kennzahlen' }, { key: 'guidingGoal', one: 'Oberziel', many: 'Oberziele' }]);
    const words = documentWords('de', own);
    const { sections: [section], measureTable } = build({ words });
    expect(section?.blocks.flatMap((part) => (part.kind === 'measure' ? [`${part.label} ${part.title}`] : []))).toEqual(['Vorhaben Lotsen', 'Vorhaben Vorhaben ohne Titel']);
    expect([measureTable?.title, measureTable?.head[1], words.fields['indicator'], words.goalKinds.guiding, words.titlePage.measuresOf('Amt')]).toEqual(['Alle Vorhaben in einer Tabelle', 'Vorhaben', 'Kennzahlen', 'Oberziel', 'Vorhaben von Amt']);
    expect(documentWords('en', own).measure).toBe(documentWords('en').measure);
  });

  it('numbers goals and measures and says their fields in words', () => {
    const [, , goal, measure, untitled] = build().sections[0]?.blocks ?? [];
    expect(goal).toMatchObject({ kind: 'goal', number: 'Z3.1', title: 'Alle sprechen mit' });
    expect(measure).toMatchObject({ kind: 'measure', number: 'M3.1', fields: [
      { label: 'Ziele', values: ['Alle sprechen mit'] }, { label: 'Stand', values: ['läuft'] }, { label: 'Federführung', values: ['Amt'] }, { label: 'Zeitraum', values: ['ab 1. Quartal 2025'] },
      { label: 'Betrag', values: ['1.250,50 €'] }, { label: 'Haushalt', values: ['vorbehaltlich Haushalt'] },
    ] });
    expect(untitled).toMatchObject({ number: 'M3.2', title: 'Maßnahme ohne Titel', fields: [] });
  });

  it('says of an indicator what it is called and how it stands, and nothing of one that is gone', () => {
    const shown = (indicatorId: string | null): TreeElement => ({ type: 'indicator', attrs: { id: 'i', indicatorId } });
    const text: DocumentText = { tree: { type: 'doc', content: [shown(INDICATOR), shown(null), shown(FILE), object('measure', 'm', 'Lotsen', shown(INDICATOR))] }, values: {} };
    const blocksOf = (standingOf?: (id: string) => string | null) => build({ nameOf: (id) => (id === INDICATOR ? 'Beratene Menschen' : null), ...(standingOf === undefined ? {} : { standingOf }), sections: [{ sectionId: 's', number: '1', title: 'Sprache', sourceNote: null, text }] }).sections[0]?.blocks ?? [];
    const wordsIn = (block: unknown): string => (block as { inlines: { text: string }[] }).inlines.map((inline) => inline.text).join('');
    const [first, measure, ...others] = blocksOf(() => 'zuletzt 705 Personen (2025)');
    expect([wordsIn(first), others.length]).toEqual(['Beratene Menschen: zuletzt 705 Personen (2025)', 0]);
    expect((measure as unknown as { blocks: unknown[] }).blocks.map(wordsIn)).toEqual(['Beratene Menschen: zuletzt 705 Personen (2025)']);
    expect(wordsIn(blocksOf()[0])).toBe('Beratene Menschen: noch kein Wert');
  });

  it('says of a picture what is to be seen, whatever its text lacks, and names its file', () => {
    const picture = (attrs: object): TreeElement => ({ type: 'picture', attrs: { id: 'p', ...attrs } });
    const pictures: DocumentText = { tree: { type: 'doc', content: [
      picture({ fileId: FILE, alt: 'Menschen', caption: 'مرحبا' }), picture({ fileId: null, caption: 'Auftakt' }), object('goal', 'g', 'Ziel', picture({ fileId: FILE, decorative: true, alt: 'Ranke' })),
    ] }, values: {} };
    const blocks = build({ sections: [{ sectionId: 's', number: '1', title: 'Sprache', sourceNote: null, text: pictures }] }).sections[0]?.blocks ?? [];
    expect(blocks.slice(0, 2)).toEqual([
      { kind: 'picture', fileId: FILE, alt: 'Menschen', isDecorative: false, caption: 'مرحبا', direction: 'rtl', missing: '[Bild fehlt: Menschen]' },
      { kind: 'picture', fileId: null, alt: 'Auftakt', isDecorative: false, caption: 'Auftakt', direction: 'ltr', missing: '[Bild fehlt: Auftakt]' },
    ]);
    expect(blocks[2]).toMatchObject({ blocks: [{ kind: 'picture', alt: '', isDecorative: true, missing: '[Bild fehlt: Ranke]' }] });
    expect(pictureFilesIn(blocks)).toEqual([FILE, FILE]);
  });

  it('has no character that no XML may hold', () => {
    expect(JSON.stringify(build())).not.toContain('\\u0001');
    expect(build().sections[0]?.blocks[1]).toMatchObject({ kind: 'paragraph', inlines: [{ text: 'Wort' }] });
  });

  it('holds one organisation\'s measures alone, with their numbers, and leaves sections without any out', () => {
    expect(build({ only: new Set(['m']) }).sections[0]?.blocks).toMatchObject([{ kind: 'measure', number: 'M3.1', level: 2, blocks: [{ kind: 'heading', level: 3 }] }]);
    expect(build({ only: new Set() })).toMatchObject({ sections: [], measureTable: null });
  });

  it('repeats the measures as a table when that is wanted', () => {
    expect(build().measureTable).toMatchObject({ head: ['Nr.', 'Maßnahme', 'Stand', 'Federführung', 'Beteiligte', 'Zeitraum', 'Betrag', 'Haushalt'], rows: [['M3.1', 'Lotsen', 'läuft', 'Amt', '', 'ab 1. Quartal 2025', '1.250,50 €', 'vorbehaltlich Haushalt'], ['M3.2', 'Maßnahme ohne Titel', '', '', '', '', '', '']] });
    expect(build({ hasMeasureTable: false }).measureTable).toBeNull();
  });
});
