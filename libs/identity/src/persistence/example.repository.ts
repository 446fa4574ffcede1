import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';

/** Removes example municipalities with everything identity has of them. */
@Injectable()
export class ExampleRepository {
  async lock(tx: Transaction, id: string): Promise<{ readonly name: string; readonly isExample: boolean } | null> {
    const [row] = await tx.$queryRaw<{ name: string; isExample: boolean }[]>`SELECT name, is_example AS "isExample" FROM municipalities WHERE id = ${id}::uuid FOR UPDATE`;
    return row ?? null;
  }

  /** Accounts go too, unless they also belong to another municipality. */
  async remove(tx: Transaction, id: string): Promise<void> {
    const people = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT m.person_id::text AS id FROM memberships m WHERE m.municipality_id = ${id}::uuid
        AND NOT EXISTS (SELECT FROM memberships o WHERE o.person_id = m.person_id AND o.municipality_id <> m.municipality_id)`;
    const personIds = people.map((person) => person.id);
    await tx.$executeRaw`DELETE FROM memberships WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM grants WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM one_time_links WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM api_tokens WHERE acting_municipality_id = ${id}::uuid`;
    await tx.$executeRaw`UPDATE sessions SET acting_municipality_id = NULL, acting_organisation_id = NULL WHERE acting_municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM sessions WHERE person_id = ANY (${personIds}::uuid[])`;
    await tx.$executeRaw`DELETE FROM persons WHERE id = ANY (${personIds}::uuid[])`;
    await tx.$executeRaw`UPDATE organisations SET parent_id = NULL WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM organisations WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM municipalities WHERE id = ${id}::uuid AND is_example`;
  }
}
