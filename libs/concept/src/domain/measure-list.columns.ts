import { LIST_FIELDS } from './measure-list.js';
import type { ListField, ListReading, ListSheet } from './measure-list.js';

/** The words lists call their columns by; the first field wins that knows one. */
const words: Readonly<Record<ListField, readonly string[]>> = {
  title: ['maßnahme', 'massnahme', 'titel', 'bezeichnung', 'name der maßnahme', 'maßnahmentitel', 'titel der maßnahme', 'projekt', 'vorhaben', 'maßnahmenbezeichnung'],
  description: ['beschreibung', 'erläuterung', 'inhalt', 'kurzbeschreibung', 'beschreibung der maßnahme', 'maßnahmenbeschreibung', 'bemerkung', 'bemerkungen', 'anmerkung', 'anmerkungen'],
  section: ['handlungsfeld', 'abschnitt', 'themenfeld', 'thema', 'kapitel', 'bereich', 'schwerpunkt', 'aktionsfeld'],
  goal: ['ziel', 'leitziel', 'teilziel', 'zielsetzung', 'strategisches ziel', 'operatives ziel', 'ziele'],
  number: ['nr', 'nr.', 'nummer', 'lfd. nr.', 'lfd nr', 'lfd. nr', 'maßnahmennummer', 'maßnahmen-nr.', 'maßnahme nr.', 'id'],
  lead: ['federführung', 'verantwortlich', 'verantwortung', 'zuständig', 'zuständigkeit', 'federführend', 'federführendes amt', 'träger', 'umsetzung durch', 'verantwortliche stelle', 'verantwortliche organisation'],
  partner: ['beteiligte', 'partner', 'kooperationspartner', 'kooperation', 'mitwirkende', 'beteiligte organisationen', 'weitere beteiligte', 'akteure', 'kooperationspartner*innen'],
  contact: ['ansprechperson', 'ansprechpartner', 'ansprechpartner*in', 'ansprechpartner:in', 'ansprechpartnerin', 'kontakt', 'kontaktperson'],
  targetGroup: ['zielgruppe', 'zielgruppen'],
  district: ['stadtteil', 'ort', 'bezirk', 'ortsteil', 'stadtbezirk', 'sozialraum', 'räumlicher bezug'],
  period: ['zeitraum', 'laufzeit', 'zeitplan', 'umsetzungszeitraum', 'zeit', 'termin', 'zeitrahmen', 'umsetzung bis', 'zeithorizont', 'frist'],
  status: ['status', 'stand', 'umsetzungsstand', 'stand der umsetzung', 'bearbeitungsstand', 'sachstand'],
  type: ['art', 'art der maßnahme', 'maßnahmenart', 'typ', 'maßnahmentyp'],
  priority: ['priorität', 'prioritaet', 'dringlichkeit', 'prio'],
  resources: ['ressourcen', 'mittel', 'aufwand', 'ressourcenbedarf', 'benötigte ressourcen'],
  budgetAmount: ['kosten', 'budget', 'finanzbedarf', 'betrag', 'kosten in euro', 'kosten in €', 'kosten (€)', 'mittelbedarf', 'finanzvolumen', 'haushaltsmittel'],
  fundingSource: ['finanzierung', 'mittelherkunft', 'finanzierungsquelle', 'förderung', 'fördermittel', 'fördergeber', 'finanziert durch'],
  fundingState: ['finanzierungsstand', 'finanzierung gesichert', 'stand der finanzierung'],
  fundingUntil: ['finanziert bis', 'finanzierung bis', 'finanzierung gesichert bis', 'gefördert bis', 'förderung bis', 'förderzeitraum bis', 'ende der finanzierung', 'ende der förderung'],
  staffPositions: ['stellen', 'stellenanteile', 'personal', 'vzä', 'personalbedarf', 'stellenbedarf'],
  decisionState: ['beschlusslage', 'beschluss', 'beschlussstand'],
};

/** No head is longer; bounds the patterns below. */
const MAX_HEAD_LENGTH = 200;
/** How far down heads are looked for: lists begin with titles, dates and notes. */
const SEARCHED_ROWS = 20;

/** A head as it is compared and remembered. */
export function plainHead(text: string): string {
  return text.slice(0, MAX_HEAD_LENGTH).toLocaleLowerCase('de').replace(/\s+/g, ' ').replace(/ ?[:?]$/, '').trim();
}

/** What columns were taken for in this municipality before, by their plain head. */
export type RememberedColumns = ReadonlyMap<string, ListField>;

function fieldOf(head: string, remembered: RememberedColumns): ListField | null {
  const plain = plainHead(head);
  if (plain === '') return null;
  return remembered.get(plain) ?? LIST_FIELDS.find((field) => words[field].includes(plain)) ?? null;
}

/** What each column is called: with several rows of heads (a group over its columns) by the lowest of them that says something. */
export function headsOf({ rows }: ListSheet, { headerRow, headerRows }: Pick<ListReading, 'headerRow' | 'headerRows'>): string[] {
  const heads = rows.slice(headerRow, headerRow + headerRows);
  const width = Math.max(0, ...heads.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => heads.map((row) => row[column] ?? '').findLast((head) => head !== '') ?? '');
}

/** Takes columns for what they are called; the first of two wins. */
export function columnsOf(heads: readonly string[], remembered: RememberedColumns): ListReading['columns'] {
  const fields = heads.map((head) => fieldOf(head, remembered));
  return Object.fromEntries(LIST_FIELDS.flatMap((field) => (fields.includes(field) ? [[field, fields.indexOf(field)]] : [])));
}

/** The first guess: the sheet and the row with the most words that are known; of two the upper one, because lists that were printed repeat their heads. */
export function guessReading(sheets: readonly ListSheet[], remembered: RememberedColumns): ListReading {
  let best = { sheet: 0, headerRow: 0, known: 0 };
  sheets.forEach((sheet, index) => sheet.rows.slice(0, SEARCHED_ROWS).forEach((row, headerRow) => {
    const known = Object.keys(columnsOf(row, remembered)).length;
    if (known > best.known) best = { sheet: index, headerRow, known };
  }));
  const place = { sheet: best.sheet, headerRow: best.headerRow, headerRows: 1 };
  const sheet = sheets[best.sheet];
  return { ...place, columns: sheet === undefined ? {} : columnsOf(headsOf(sheet, place), remembered), targets: [], organisations: [], withDuplicates: false };
}
