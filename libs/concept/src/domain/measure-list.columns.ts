import { bestHeader, columnsByField, fieldOfGrouped, findHeader, headerAt, headerWords } from '@konzeptwerkstatt/kernel';
import type { FieldOfParts, SheetHeader } from '@konzeptwerkstatt/kernel';
import { LIST_FIELDS } from './measure-list.js';
import type { ListField, ListReading, ListSheet } from './measure-list.js';

/** The words lists call their columns by; the first field wins that knows one. */
const words: Readonly<Record<ListField, readonly string[]>> = {
  title: ['maßnahme', 'massnahme', 'titel', 'bezeichnung', 'name der maßnahme', 'maßnahmentitel', 'titel der maßnahme', 'projekt', 'vorhaben', 'maßnahmenbezeichnung'],
  description: ['beschreibung', 'erläuterung', 'inhalt', 'kurzbeschreibung', 'beschreibung der maßnahme', 'maßnahmenbeschreibung', 'bemerkung', 'bemerkungen', 'anmerkung', 'anmerkungen'],
  section: ['handlungsfeld', 'abschnitt', 'themenfeld', 'thema', 'kapitel', 'bereich', 'schwerpunkt', 'aktionsfeld', 'handlungsfeld titel', 'handlungsfeld bezeichnung', 'handlungsfeld name'],
  goal: ['ziel', 'leitziel', 'teilziel', 'zielsetzung', 'strategisches ziel', 'operatives ziel', 'ziele', 'ziel titel', 'ziel bezeichnung'],
  number: ['nr', 'nr.', 'nummer', 'lfd. nr.', 'lfd nr', 'lfd. nr', 'maßnahmennummer', 'maßnahmen-nr.', 'maßnahme nr.', 'id'],
  lead: ['federführung', 'verantwortlich', 'verantwortung', 'zuständig', 'zuständigkeit', 'federführend', 'federführendes amt', 'träger', 'umsetzung durch', 'verantwortliche stelle', 'verantwortliche organisation'],
  partner: ['beteiligte', 'partner', 'kooperationspartner', 'kooperation', 'mitwirkende', 'beteiligte organisationen', 'weitere beteiligte', 'akteure', 'kooperationspartner*innen'],
  contact: ['ansprechperson', 'ansprechpartner', 'ansprechpartner*in', 'ansprechpartner:in', 'ansprechpartnerin', 'kontakt', 'kontaktperson'],
  targetGroup: ['zielgruppe', 'zielgruppen'],
  district: ['stadtteil', 'ort', 'bezirk', 'ortsteil', 'stadtbezirk', 'sozialraum', 'räumlicher bezug'],
  period: ['zeitraum', 'laufzeit', 'zeitplan', 'umsetzungszeitraum', 'zeit', 'termin', 'zeitrahmen', 'umsetzung bis', 'zeithorizont', 'frist', 'von', 'beginn', 'start', 'zeitraum von', 'laufzeit von', 'zeitraum beginn', 'laufzeit beginn', 'umsetzung von', 'umsetzung beginn'],
  periodEnd: ['bis', 'ende', 'zeitraum bis', 'laufzeit bis', 'zeitraum ende', 'laufzeit ende', 'umsetzung ende', 'abschluss'],
  status: ['status', 'stand', 'umsetzungsstand', 'stand der umsetzung', 'bearbeitungsstand', 'sachstand'],
  type: ['art', 'art der maßnahme', 'maßnahmenart', 'typ', 'maßnahmentyp'],
  priority: ['priorität', 'prioritaet', 'dringlichkeit', 'prio'],
  resources: ['ressourcen', 'mittel', 'aufwand', 'ressourcenbedarf', 'benötigte ressourcen'],
  budgetAmount: ['kosten', 'budget', 'finanzbedarf', 'betrag', 'kosten in euro', 'kosten in €', 'kosten (€)', 'mittelbedarf', 'finanzvolumen', 'haushaltsmittel'],
  fundingSource: ['finanzierung', 'mittelherkunft', 'finanzierungsquelle', 'finanzierung quelle', 'förderung', 'fördermittel', 'fördergeber', 'finanziert durch'],
  fundingState: ['finanzierungsstand', 'finanzierung gesichert', 'stand der finanzierung', 'finanzierung stand'],
  fundingUntil: ['finanziert bis', 'finanzierung bis', 'finanzierung gesichert bis', 'gefördert bis', 'förderung bis', 'förderzeitraum bis', 'ende der finanzierung', 'ende der förderung'],
  staffPositions: ['stellen', 'stellenanteile', 'personal', 'vzä', 'personalbedarf', 'stellenbedarf'],
  decisionState: ['beschlusslage', 'beschluss', 'beschlussstand'],
};

/** No head is longer; bounds the patterns below. */
const MAX_HEAD_LENGTH = 200;

/** A head as it is compared and remembered. */
export function plainHead(text: string): string {
  return text.slice(0, MAX_HEAD_LENGTH).toLocaleLowerCase('de').replace(/\s+/g, ' ').replace(/ ?[:?]$/, '').trim();
}

/** What columns were taken for in this municipality before, by their plain head. */
export type RememberedColumns = ReadonlyMap<string, ListField>;

const fieldByWord = new Map(LIST_FIELDS.toReversed().flatMap((field) => words[field].map((word): [string, ListField] => [word, field])));

/** What a column is taken for; what was said before of one that was called just so counts most. */
const fieldOfParts = (remembered: RememberedColumns): FieldOfParts<ListField> => (parts) => {
  const fieldOf = (head: string): ListField | null => remembered.get(plainHead(head)) ?? fieldByWord.get(plainHead(head)) ?? null;
  return remembered.get(plainHead(headerWords(parts))) ?? fieldOfGrouped(parts, fieldOf);
};

type HeadsPlace = Pick<ListReading, 'headerRow' | 'headerRows'>;
const headerOf = ({ rows }: ListSheet, { headerRow, headerRows }: HeadsPlace, remembered: RememberedColumns): SheetHeader<ListField> =>
  headerAt(rows, { row: headerRow, count: headerRows }, fieldOfParts(remembered));

/** What each column is called, over all rows of heads. */
export function headsOf(sheet: ListSheet, place: HeadsPlace): string[] {
  return headerOf(sheet, place, new Map()).parts.map(headerWords);
}

/** Takes columns for what they are called. */
export function columnsOf(sheet: ListSheet, place: HeadsPlace, remembered: RememberedColumns): ListReading['columns'] {
  return columnsByField(headerOf(sheet, place, remembered));
}

/** The first guess: the sheet and the rows whose heads are known best. */
export function guessReading(sheets: readonly ListSheet[], remembered: RememberedColumns): ListReading {
  const headers = sheets.map(({ rows }, sheet) => ({ sheet, ...findHeader(rows, fieldOfParts(remembered)) }));
  const best = bestHeader(headers);
  return { sheet: best?.sheet ?? 0, headerRow: best?.row ?? 0, headerRows: best?.count ?? 1, columns: best === undefined ? {} : columnsByField(best), targets: [], organisations: [], withDuplicates: false };
}
