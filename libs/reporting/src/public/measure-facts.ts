import type { PublicMeasure, PublishedEdition } from '@konzeptwerkstatt/concept';
import { publicPath } from '@konzeptwerkstatt/concept';
import type { ObjectBlock } from '@konzeptwerkstatt/document-model';
import type { ReleasedIndicator } from '@konzeptwerkstatt/monitoring';
import { releasedPath } from '@konzeptwerkstatt/monitoring';
import { reportWords } from '../domain/report/words/report-words.js';
import type { ReportWords } from '../domain/report/words/report-words.js';
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
  /** Null while nobody has reported. */
  readonly standing: MeasureStanding | null;
}

const own = (values: readonly string[]): FactValue[] => values.map((text) => ({ text, isOwnWords: true }));
const said = (value: string | null | undefined): FactValue[] => (value === null || value === undefined || value === '' ? [] : [{ text: value }]);
const ofKey = (known: Readonly<Record<string, string>>, key: string | null): FactValue[] => said(key === null ? null : (known[key] ?? key));
const statusWord = ({ t }: ReportWords, status: string | null): string | null => (status === null ? null : t(`status.${status as 'idea'}`));
const namesIn = ({ fields }: ObjectBlock, key: string): readonly string[] => fields.find((field) => field.key === key)?.values ?? [];

function indicatorValues({ block, measure, released }: ShownMeasure, language: PublicLanguage): FactValue[] {
  return namesIn(block, 'indicator').map((name) => {
    const open = released.find(({ row }) => measure.indicatorIds.includes(row.id) && row.name === name);
    return { text: name, isOwnWords: true, ...(open === undefined ? {} : { href: inLanguage(releasedPath(open.place, open.row.key), language) }) };
  });
}

function money({ measure }: ShownMeasure, words: ReportWords): readonly (readonly [string, FactValue[]])[] {
  const { t } = words;
  const { resources, budgetAmount, fundingSource, fundingUntil, fundingState } = measure;
  return [
    [t('sheet.resources'), own(resources === null ? [] : [resources])], [t('sheet.cost'), said(budgetAmount === null ? null : words.amount(budgetAmount))], [t('sheet.funding'), own(fundingSource === null ? [] : [fundingSource])],
    [t('sheet.funded-until'), said(fundingUntil ? words.day(fundingUntil) : null)], [t('sheet.budget'), said(fundingState === null ? null : t(`funding.${fundingState as 'secured'}`))],
  ];
}

/** How far a measure is, as was reported last; otherwise nothing. */
export function standingFact({ standing }: ShownMeasure, language: PublicLanguage): MeasureFact | null {
  if (standing === null) return null;
  const { statusNow, reportedOn } = measureWordsOf(language);
  return { term: statusNow, values: [{ text: `${statusWord(reportWords(language), standing.status) ?? ''} (${reportedOn(dayInWords(standing.reportedAt, language))})` }] };
}

/** What was adopted of a measure, in words of a language; what people wrote stays as it is. What nobody said is left out. */
export function measureFacts(shown: ShownMeasure, language: PublicLanguage): MeasureFact[] {
  const { measure, block, section, editions, lead, partners } = shown;
  const words = measureWordsOf(language);
  const reports = reportWords(language);
  const { t } = reports;
  const facts: readonly (readonly [string, FactValue[]])[] = [
    [t('head.field'), own([section])], [words.goals, own(namesIn(block, 'goal'))], [words.type, ofKey(words.types, measure.type)], [words.statusThen, said(statusWord(reports, measure.status))], [words.priority, ofKey(words.priorities, measure.priority)],
    [t('head.lead'), own(lead === null ? [] : [lead])], [t('sheet.partners'), own(partners)], [words.targetGroups, measure.targetGroups.flatMap((group) => ofKey(words.groups, group))], [words.district, own(measure.district === null ? [] : [measure.district])],
    [t('head.period'), said(measure.period === null ? null : reports.period(measure.period))], ...money(shown, reports), [words.posts, said(measure.staffPositions === null ? null : reports.number(measure.staffPositions))],
    [words.indicators, indicatorValues(shown, language)], [words.standsIn, editions.map(({ publication, edition }) => ({ text: `${edition.title} (${edition.year})`, href: publicPath(publication), isOwnWords: true }))],
  ];
  return facts.flatMap(([term, values]) => (values.length === 0 ? [] : [{ term, values }]));
}
