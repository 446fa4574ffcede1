import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { partyStateOf } from '@konzeptwerkstatt/document-model';
import type { MeasurePart, PartyAnswer, PartyState } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { AdoptedEdition } from '../domain/adopted-content.js';
import { AdoptedEditionRepository } from '../persistence/adopted-edition.repository.js';
import { ConceptObjectRepository } from '../persistence/concept-object.repository.js';
import type { ConceptObjectPlace } from '../persistence/concept-object.repository.js';
import { ConceptNumbersReader } from './concept-numbers.reader.js';
import { EditionReader } from './edition.reader.js';
import type { EditionRecord } from './edition.reader.js';
import { MeasureReader } from './measure.reader.js';
import type { MeasureRecord } from './measure.record.js';
import { SectionReader } from './section.reader.js';
import type { SectionRecord } from './section.reader.js';

/** So many measures and sections an edition has at most where all of them are read at once; the largest concepts have a few hundred. */
const MOST_MEASURES = 10_000;
const MOST_SECTIONS = 1_000;

/** A measure with the number it is printed under. */
export type NumberedMeasure = MeasureRecord & { readonly number: string };

/** A measure whose money ends on a day that is not far. */
export interface FundingEnd {
  /** The same for the measure in each edition that it goes on in. */
  readonly lineageId: string;
  readonly municipalityId: string;
  readonly processId: string | null;
  readonly editionId: string;
  readonly isPublished: boolean;
  readonly sectionId: string;
  readonly blockId: string;
  readonly title: string;
  readonly leadOrganisationId: string;
  /** What the organisation in charge said last of the measure, in whichever edition. */
  readonly leadState: PartyState;
  /** The last day, `YYYY-MM-DD`. */
  readonly fundingUntil: string;
}

/** What other contexts may read of concept. Rights are the caller's question. */
@Injectable()
export class ConceptReader {
  constructor(
    private readonly editions: EditionReader,
    private readonly sections: SectionReader,
    private readonly adopted: AdoptedEditionRepository,
    private readonly database: PrismaDatabase,
    private readonly objects: ConceptObjectRepository,
    private readonly measures: MeasureReader,
    private readonly numbers: ConceptNumbersReader,
  ) {}

  /** What an adopted edition said when it was adopted; null when it is not (yet) frozen. */
  adoptedEdition(editionId: string): Promise<AdoptedEdition | null> {
    return this.adopted.find(this.database.client, editionId);
  }

  /** Editions that are written in the given processes of a municipality, newest first. */
  editionsOfProcesses(municipalityId: string, processIds: readonly string[]): Promise<EditionRecord[]> {
    return processIds.length === 0 ? Promise.resolve([]) : this.editions.findByProcesses(municipalityId, processIds);
  }

  /** Whether a municipality has any edition, asked in the caller's transaction. */
  async hasEdition(tx: Transaction, municipalityId: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM editions WHERE municipality_id = ${municipalityId}::uuid LIMIT 1`;
    return rows.length > 0;
  }

  /** The process an edition is written in, asked in the caller's transaction; null when there is none. */
  async processOf(tx: Transaction, editionId: string): Promise<string | null> {
    const rows = await tx.$queryRaw<{ processId: string | null }[]>`SELECT process_id::text AS "processId" FROM editions WHERE id = ${editionId}::uuid`;
    return rows[0]?.processId ?? null;
  }

  /** Whether an edition has any living section, asked in the caller's transaction. */
  async hasSection(tx: Transaction, editionId: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM sections WHERE edition_id = ${editionId}::uuid AND removed_at IS NULL LIMIT 1`;
    return rows.length > 0;
  }

  /** Editions by id, in any order; unknown ids are left out. */
  editionsByIds(ids: readonly string[]): Promise<EditionRecord[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.editions.findByIds(ids);
  }

  /** Living sections of an edition, in their order, at most 500. */
  sectionsOfEdition(editionId: string): Promise<SectionRecord[]> {
    return this.sections.findByEditions([editionId], { offset: 0, limit: 500 });
  }

  /** Living sections by id, in any order; removed and unknown ids are left out. */
  sectionsByIds(ids: readonly string[]): Promise<SectionRecord[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.sections.findByIds(ids);
  }

  /** Those of the ids that are living sections of editions of that process. */
  async sectionsOfProcess(municipalityId: string, processId: string, ids: readonly string[]): Promise<SectionRecord[]> {
    return (await this.sectionsByIds(ids)).filter((section) => section.municipalityId === municipalityId && section.processId === processId);
  }

  /** What editions, sections, goals and measures are called, by their ids, asked in the caller's transaction. Rights are the caller's question. */
  async titles(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const wanted = [...ids];
    const rows = await tx.$queryRaw<{ id: string; title: string }[]>`
      SELECT id::text, title FROM measures WHERE id = ANY (${wanted}::uuid[]) UNION ALL SELECT id::text, title FROM goals WHERE id = ANY (${wanted}::uuid[])
      UNION ALL SELECT id::text, title FROM sections WHERE id = ANY (${wanted}::uuid[]) UNION ALL SELECT id::text, title FROM editions WHERE id = ANY (${wanted}::uuid[])`;
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  /** As what measures name an organisation, by measure; those that do not name it are left out. Asked in the caller's transaction. */
  async partsOf(tx: Transaction, organisationId: string, measureIds: readonly string[]): Promise<ReadonlyMap<string, MeasurePart>> {
    const rows = await tx.$queryRaw<{ id: string; part: MeasurePart }[]>`
      SELECT m.id::text, CASE WHEN m.lead_organisation_id = ${organisationId}::uuid THEN 'lead' ELSE 'partner' END AS part FROM measures m
      WHERE m.id = ANY (${[...measureIds]}::uuid[]) AND (m.lead_organisation_id = ${organisationId}::uuid OR EXISTS (SELECT 1 FROM measure_partners p WHERE p.measure_id = m.id AND p.organisation_id = ${organisationId}::uuid))`;
    return new Map(rows.map(({ id, part }) => [id, part]));
  }

  /** Where a living goal or measure stands; null when there is none (any more). */
  objectPlace(object: 'goal' | 'measure', id: string): Promise<ConceptObjectPlace | null> {
    return this.objects.find(this.database.client, object, id);
  }

  /** All living sections of an edition, in order. */
  sectionsOf({ editionId }: Pick<EditionRecord, 'editionId'>): Promise<SectionRecord[]> {
    return this.sections.findByEditions([editionId], { offset: 0, limit: MOST_SECTIONS });
  }

  /** All living measures of an edition with their numbers, in the order of the text. */
  async allMeasuresOf(edition: Pick<EditionRecord, 'municipalityId' | 'editionId'>): Promise<NumberedMeasure[]> {
    const [rows, numbers] = await Promise.all([this.measures.findByEdition(edition, {}, null, { offset: 0, limit: MOST_MEASURES }), this.numbers.findByEditions([edition.editionId])]);
    return rows.map((row) => ({ ...row, number: numbers.get(edition.editionId)?.get(row.id) ?? '' }));
  }

  /**
   * Living measures with an organisation in charge whose money is there until one of these days, in whatever municipality: of the newest edition of
   * each instrument, and none that is done or dropped. What the organisation in charge has said holds for the measure as it goes on: its last word counts, in whichever edition.
   * @param from first day, `YYYY-MM-DD` @param to last day
   */
  async fundingEnds(tx: Transaction, from: string, to: string): Promise<FundingEnd[]> {
    const rows = await tx.$queryRaw<(Omit<FundingEnd, 'leadState'> & { readonly role: PartyAnswer['role'] | null; readonly isReserved: boolean | null })[]>`
      SELECT m.lineage_id::text AS "lineageId", m.municipality_id::text AS "municipalityId", e.process_id::text AS "processId", e.id::text AS "editionId", e.visibility = 'published' AS "isPublished",
        m.section_id::text AS "sectionId", m.block_id::text AS "blockId", m.title, m.lead_organisation_id::text AS "leadOrganisationId", m.funding_until::text AS "fundingUntil", said.role, said.is_reserved AS "isReserved"
      FROM (SELECT DISTINCT ON (municipality_id, instrument_id) * FROM editions ORDER BY municipality_id, instrument_id, year DESC, created_at DESC, id DESC) e
      JOIN measures m ON m.edition_id = e.id AND m.removed_at IS NULL JOIN sections s ON s.id = m.section_id AND s.removed_at IS NULL
      LEFT JOIN LATERAL (
        SELECT p.role, p.is_reserved FROM measure_parties p JOIN measures x ON x.id = p.measure_id AND x.lineage_id = m.lineage_id
        WHERE p.municipality_id = m.municipality_id AND p.organisation_id = m.lead_organisation_id ORDER BY p.answered_at DESC, x.id DESC LIMIT 1
      ) said ON true
      WHERE m.funding_until BETWEEN ${from}::date AND ${to}::date AND m.lead_organisation_id IS NOT NULL AND coalesce(m.status::text, '') NOT IN ('done', 'dropped') ORDER BY m.funding_until, m.id`;
    return rows.map(({ role, isReserved, ...end }) => ({ ...end, leadState: partyStateOf('lead', role === null ? null : { role, isReserved: isReserved === true }) }));
  }

  /** Those of the ids that are living measures of an edition, with their numbers, in the order of the text. */
  async measuresOf({ editionId }: Pick<EditionRecord, 'editionId'>, ids: readonly string[]): Promise<NumberedMeasure[]> {
    const [rows, numbers] = await Promise.all([ids.length === 0 ? [] : this.measures.findByIds(ids), this.numbers.findByEditions([editionId])]);
    const order = [...(numbers.get(editionId) ?? new Map<string, string>()).keys()];
    return rows.filter((row) => row.editionId === editionId).map((row) => ({ ...row, number: numbers.get(editionId)?.get(row.id) ?? '' })).toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  }
}
