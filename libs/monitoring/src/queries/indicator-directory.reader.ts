import { Inject, Injectable } from '@nestjs/common';
import type { IndicatorDirectory } from '@konzeptwerkstatt/concept';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { IndicatorRepository } from '../persistence/indicator.repository.js';
import { observationPeriodText } from '../domain/observation-period.text.js';
import { IndicatorReader } from './indicator.reader.js';
import { ObservationReader } from './observation.reader.js';
import type { ObservationRecord } from './observation.reader.js';

/** What a document says of the latest value. */
interface StandingWords {
  readonly locale: string;
  readonly latest: (value: string, period: string) => string;
  readonly byGroups: (period: string) => string;
  readonly withheld: (period: string) => string;
  readonly none: (period: string) => string;
  readonly special: string;
}

const standingWords: Readonly<Record<DocumentLanguage, StandingWords>> = {
  de: {
    locale: 'de-DE', latest: (value, period) => `zuletzt ${value} (${period})`, byGroups: (period) => `nach Gruppen gezählt, zuletzt ${period}`, withheld: (period) => `der Wert für ${period} wird nicht gezeigt, damit niemand erkennbar ist`,
    none: (period) => `kein Wert für ${period}`, special: 'der Wert steht nur beim Indikator selbst',
  },
  en: {
    locale: 'en-GB', latest: (value, period) => `latest ${value} (${period})`, byGroups: (period) => `counted by groups, latest ${period}`, withheld: (period) => `the value for ${period} is not shown, so that nobody can be recognised`,
    none: (period) => `no value for ${period}`, special: 'the value stands at the indicator only',
  },
  ar: {
    locale: 'ar-u-nu-latn', latest: (value, period) => `آخر قيمة ${value} (${period})`, byGroups: (period) => `يُحصى حسب المجموعات، آخرها ${period}`, withheld: (period) => `لا تُعرض قيمة ${period} حتى لا يمكن التعرف على أحد`,
    none: (period) => `لا قيمة لـ ${period}`, special: 'القيمة مذكورة عند المؤشر نفسه فقط',
  },
};

/** The latest total as documents say it. */
function totalInWords(record: ObservationRecord, unitLabel: string, words: StandingWords): string {
  const { value, decimals, isSuppressed, sensitivity } = record;
  // Texts are published as they were adopted.
  if (sensitivity === 'special') return words.special;
  const period = observationPeriodText(record);
  if (value === null) return isSuppressed ? words.withheld(period) : words.none(period);
  return words.latest(`${new Intl.NumberFormat(words.locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(Number(value))}\u00a0${unitLabel}`, period);
}

/** Tells concept which indicators exist, inside its own transaction, and what they are called. */
@Injectable()
export class IndicatorDirectoryReader implements IndicatorDirectory {
  constructor(
    @Inject(IndicatorRepository) private readonly indicators: IndicatorRepository,
    @Inject(IndicatorReader) private readonly reader: IndicatorReader,
    @Inject(ObservationReader) private readonly observations: ObservationReader,
  ) {}

  existing(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.indicators.findExisting(tx, municipalityId, ids);
  }

  async standing(municipalityId: string, ids: readonly string[], language: DocumentLanguage): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const [rows, latest, parts] = await Promise.all([this.reader.findManyByIds(municipalityId, ids), this.observations.findLatest(municipalityId, ids), this.observations.findLatestParts(municipalityId, ids)]);
    const units = new Map(rows.map(({ id, unitLabel }) => [id, unitLabel]));
    return new Map([
      // What is only counted by groups has no total.
      ...parts.map((record) => [record.indicatorId, standingWords[language].byGroups(observationPeriodText(record))] as const),
      ...latest.map((record) => [record.indicatorId, totalInWords(record, units.get(record.indicatorId) ?? '', standingWords[language])] as const),
    ]);
  }

  async names(municipalityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.reader.findManyByIds(municipalityId, ids)).map(({ id, name }) => [id, name]));
  }
}
