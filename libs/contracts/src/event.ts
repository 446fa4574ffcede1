import type { z } from 'zod';
import type { Actor } from '@konzeptwerkstatt/kernel';

/** A kind of event: its name (`context.aggregate.past-tense`), version and the schema of its payload (plain JSON, ids and changed facts only). */
export interface EventContract<Payload = unknown> {
  readonly name: string;
  readonly version: number;
  readonly schema: z.ZodType<Payload>;
}

const contracts = new Map<string, EventContract>();

/** Declares an event. Throws when the name is taken or does not follow `context.aggregate.past-tense`. */
export function defineEvent<Schema extends z.ZodType>(name: string, version: number, schema: Schema): EventContract<z.infer<Schema>> {
  if (!/^[a-z]+(\.[a-z]+(-[a-z]+)*){2}$/.test(name)) throw new Error(`Event name ${name} is not context.aggregate.past-tense`);
  if (contracts.has(name)) throw new Error(`Event ${name} is declared twice`);
  const contract = { name, version, schema } as EventContract<z.infer<Schema>>;
  contracts.set(name, contract);
  return contract;
}

/** Every declared event, by name. */
export function eventContracts(): ReadonlyMap<string, EventContract> {
  return contracts;
}

/** An event to be appended to the outbox in the transaction of its change. */
export interface NewEvent<Payload = unknown> {
  readonly contract: EventContract<Payload>;
  readonly municipalityId: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** The edition whose activity list shows it; null when it belongs to none. */
  readonly editionId: string | null;
  readonly actor: Actor;
  readonly payload: Payload;
  readonly causationId?: string;
}

/** Builds a new event with a payload of the contract's type. */
export function newEvent<Payload>(contract: EventContract<Payload>, facts: Omit<NewEvent<Payload>, 'contract'>): NewEvent<Payload> {
  return { contract, ...facts };
}

/** An event as subscribers and streams get it. */
export interface EventEnvelope<Payload = unknown> {
  readonly id: string;
  /** Given at dispatch by the one relay; streams continue from it. */
  readonly position: string;
  readonly name: string;
  readonly version: number;
  readonly municipalityId: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** 1, 2, 3 … within the aggregate; a subscriber drops what is older than what it has seen. */
  readonly sequence: string;
  readonly editionId: string | null;
  /** ISO 8601, UTC, the database's clock. */
  readonly occurredAt: string;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly payload: Payload;
}
