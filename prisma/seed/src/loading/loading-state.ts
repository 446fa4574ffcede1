import type { PrismaClient, Transaction } from '@konzeptwerkstatt/platform-database';
import type { CityContent } from '../content/city-content.js';

/** How far an edition is that was adopted before. */
export interface EarlierState {
  readonly editionId: string;
  /** Ids by title. */
  readonly sections: ReadonlyMap<string, string>;
  readonly isAdopted: boolean;
}

/** How far the loading of a city has come; every step is one transaction, so each is there in full or not at all. */
export interface CityState {
  readonly municipalityId: string | null;
  readonly processId: string | null;
  readonly editionId: string | null;
  /** The edition that was adopted before; null where the city has none. */
  readonly earlier: EarlierState | null;
  /** Ids by title. */
  readonly sections: ReadonlyMap<string, string>;
  /** Whether anything was said about the edition. */
  readonly hasContributions: boolean;
  readonly hasInquiry: boolean;
  readonly hasGathering: boolean;
  /** Roles come last. Until then nobody can sign in and change anything, so titles identify what was loaded. */
  readonly isComplete: boolean;
}

const NOTHING: CityState = { municipalityId: null, processId: null, editionId: null, earlier: null, sections: new Map(), hasContributions: false, hasInquiry: false, hasGathering: false, isComplete: false };

/** Looks up how far a city is loaded. */
export async function stateOf(tx: Transaction | PrismaClient, { municipality, edition: { title }, earlier }: CityContent): Promise<CityState> {
  const found = await tx.municipality.findUnique({ where: { ags_isExample: { ags: municipality.ags, isExample: true } }, select: { id: true } });
  if (found === null) return NOTHING;
  const municipalityId = found.id;
  const process = await tx.planningProcess.findFirst({ where: { municipalityId, isExample: true }, orderBy: { createdAt: 'asc' }, select: { id: true } });
  const edition = await tx.edition.findFirst({ where: { municipalityId, isExample: true, title }, orderBy: { createdAt: 'asc' }, select: { id: true } });
  const gatherings = process === null ? 0 : await tx.gathering.count({ where: { municipalityId, processId: process.id } });
  const roles = process === null ? 0 : await tx.processRole.count({ where: { municipalityId, processId: process.id } });
  const contributions = edition === null ? 0 : await tx.contribution.count({ where: { municipalityId, editionId: edition.id } });
  const inquiries = await tx.inquiry.count({ where: { municipalityId } });
  return {
    municipalityId, processId: process?.id ?? null, editionId: edition?.id ?? null, earlier: earlier === undefined ? null : await earlierState(tx, municipalityId, earlier.edition.title),
    sections: await sectionIds(tx, municipalityId, edition?.id ?? null), hasContributions: contributions > 0, hasInquiry: inquiries > 0, hasGathering: gatherings > 0, isComplete: roles > 0,
  };
}

async function sectionIds(tx: Transaction | PrismaClient, municipalityId: string, editionId: string | null): Promise<ReadonlyMap<string, string>> {
  const sections = editionId === null ? [] : await tx.section.findMany({ where: { municipalityId, editionId }, select: { id: true, title: true } });
  return new Map(sections.map(({ title, id }) => [title, id]));
}

async function earlierState(tx: Transaction | PrismaClient, municipalityId: string, title: string): Promise<EarlierState | null> {
  const edition = await tx.edition.findFirst({ where: { municipalityId, isExample: true, title }, orderBy: { createdAt: 'asc' }, select: { id: true, frozenAt: true } });
  return edition === null ? null : { editionId: edition.id, sections: await sectionIds(tx, municipalityId, edition.id), isAdopted: edition.frozenAt !== null };
}

/** Whether the database holds a municipality that is none of the demonstration's: then nothing is loaded into it. */
export async function isInUse(client: PrismaClient, cities: readonly CityContent[]): Promise<boolean> {
  const others = await client.municipality.count({ where: { OR: [{ ags: null }, { ags: { notIn: cities.map((city) => city.municipality.ags) } }, { isExample: false }] } });
  return others > 0;
}

/** Ids of a city's organisations by the keys of its content. */
export async function organisationIds(tx: Transaction | PrismaClient, municipalityId: string, { organisations }: CityContent): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.organisation.findMany({ where: { municipalityId }, select: { id: true, name: true } });
  const byName = new Map(rows.map(({ name, id }) => [name, id]));
  return new Map(organisations.flatMap(({ key, name }) => { const id = byName.get(name); return id === undefined ? [] : [[key, id] as const]; }));
}

/** Ids of a city's indicators by key. */
export async function indicatorIds(tx: Transaction | PrismaClient, municipalityId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.indicator.findMany({ where: { municipalityId }, select: { id: true, key: true } });
  return new Map(rows.map(({ key, id }) => [key, id]));
}
