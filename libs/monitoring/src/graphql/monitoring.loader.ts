import DataLoader from 'dataloader';
import { defineLoader } from '@konzeptwerkstatt/platform-graphql';
import type { ObservationImport } from '../domain/observation-import.js';
import type { IndicatorRelease } from '../domain/release.policy.js';
import type { StatisticsSheet } from '../domain/statistics-file/statistics-sheet.js';
import { IndicatorReader } from '../queries/indicator.reader.js';
import type { DefinitionRow, IndicatorRow } from '../queries/indicator.reader.js';
import { ObservationImportReader } from '../queries/observation-import.reader.js';
import { ObservationReader } from '../queries/observation.reader.js';
import { ShareCheckReader } from '../queries/share-check.reader.js';
import type { ShareDisagreement } from '../queries/share-check.reader.js';
import type { EarlierObservation, ObservationRecord, ObservationWindow, SeriesRecord } from '../queries/observation.reader.js';
import { ReleasedIndicatorReader } from '../queries/released-indicator.reader.js';

/** A row of one municipality by raw id. */
export interface OwnedKey {
  readonly municipalityId: string;
  readonly id: string;
}

/** A page of one indicator's values. */
export interface ObservationKey extends OwnedKey, ObservationWindow {}

export interface ObservationPage {
  readonly rows: readonly ObservationRecord[];
  readonly total: number | null;
}

type FindMany<Row> = (municipalityId: string, ids: readonly string[]) => Promise<readonly Row[]>;

/** Rows by key, with one statement per municipality (nearly always one). */
async function byKey<Row>(keys: readonly OwnedKey[], find: FindMany<Row>, idOf: (row: Row) => string): Promise<(Row | null)[]> {
  const found = new Map<string, Row>();
  for (const [municipalityId, group] of Map.groupBy(keys, (key) => key.municipalityId)) {
    for (const row of await find(municipalityId, group.map(({ id }) => id))) found.set(`${municipalityId}/${idOf(row)}`, row);
  }
  return keys.map(({ municipalityId, id }) => found.get(`${municipalityId}/${id}`) ?? null);
}

const cacheKeyFn = ({ municipalityId, id }: OwnedKey): string => `${municipalityId}/${id}`;

/** A loader whose keys are told apart by their text; the type of the library cannot say so. */
function keyed<Key, Value>(batch: (keys: readonly Key[]) => Promise<Value[]>, toText: (key: Key) => string): DataLoader<Key, Value> {
  return new DataLoader<Key, Value, string>(batch, { cacheKeyFn: toText });
}

/** Living indicators by raw id; rights are not asked, the objects that name them were. */
export const indicatorLoader = defineLoader<OwnedKey, IndicatorRow | null>('monitoring.indicator', (container) => {
  const reader = container.get(IndicatorReader, { strict: false });
  return keyed((keys) => byKey(keys, (municipalityId, ids) => reader.findManyByIds(municipalityId, ids), (row) => row.id), cacheKeyFn);
});

/** The newest definition of an indicator. */
export const newestDefinitionLoader = defineLoader<OwnedKey, DefinitionRow | null>('monitoring.newest-definition', (container) => {
  const reader = container.get(IndicatorReader, { strict: false });
  return keyed((keys) => byKey(keys, (municipalityId, ids) => reader.findNewestDefinitions(municipalityId, ids), (row) => row.indicatorId), cacheKeyFn);
});

/** Definitions by raw id. */
export const definitionLoader = defineLoader<OwnedKey, DefinitionRow | null>('monitoring.definition', (container) => {
  const reader = container.get(IndicatorReader, { strict: false });
  return keyed((keys) => byKey(keys, (municipalityId, ids) => reader.findDefinitions(municipalityId, ids), (row) => row.id), cacheKeyFn);
});

/** The latest value of an indicator in the region of its own municipality. */
export const latestObservationLoader = defineLoader<OwnedKey, ObservationRecord | null>('monitoring.latest-observation', (container) => {
  const reader = container.get(ObservationReader, { strict: false });
  return keyed((keys) => byKey(keys, (municipalityId, ids) => reader.findLatest(municipalityId, ids), (row) => row.indicatorId), cacheKeyFn);
});

/** The latest value of a part of the population in the region of its own municipality. */
export const latestPartLoader = defineLoader<OwnedKey, ObservationRecord | null>('monitoring.latest-part', (container) => {
  const reader = container.get(ObservationReader, { strict: false });
  return keyed((keys) => byKey(keys, (municipalityId, ids) => reader.findLatestParts(municipalityId, ids), (row) => row.indicatorId), cacheKeyFn);
});

/** What follows from the counts of a share, where it is not what the share says. */
export const shareDisagreementLoader = defineLoader<ObservationRecord, ShareDisagreement | null>('monitoring.share-disagreement', (container) => {
  const reader = container.get(ShareCheckReader, { strict: false });
  return keyed(async (values) => {
    const found = new Map<string, ShareDisagreement>();
    for (const [municipalityId, own] of Map.groupBy(values, (value) => value.municipalityId)) for (const one of await reader.find(municipalityId, own)) found.set(one.observationId, one);
    return values.map(({ id }) => found.get(id) ?? null);
  }, ({ id }) => id);
});

/** A page of the values of several indicators at once. */
export const observationsLoader = defineLoader<ObservationKey, ObservationPage>('monitoring.observations', (container) => {
  const reader = container.get(ObservationReader, { strict: false });
  const textOf = ({ municipalityId, offset, limit }: ObservationKey): string => `${municipalityId}/${offset}/${limit}`;
  return keyed(async (keys) => {
    const pages = new Map<string, ObservationPage>();
    for (const [text, group] of Map.groupBy(keys, textOf)) {
      const [{ municipalityId, offset, limit }] = group as [ObservationKey];
      const rows = await reader.findByIndicators(municipalityId, group.map(({ id }) => id), { offset, limit });
      for (const [id, own] of Map.groupBy(rows, (row) => row.indicatorId)) pages.set(`${text}/${id}`, { rows: own, total: own[0]?.total ?? null });
    }
    return keys.map((key) => pages.get(`${textOf(key)}/${key.id}`) ?? { rows: [], total: key.offset === 0 ? 0 : null });
  }, (key) => `${textOf(key)}/${key.id}`);
});

/** Rows of several owners at once, each with its own. */
function owned<Row>(batch: (municipalityId: string, ids: readonly string[]) => Promise<readonly Row[]>, ownerOf: (row: Row) => string): DataLoader<OwnedKey, readonly Row[]> {
  return keyed(async (keys) => {
    const found = new Map<string, readonly Row[]>();
    for (const [municipalityId, group] of Map.groupBy(keys, (key) => key.municipalityId)) {
      const rows = await batch(municipalityId, group.map(({ id }) => id));
      for (const [id, own] of Map.groupBy(rows, ownerOf)) found.set(`${municipalityId}/${id}`, own);
    }
    return keys.map((key) => found.get(cacheKeyFn(key)) ?? []);
  }, cacheKeyFn);
}

/** Releases of indicators; null for what is not for everybody. */
export const releaseLoader = defineLoader<OwnedKey, IndicatorRelease | null>('monitoring.release', (container) => {
  const reader = container.get(ReleasedIndicatorReader, { strict: false });
  return keyed((keys) => byKey(keys, (municipalityId, ids) => reader.findReleases(municipalityId, ids), (row) => row.indicatorId), cacheKeyFn);
});

/** Values of an indicator in the region of its municipality, as series are made of them. */
export const seriesLoader = defineLoader<OwnedKey, readonly SeriesRecord[]>('monitoring.series', (container) => {
  const reader = container.get(ObservationReader, { strict: false });
  return owned((municipalityId, ids) => reader.findSeries(municipalityId, ids), (row) => row.indicatorId);
});

/** What stood before a value. */
export const earlierObservationsLoader = defineLoader<OwnedKey, readonly EarlierObservation[]>('monitoring.earlier-observations', (container) => {
  const reader = container.get(ObservationReader, { strict: false });
  return owned((municipalityId, ids) => reader.findEarlier(municipalityId, ids), (row) => row.standingId);
});

/** Every version of an indicator's definition. */
export const definitionVersionsLoader = defineLoader<OwnedKey, readonly DefinitionRow[]>('monitoring.definition-versions', (container) => {
  const reader = container.get(IndicatorReader, { strict: false });
  return owned((municipalityId, ids) => reader.findVersions(municipalityId, ids), (row) => row.indicatorId);
});

/** What stands in a statistics file, as it is understood: it can be large, and several fields tell of it. */
export const sheetsLoader = defineLoader<Pick<ObservationImport, 'id' | 'reading'>, readonly StatisticsSheet[]>('monitoring.sheets', (container) => {
  const reader = container.get(ObservationImportReader, { strict: false });
  return keyed((keys) => Promise.all(keys.map((key) => reader.sheets(key))), ({ id, reading }) => `${id}/${reading?.encoding ?? ''}`);
});
