import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { SetupStep } from '../domain/municipality.policy.js';
import { storedPlannedConcept, type PlannedConcept } from '../domain/planned-concept.policy.js';
import { isAdministratorAtWork } from '../persistence/administrator.repository.js';

/** A municipality in the list of the installation. */
export interface InstalledMunicipality {
  readonly id: string;
  readonly countyName: string | null;
  readonly hasAdministrator: boolean;
}

/** How far setting up is. */
export interface SetupState {
  readonly step: SetupStep | null;
  readonly plannedConcept: PlannedConcept | null;
}

/** What administrators read of municipalities. */
@Injectable()
export class MunicipalityReader {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  async setupOf(municipalityId: string): Promise<SetupState> {
    const row = await this.database.client.municipality.findUnique({ where: { id: municipalityId }, select: { setupStep: true, plannedConcept: true } });
    return { step: row?.setupStep ?? null, plannedConcept: storedPlannedConcept(row?.plannedConcept) };
  }

  /** Every municipality of the installation: real ones first, by name. */
  installed(): Promise<InstalledMunicipality[]> {
    return this.database.client.$queryRaw<InstalledMunicipality[]>`
      SELECT m.id::text, c.name AS "countyName", EXISTS (
        SELECT FROM grants g WHERE g.municipality_id = m.id AND ${isAdministratorAtWork}
      ) AS "hasAdministrator"
      FROM municipalities m LEFT JOIN municipalities c ON c.id = m.county_id ORDER BY m.is_example, m.name, m.id LIMIT 2000`;
  }

  /** Who runs the installation, by name. */
  operators(): Promise<{ personId: string; displayName: string; email: string }[]> {
    return this.database.client.$queryRaw<{ personId: string; displayName: string; email: string }[]>`
      SELECT DISTINCT p.id::text AS "personId", p.display_name AS "displayName", p.email FROM grants g JOIN persons p ON p.id = g.subject_id
      WHERE g.scope_kind = 'installation' AND ${isAdministratorAtWork} ORDER BY p.display_name, p.email LIMIT 200`;
  }

  /** Counties that a municipality with this key may belong to. */
  counties(): Promise<{ id: string; name: string }[]> {
    return this.database.client.municipality.findMany({ where: { kind: 'county', isExample: false }, select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 500 });
  }

  /** Organisations by which a county knows its members, by name. */
  memberOrganisationsOf(countyId: string): Promise<{ id: string }[]> {
    return this.database.client.organisation.findMany({ where: { municipalityId: countyId, representedId: { not: null }, removedAt: null }, select: { id: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 500 });
  }

  /** Members of a county in this installation, by name. */
  membersOf(countyId: string): Promise<{ id: string }[]> {
    return this.database.client.municipality.findMany({ where: { countyId }, select: { id: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 500 });
  }
}
