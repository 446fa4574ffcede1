import { newId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import type { Pool } from 'pg';

/** Rows of a plain query. */
export async function rowsOf<Row>(pool: Pool, sql: string, ...values: unknown[]): Promise<Row[]> {
  return (await pool.query(sql, values)).rows as Row[];
}

/** The first row. @throws Error when there is none */
export async function rowOf<Row>(pool: Pool, sql: string, ...values: unknown[]): Promise<Row> {
  const [row] = await rowsOf<Row>(pool, sql, ...values);
  if (row === undefined) throw new Error(`no row for ${sql}`);
  return row;
}

/** A demonstration account as the actor of a request; a new object each time, as in the application. */
export async function actorOf(pool: Pool, email: string): Promise<Actor> {
  const row = await rowOf<{ person_id: string; organisation_id: string; municipality_id: string }>(
    pool, 'SELECT m.person_id, m.organisation_id, m.municipality_id FROM memberships m JOIN persons p ON p.id = m.person_id WHERE p.email = $1', email);
  return { kind: 'person', personId: row.person_id, guestId: null, organisationId: row.organisation_id, gatheringId: null, municipalityId: row.municipality_id };
}

/** A mutation as it comes from a request. */
export function mutationOf(actor: Actor, mutation: string, input: unknown, idempotencyKey: string = newId()): CommandContext {
  return { actor, correlationId: newId(), mutation, idempotencyKey, input };
}

/** Codes with their places, of an expected failure; top-level errors by their code alone. */
export async function refusalOf(command: Promise<unknown>): Promise<string[]> {
  try {
    await command;
    return [];
  } catch (error) {
    if (error instanceof ValidationError) return error.details.map(({ code, path }) => `${code} at ${path.join('.')}`);
    return [(error as { code?: string }).code ?? String(error)];
  }
}
