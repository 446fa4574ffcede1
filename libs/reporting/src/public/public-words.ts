import { inOwnWords, type OwnWord } from '@konzeptwerkstatt/kernel';
import type { ResolutionResult } from '@konzeptwerkstatt/decision';
import { arabicWords } from './public-words.ar.js';
import { germanWords } from './public-words.de.js';
import { englishWords } from './public-words.en.js';
import type { PublicLanguage } from './public-language.js';

/** What pages of adopted editions and of their measures say. */
export interface EditionWords {
  readonly contents: string;
  /** A table without a name, by where it stands. */
  readonly table: (place: string) => string;
  /** @param object of the text, such as `Maßnahme M1.1` */
  readonly ownPage: (object: string) => string;
  readonly linkTo: (object: string) => string;
  readonly proof: string;
  readonly proofLead: string;
  readonly textHash: string;
  readonly file: string;
  readonly fileLink: string;
  readonly fileHash: string;
  readonly decidedOn: string;
  readonly body: string;
  readonly result: string;
  readonly results: Readonly<Record<ResolutionResult, string>>;
  readonly votes: string;
  readonly yes: (count: number) => string;
  readonly no: (count: number) => string;
  readonly abstained: (count: number) => string;
  readonly paper: string;
  readonly councilSystem: string;
  readonly consultations: string;
  readonly correctionReason: string;
  readonly corrected: string;
  /** The newest edition, beside an older one. */
  readonly newest: string;
  /** The measures as open data. */
  readonly data: string;
  readonly dataLead: string;
  readonly dataColumns: string;
}

/** Everything that public pages say by themselves. */
export interface PublicWords {
  readonly skip: string;
  readonly language: string;
  readonly legal: string;
  readonly legalPages: Readonly<Record<'impressum' | 'datenschutz' | 'barrierefreiheit', string>>;
  readonly madeWith: string;
  readonly overview: string;
  readonly published: string;
  readonly concepts: string;
  readonly reports: string;
  /** Year of an edition, and the day on which it was adopted. */
  readonly adoptedOn: (year: number, day: string) => string;
  readonly indicators: string;
  readonly indicatorsLead: string;
  readonly openData: string;
  readonly catalogueLead: string;
  readonly example: string;
  readonly value: string;
  readonly period: string;
  /** Which half, and its year. */
  readonly halfYear: (half: 1 | 2, year: string) => string;
  readonly region: string;
  readonly whom: string;
  readonly everybody: string;
  readonly remarks: string;
  readonly values: string;
  readonly course: string;
  readonly definition: string;
  readonly described: string;
  readonly noDefinition: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly population: string;
  readonly method: string;
  readonly source: string;
  readonly sourceTable: string;
  readonly licence: string;
  readonly unit: string;
  readonly office: string;
  readonly changed: string;
  readonly versions: string;
  readonly versionsLead: string;
  readonly version: (version: number) => string;
  readonly downloads: string;
  readonly files: Readonly<Record<'machine' | 'spreadsheet' | 'metadata', string>>;
  readonly noValues: string;
  readonly suppressed: string;
  readonly none: string;
  readonly qualified: Readonly<Record<string, (value: string) => string>>;
  readonly statuses: Readonly<Record<string, string>>;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly latest: (value: string, period: string) => string;
  readonly first: (value: string, period: string) => string;
  readonly target: (value: string, year: number) => string;
  /** The target was set while something else was counted. */
  readonly targetOfBefore: string;
  readonly breaks: string;
  readonly hidden: string;
  readonly targetMark: string;
  readonly breakMark: string;
  readonly pathMark: string;
  /** What a line looks like where a value is missing means this. */
  readonly gapMark: string;
  readonly moreParts: string;
  readonly moreValues: (shown: string, all: string) => string;
  readonly comparison: string;
  readonly comparisonLead: string;
  readonly comparisonPart: (count: number) => string;
  readonly municipality: string;
  readonly otherDefinition: string;
  readonly thisOne: string;
  readonly edition: EditionWords;
}

const words: Readonly<Record<PublicLanguage, PublicWords>> = { de: germanWords, en: englishWords, ar: arabicWords };

/** The words of a language. @param ownWords of the municipality, known in German only */
export function wordsOf(language: PublicLanguage, ownWords: readonly OwnWord[] = []): PublicWords {
  const usual = words[language];
  if (language !== 'de' || ownWords.length === 0) return usual;
  const said = inOwnWords(ownWords);
  return { ...usual, indicators: said(usual.indicators), edition: { ...usual.edition, data: said(usual.edition.data) } };
}
