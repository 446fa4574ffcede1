import { readCell, tidyCell } from './measure-sheet.fields.js';
import type { CellReading, NamedOrganisation, SheetField } from './measure-sheet.fields.js';

/** Words that lists use for keys of closed lists, besides those of the interface. */
const synonyms: Readonly<Partial<Record<SheetField, Readonly<Record<string, readonly string[]>>>>> = {
  status: {
    idea: ['idee', 'vorschlag'], planned: ['in planung', 'vorgesehen', 'offen', 'noch nicht begonnen', 'neu'], running: ['laufend', 'in umsetzung', 'in arbeit', 'in bearbeitung', 'begonnen', 'gestartet', 'aktiv', 'fortlaufend'],
    done: ['umgesetzt', 'erledigt', 'fertig', 'beendet', 'realisiert'], continued: ['fortgeführt', 'fortführung', 'verstetigt', 'daueraufgabe'], paused: ['pausiert', 'zurückgestellt', 'ruhend', 'ausgesetzt'], dropped: ['entfällt', 'gestrichen', 'nicht umgesetzt', 'verworfen'],
  },
  type: { new: ['neue maßnahme'], continued: ['fortführung', 'weiterführung', 'bestehend'], permanent: ['daueraufgabe', 'laufend', 'fortlaufend', 'regelaufgabe'], pilot: ['pilot', 'pilotprojekt', 'modellprojekt', 'modellvorhaben'], mandate: ['auftrag', 'prüfauftrag'] },
  priority: { high: ['a', '1', 'sehr hoch', 'dringend'], medium: ['b', '2', 'normal', 'mittel'], low: ['c', '3', 'gering', 'niedrig'] },
  fundingState: { secured: ['gesichert', 'ja', 'vorhanden', 'finanziert'], subject_to_budget: ['haushaltsvorbehalt', 'vorbehaltlich', 'nein', 'offen', 'nicht gesichert', 'beantragt'] },
};

const folded = (text: string): string => tidyCell(text).toLocaleLowerCase('de').replace(/\s+/g, ' ');

/** Longer is no period; bounds the patterns below. */
const MAX_PERIOD_LENGTH = 100;

/** `2025-2027`, `01.03.2025 – 31.12.2026` and the like as the words that a period is read from. */
function periodWords(text: string): string {
  const plain = text.slice(0, MAX_PERIOD_LENGTH).replace(/\b\d{1,2}\.(\d{1,2})\.(\d{4})\b/g, '$1/$2');
  return plain.replace(/^((?:\d{1,2}\/)?\d{4})\s?[-–—]\s?((?:\d{1,2}\/)?\d{4})$/, '$1 bis $2').replace(/^(\d{4})\s?\/\s?(\d{4})$/, '$1 bis $2').replace(/^(\d{4}) ?ff\.?$/, 'ab $1');
}

function synonymOf(field: SheetField, text: string): string | null {
  return Object.entries(synonyms[field] ?? {}).find(([, list]) => list.includes(folded(text)))?.[0] ?? null;
}

/** What the words of a cell of somebody's own list mean; more is understood than of a table that went out from here. */
export function readListCell(field: SheetField, text: string, organisations: readonly NamedOrganisation[]): CellReading {
  if (field === 'period') return readCell(field, periodWords(text), organisations);
  if (field === 'budgetAmount' || field === 'staffPositions') return readCell(field, text.replace(/^(?:ca\.|circa|rd\.|rund|etwa)\s*/i, '').replace(/(?:,-|,–)(?=\s*(?:€|EUR)?\s*$)/i, ''), organisations);
  const reading = readCell(field, text, organisations);
  if (!('problem' in reading) || reading.problem !== 'word_unknown') return reading;
  const key = synonymOf(field, text);
  return key === null ? reading : { value: key };
}

/**
 * The members that a cell names, in one of the ways lists have: by lines, semicolons or bars; where a part is no name as a whole, by
 * commas, slashes and "und".
 */
export function splitNames(text: string, isName: (words: string) => boolean): string[] {
  const parts = text.split(/[;|\n]/).map(tidyCell).filter((part) => part !== '');
  const smaller = (part: string): string[] => (isName(part) ? [part] : part.split(/,|\/|\sund\s|\s&\s/).map(tidyCell).filter((name) => name !== ''));
  return [...new Set(parts.flatMap((part) => (isName(part) ? [part] : smaller(part).some(isName) ? smaller(part) : [part])))];
}

const lettersOf = (text: string): Set<string> => new Set(folded(text).replace(/[^\p{L}\p{N} ]/gu, ' ').split(' ').filter((word) => word.length > 2 && !['der', 'die', 'das', 'und', 'für', 'stadt', 'e.v', 'verein', 'amt'].includes(word)));

/** Organisations that may be meant by words that name none exactly, the likeliest first; at most three. */
export function similarOrganisations(words: string, organisations: readonly NamedOrganisation[]): NamedOrganisation[] {
  const wanted = lettersOf(words);
  const likeness = ({ name, shortName }: NamedOrganisation): number => {
    if ([name, shortName ?? ''].some((known) => known !== '' && (folded(known).includes(folded(words)) || folded(words).includes(folded(known))))) return 1;
    const own = lettersOf(`${name} ${shortName ?? ''}`);
    const common = [...wanted].filter((word) => own.has(word)).length;
    return wanted.size === 0 ? 0 : common / wanted.size;
  };
  return organisations.map((organisation) => ({ organisation, score: likeness(organisation) })).filter(({ score }) => score >= 0.5)
    .sort((one, other) => other.score - one.score || (one.organisation.name < other.organisation.name ? -1 : 1)).slice(0, 3).map(({ organisation }) => organisation);
}
