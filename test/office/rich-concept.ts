import { buildConceptDocument, documentWords, placeNotes } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, DocumentLanguage, FieldValue, TreeElement, TreeNode } from '@konzeptwerkstatt/document-model';

/** The stored picture of the text. */
export const pictureId = '00000000-0000-4000-8000-000000000001';

const sectionIds = ['99999999-0000-4000-8000-000000000001', '99999999-0000-4000-8000-000000000002'];
const organisationId = '88888888-0000-4000-8000-000000000001';

/** Blocks of a text, each with an id of its own. */
class Blocks {
  private count = 0;

  id(): string {
    return `00000000-1111-4000-8000-${String((this.count += 1)).padStart(12, '0')}`;
  }

  block(kind: string, content: string | TreeNode[], indent = 0): TreeElement {
    return { type: 'block', attrs: { id: this.id(), kind, indent }, content: typeof content === 'string' ? [words(content)] : content };
  }

  cell(type: 'tableCell' | 'tableHeader', text: string, spans: { readonly colspan?: number; readonly rowspan?: number } = {}): TreeElement {
    return { type, attrs: { colspan: 1, rowspan: 1, ...spans }, content: text === '' ? [] : [this.block('paragraph', text)] };
  }

  table(...rows: TreeElement[][]): TreeElement {
    return { type: 'table', attrs: { id: this.id() }, content: rows.map((content) => ({ type: 'tableRow', content })) };
  }

  picture(attributes: Readonly<Record<string, unknown>>): TreeElement {
    return { type: 'picture', attrs: { id: this.id(), fileId: pictureId, alt: '', caption: '', decorative: false, ...attributes } };
  }

  object(type: 'goal' | 'measure', title: string, ...content: TreeElement[]): TreeElement {
    return { type, attrs: { id: this.id() }, content: [{ type: 'title', content: [words(title)] }, ...content] };
  }
}

const words = (text: string, ...marks: { type: 'bold' | 'italic' }[]): TreeNode => ({ type: 'text', text, marks });
const linked = (text: string, href: string): TreeNode => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] });

/** Whatever a text of this product can hold. */
function everything(make: Blocks): TreeElement[] {
  return [
    make.block('heading2', 'Lage'),
    make.block('paragraph', [words('Die Stadt '), words('fördert', { type: 'bold' }), words(' und '), words('begleitet', { type: 'italic' }), words(', wie das '), linked('Amt & seine Partner', 'https://example.org/?a=1&b=2'), words(' sagen.'), { type: 'lineBreak' }, words('Zweite Zeile.')]),
    make.block('heading3', 'Was da ist'),
    make.block('bulletItem', 'Kurse am Vormittag'), make.block('bulletItem', 'mit Kinderbetreuung', 1), make.block('orderedItem', 'anmelden', 2), make.block('orderedItem', 'kommen', 2), make.block('bulletItem', 'Kurse am Abend'),
    make.block('paragraph', 'Dazwischen steht etwas.'),
    make.block('orderedItem', 'Erstens'), make.block('orderedItem', 'Zweitens'),
    make.block('quote', 'Sprache öffnet Türen.'),
    make.block('paragraph', 'مرحبا بالعالم'),
    make.block('paragraph', 'Tabelle 1: Kurse nach Stadtteil'),
    make.table(
      [make.cell('tableHeader', 'Stadtteil', { rowspan: 2 }), make.cell('tableHeader', 'Kurse', { colspan: 2 })],
      [make.cell('tableHeader', '2024'), make.cell('tableHeader', '2025')],
      [make.cell('tableHeader', 'Mitte'), make.cell('tableCell', '3'), make.cell('tableCell', '007')],
      [make.cell('tableHeader', 'Nord'), make.cell('tableCell', 'keine Angabe', { colspan: 2 })],
    ),
    make.picture({ alt: 'Menschen an einem Tisch', caption: 'Abbildung 1: Auftakt' }),
    make.picture({ decorative: true }),
    make.block('heading2', 'Ziele und Maßnahmen'),
  ];
}

/** A concept of two sections with all that a text can hold, comments of others, and the table of its measures. */
export function richConcept(language: DocumentLanguage = 'de'): ConceptDocument {
  const make = new Blocks();
  const first = everything(make);
  const goal = make.object('goal', 'Alle finden einen Kurs', make.block('paragraph', 'Niemand wartet länger als drei Monate.'));
  const measure = make.object('measure', 'Lotsendienst', make.block('paragraph', 'Ehrenamtliche begleiten.'), make.block('bulletItem', 'zum Amt'));
  const measureId = String(measure.attrs?.['id']);
  const fields: Readonly<Record<string, Readonly<Record<string, FieldValue>>>> = { [measureId]: { status: 'running', lead: organisationId, 'targetGroup/families': true, period: '2025-Q1/2027', budgetAmount: '1250.50', resources: 'Räume\nund Zeit', priority: 'high' } };
  const document = buildConceptDocument({
    titlePage: { title: 'Integrationskonzept', year: 2026, municipality: 'Leipzig (Beispiel)', state: 'Entwurf, Stand 26.11.2026', excerpt: null, notes: ['Ein Beispiel'] },
    sections: [
      { sectionId: sectionIds[0]!, number: '1', title: 'Sprache', sourceNote: 'Quelle: Beispiel', text: { tree: { type: 'doc', content: [...first, goal, measure] }, values: fields } },
      { sectionId: sectionIds[1]!, number: '2', title: 'Arbeit', sourceNote: null, text: { tree: { type: 'doc', content: [make.block('paragraph', 'Arbeit für alle. '.repeat(200))] }, values: {} } },
    ],
    nameOf: (id) => (id === organisationId ? 'Amt für Vielfalt' : null), words: documentWords(language), hasMeasureTable: true, only: null, hasBlockIds: true,
  });
  const said = { author: 'Verein Dialog & Co.', day: '2026-11-12', kind: 'Frage', language: 'de', title: null, replacement: null };
  return placeNotes(document, [
    { ...said, about: { sectionId: sectionIds[0]!, blockId: String(first[1]?.attrs?.['id']), quote: 'fördert', before: 'Die Stadt ' }, text: 'Seit wann?' },
    { ...said, about: { sectionId: sectionIds[0]!, blockId: measureId, quote: null, before: '' }, text: 'Wer macht das?' },
  ], documentWords(language), { part: 'whole', left: 0 });
}
