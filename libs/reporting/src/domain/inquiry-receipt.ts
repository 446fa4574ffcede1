import { directionOf } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, DocumentBlock, DocumentSection, Inline } from '@konzeptwerkstatt/document-model';

/** One answered line of a receipt, in words. */
export interface ReceiptLine {
  /** Number and title of the measure, or what the organisation named. */
  readonly title: string;
  /** Whether it was handed in as unchanged since the last time. */
  readonly isUnchanged: boolean;
  readonly answers: readonly { readonly question: string; readonly words: string }[];
}

/** What a receipt says. */
export interface ReceiptFacts {
  readonly inquiry: string;
  readonly organisation: string;
  readonly municipality: string;
  readonly year: number;
  /** E.g. `Abgegeben am 30.6.2027 um 14:05 Uhr`. */
  readonly state: string;
  readonly lines: readonly ReceiptLine[];
}

const text = (words: string, bold = false): Inline => ({ kind: 'text', text: words, bold, italic: false, href: null });

function answerBlock({ question, words }: ReceiptLine['answers'][number]): DocumentBlock {
  const lines = words.split('\n').flatMap((line): Inline[] => [{ kind: 'break' }, text(line)]);
  return { kind: 'paragraph', inlines: [text(question, true), ...lines], direction: directionOf(words) };
}

function section({ title, isUnchanged, answers }: ReceiptLine, index: number): DocumentSection {
  const unchanged: DocumentBlock[] = isUnchanged ? [{ kind: 'paragraph', inlines: [text('Unverändert seit der letzten Abfrage.')], direction: 'ltr' }] : [];
  return { sectionId: String(index), number: '', title: title === '' ? 'Antwort' : title, direction: directionOf(title), sourceNote: null, blocks: [...unchanged, ...answers.map(answerBlock)] };
}

/** The receipt of what an organisation has handed in, as a document of which a PDF is made. */
export function receiptDocument({ inquiry, organisation, municipality, year, state, lines }: ReceiptFacts): ConceptDocument {
  return {
    language: 'de', direction: 'ltr', measureTable: null, sections: lines.map(section),
    titlePage: { title: inquiry, year, municipality, state, excerpt: `Antworten von ${organisation}`, notes: lines.length === 0 ? ['Ohne Einträge abgegeben.'] : [] },
  };
}
