import { Injectable } from '@nestjs/common';
import type { Transaction as EventTransaction } from '@konzeptwerkstatt/contracts';
import type { OpenLicenceKey } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { GenderStyle, MunicipalityFacts, SetupStep } from '../domain/municipality.policy.js';
import type { PlannedConcept } from '../domain/planned-concept.policy.js';

/** What a municipality is, officially, and to which county in this installation it belongs. */
export interface StoredFacts extends MunicipalityFacts {
  readonly countyId: string | null;
}

/** Writes municipalities and their settings. */
@Injectable()
export class MunicipalityRepository {
  /** @returns false when another one that is no example has the same key */
  async insert(tx: Transaction, id: string, { name, ags, kind, countyId }: StoredFacts): Promise<boolean> {
    const count = await tx.$executeRaw`
      INSERT INTO municipalities (id, name, ags, kind, county_id, setup_step)
      VALUES (${id}::uuid, ${name}, ${ags}, ${kind}::"MunicipalityKind", ${countyId}::uuid, 'look')
      ON CONFLICT (ags, is_example) DO NOTHING`;
    return count > 0;
  }

  /** What it is called until now, asked before it changes. */
  async lockName(tx: Transaction, id: string): Promise<string | null> {
    const [row] = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM municipalities WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    return row?.name ?? null;
  }

  /** @returns false when another one that is no example has the same key */
  async setFacts(tx: Transaction, id: string, { name, ags, kind, countyId }: StoredFacts): Promise<boolean> {
    const taken = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM municipalities WHERE ags = ${ags} AND id <> ${id}::uuid AND is_example = (SELECT is_example FROM municipalities WHERE id = ${id}::uuid) FOR UPDATE`;
    if (taken.length > 0) return false;
    await tx.$executeRaw`
      UPDATE municipalities SET name = ${name}, ags = ${ags}, kind = ${kind}::"MunicipalityKind", county_id = ${countyId}::uuid WHERE id = ${id}::uuid`;
    return true;
  }

  /** The key of a county in this installation; undefined when there is no such county. */
  async findCountyAgs(tx: Transaction, id: string): Promise<string | null | undefined> {
    const [row] = await tx.$queryRaw<{ ags: string | null }[]>`SELECT ags FROM municipalities WHERE id = ${id}::uuid AND kind = 'county' AND NOT is_example`;
    return row === undefined ? undefined : row.ags;
  }

  /** @returns whether it was set otherwise before */
  async setAuthorshipDetail(tx: Transaction, id: string, shown: boolean): Promise<boolean> {
    const count = await tx.$executeRaw`UPDATE municipalities SET shows_authorship_detail = ${shown} WHERE id = ${id}::uuid AND shows_authorship_detail <> ${shown}`;
    return count > 0;
  }

  async setMeasureStatusPublic(tx: Transaction, id: string, isPublic: boolean): Promise<void> {
    await tx.$executeRaw`UPDATE municipalities SET publishes_measure_status = ${isPublic}, measure_data_changed_at = now() WHERE id = ${id}::uuid AND publishes_measure_status <> ${isPublic}`;
  }

  async setMeasureLicence(tx: Transaction, id: string, licence: OpenLicenceKey | null): Promise<void> {
    await tx.$executeRaw`
      UPDATE municipalities SET measure_licence = ${licence}::"OpenLicence", measure_data_changed_at = now() WHERE id = ${id}::uuid AND measure_licence IS DISTINCT FROM ${licence}::"OpenLicence"`;
  }

  async setColour(tx: Transaction, id: string, colour: string | null): Promise<void> {
    await tx.$executeRaw`UPDATE municipalities SET accent_colour = ${colour} WHERE id = ${id}::uuid`;
  }

  /** @returns the file that was the logo before */
  async setLogo(tx: Transaction, id: string, fileId: string | null): Promise<string | null> {
    const [before] = await tx.$queryRaw<{ logo: string | null }[]>`SELECT logo_file_id::text AS logo FROM municipalities WHERE id = ${id}::uuid FOR UPDATE`;
    await tx.$executeRaw`UPDATE municipalities SET logo_file_id = ${fileId}::uuid WHERE id = ${id}::uuid`;
    return before?.logo ?? null;
  }

  /** @param terms and labels as `termsToStore` and `labelsToStore` give them */
  async setWording(tx: Transaction, id: string, wording: { readonly genderStyle: GenderStyle | null; readonly terms: object; readonly labels: object }): Promise<void> {
    await tx.$executeRaw`
      UPDATE municipalities SET gender_style = ${wording.genderStyle}::"GenderStyle", terms = ${JSON.stringify(wording.terms)}::jsonb,
        instrument_labels = ${JSON.stringify(wording.labels)}::jsonb WHERE id = ${id}::uuid`;
  }

  async setPlannedConcept(tx: Transaction, id: string, planned: PlannedConcept): Promise<void> {
    await tx.$executeRaw`UPDATE municipalities SET planned_concept = ${JSON.stringify(planned)}::jsonb WHERE id = ${id}::uuid`;
  }

  /** Goes to a step while setting up is not over; afterwards nothing brings it back. */
  async setSetupStep(tx: Transaction, id: string, step: SetupStep): Promise<void> {
    await tx.$executeRaw`UPDATE municipalities SET setup_step = ${step}::"SetupStep" WHERE id = ${id}::uuid AND setup_step IS NOT NULL`;
  }

  /** Setting up is over. */
  async endSetup(tx: EventTransaction, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE municipalities SET setup_step = NULL, planned_concept = '{}' WHERE id = ${id}::uuid`;
  }
}
