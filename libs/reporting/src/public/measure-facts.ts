import type { PublicMeasure, PublishedEdition } from '@konzeptwerkstatt/concept';
import { publicPath } from '@konzeptwerkstatt/concept';
import type { OwnWord } from '@konzeptwerkstatt/kernel';
import { documentWords } from '@konzeptwerkstatt/document-model';
import type { DocumentWords, ObjectBlock } from '@konzeptwerkstatt/document-model';
import type { ReleasedIndicator } from '@konzeptwerkstatt/monitoring';
import { releasedPath } from '@konzeptwerkstatt/monitoring';
import { measureWordsOf } from './measure-words.js';
import { inLanguage } from './public-frame.js';
import { dayInWords } from './public-language.js';
import type { PublicLanguage } from './public-language.js';

/** One of several things a fact names. */
export interface FactValue {
  readonly text: string;
  /** Its own page. */
  readonly href?: string;
  /** Whether somebody wrote it, in whatever language. */
  readonly isOwnWords?: boolean;
}

/** Something that is known of a measure, under what it is called. */
export interface MeasureFact {
  readonly term: string;
  readonly values: readonly FactValue[];
}

/** What was reported last of how far a measure is. */
export interface MeasureStanding {
  readonly status: string;
  readonly reportedAt: Date;
}

/** A measure with the names of whatever it names. */
export interface ShownMeasure {
  readonly measure: PublicMeasure;
  /** As it stands in the text: with the names of its goals and indicators. */
  readonly block: ObjectBlock;
  /** Number and title of its section. */
  readonly section: string;
  readonly editions: readonly PublishedEdition[];
  readonly lead: string | null;
  readonly partners: readonly string[];
  /** Indicators of the municipality that everybody may read. */
  readonly released: readonly ReleasedIndicator[];
  /** Null while nobody has reported, or where it is not public. */
  readonly standing: MeasureStanding | null;
}

type Known = Readonly<Record<string, string>>;

const own = (values: readonly (string | null)[]): FactValue[] => values.flatMap((text) => (text === null ? [] : [{ text, isOwnWords: true }]));
const called = (known: Known, key: string): string => known[key] ?? key;
const ofKey = (known: Known, key: string | null): FactValue[] => (key === null ? [] : [{ text: called(known, key) }]);
const using = (value: string | null, inWords: (value: string) => string): FactValue[] => (value === null ? [] : [{ text: inWords(value) }]);
const namesIn = ({ fields }: ObjectBlock, key: string): readonly string[] => fields.find((field) => field.key === key)?.values ?? [];

function indicatorValues({ block, measure, released }: ShownMeasure, language: PublicLanguage): FactValue[] {
  return namesIn(block, 'indicator').map((name) => {
    const open = released.find(({ row }) => measure.indicatorIds.includes(row.id) && row.name === name);
    return { text: name, isOwnWords: true, ...(open === undefined ? {} : { href: inLanguage(releasedPath(open.place, open.row.key), language) }) };
  });
}

/** By the names that fields have in the document model. */
function money({ measure: { resources, budgetAmount, fundingSource, fundingUntil, fundingState } }: ShownMeasure, words: DocumentWords): readonly (readonly [string, FactValue[]])[] {
  return [
    ['resources', own([resources])], ['budgetAmount', using(budgetAmount, words.amount)], ['fundingSource', own([fundingSource])],
    ['fundingUntil', using(fundingUntil ?? null, words.day)], ['fundingState', ofKey(words.fundingStates, fundingState)],
  ];
}

/** How far a measure is, as was reported last; otherwise nothing. */
export function standingFact({ standing }: ShownMeasure, language: PublicLanguage): MeasureFact | null {
  if (standing === null) return null;
  const { statusNow, reportedOn } = measureWordsOf(language);
  return { term: statusNow, values: [{ text: `${called(documentWords(language).statuses, standing.status)} (${reportedOn(dayInWords(standing.reportedAt, language))})` }] };
}

/** What was adopted of a measure, in words of a language; what people wrote stays as it is. What nobody said is left out. */
export function measureFacts(shown: ShownMeasure, language: PublicLanguage, ownWords: readonly OwnWord[] = []): MeasureFact[] {
  const { measure, block, section, editions, lead, partners } = shown;
  const { field, statusThen, standsIn } = measureWordsOf(language, ownWords);
  const words = documentWords(language, ownWords);
  const facts: readonly (readonly [string, FactValue[]])[] = [
    [field, own([section])], ['goal', own(namesIn(block, 'goal'))], ['type', ofKey(words.types, measure.type)], [statusThen, ofKey(words.statuses, measure.status)], ['priority', ofKey(words.priorities, measure.priority)],
    ['lead', own([lead])], ['partner', own(partners)], ['targetGroup', measure.targetGroups.flatMap((group) => ofKey(words.targetGroups, group))], ['district', own([measure.district])],
    ['period', using(measure.period, words.period)], ...money(shown, words), ['staffPositions', using(measure.staffPositions, words.posts)],
    ['indicator', indicatorValues(shown, language)], [standsIn, editions.map(({ publication, edition }) => ({ text: `${edition.title} (${edition.year})`, href: publicPath(publication), isOwnWords: true }))],
  ];
  return facts.flatMap(([term, values]) => (values.length === 0 ? [] : [{ term: called(words.fields, term), values }]));
}
