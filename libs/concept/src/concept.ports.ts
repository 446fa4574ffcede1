import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { Gap } from './domain/gap.policy.js';

/** Tells which indicators exist, for links from goals and measures. Implemented by `monitoring`, provided globally by its module. */
export interface IndicatorDirectory {
  /** Those of the ids that are living indicators of the municipality; they stay so until the transaction ends. */
  existing(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Names by id, for downloads; unknown ids are left out. */
  names(municipalityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** How they stand in the own municipality, by id, in words of the language of a document: `zuletzt 20,5 % (2020)`. Ids without a value are left out; what is withheld is not said. */
  standing(municipalityId: string, ids: readonly string[], language: DocumentLanguage): Promise<ReadonlyMap<string, string>>;
}

/** Injection token of the indicator directory. */
export const INDICATOR_DIRECTORY = Symbol('IndicatorDirectory');

/** Which links an edition has, for who looks for gaps behind them. */
export interface EditionForGaps {
  readonly editionId: string;
  readonly municipalityId: string;
  /** Indicators that living goals and measures of the edition (or of the section asked for) are linked to, with the first place that names each. */
  readonly indicators: readonly { readonly indicatorId: string; readonly sectionId: string; readonly blockId: string; readonly measureId: string | null; readonly goalId: string | null }[];
}

/** Finds gaps that concept cannot see itself, e.g. indicators without data. Implemented by contexts that depend on concept; the app joins them. */
export interface GapSource {
  /** The gaps of one edition, in the order in which they are shown. One statement, whatever the size. */
  find(edition: EditionForGaps): Promise<readonly Gap[]>;
}

/** Injection token of the list of gap sources; without a provider there are none. */
export const GAP_SOURCES = Symbol('GapSources');
