import { createHash } from 'node:crypto';
import { canonicalJson, ValidationError } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';

/** One call of a mutation, as the caller named it. */
export interface IdempotentCall {
  /** `actorKey(actor)`: keys of different actors have nothing to do with each other. */
  readonly actorKey: string;
  /** The caller's `input.idempotencyKey`. */
  readonly key: string;
  readonly mutation: string;
  /** The whole input; only its hash is kept. */
  readonly input: unknown;
}

interface StoredAnswer {
  readonly mutation: string;
  readonly input_hash: string;
  readonly answer: unknown;
}

/** Lets a mutation be repeated safely: the same call gives the same answer and has one effect, for seven days. */
export class IdempotencyStore {
  /**
   * Runs `work` and stores its answer in the caller's transaction, or gives the answer stored before. Of two calls at once
   * the second waits for the first one's commit. When `work` throws nothing is kept, and the call may be repeated.
   * @param work its answer must survive JSON (ids and plain values); the stored form is what every caller gets, the first too
   * @throws ValidationError IDEMPOTENCY_KEY_REUSED when the key was used for something else
   */
  async run<T>(tx: Transaction, call: IdempotentCall, work: () => Promise<T>): Promise<T> {
    const inputHash = createHash('sha256').update(canonicalJson(call.input)).digest('hex');
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${call.actorKey} ${call.key}`}, 7203413))`;
    const stored = await this.find(tx, call);
    if (stored) {
      if (stored.mutation !== call.mutation || stored.input_hash !== inputHash) throw keyReused();
      return stored.answer as T;
    }
    const answer = JSON.stringify(await work()) ?? 'null';
    await tx.$executeRaw`
      INSERT INTO engine.idempotent_mutation (actor_key, idempotency_key, mutation, input_hash, answer)
      VALUES (${call.actorKey}, ${call.key}, ${call.mutation}, ${inputHash}, ${answer}::jsonb)`;
    return JSON.parse(answer) as T;
  }

  private async find(tx: Transaction, { actorKey, key }: IdempotentCall): Promise<StoredAnswer | undefined> {
    const rows = await tx.$queryRaw<StoredAnswer[]>`
      SELECT mutation, input_hash, answer FROM engine.idempotent_mutation WHERE actor_key = ${actorKey} AND idempotency_key = ${key}`;
    return rows[0];
  }
}

function keyReused(): ValidationError {
  const message = 'Dieser Vorgang wurde schon mit anderen Angaben gespeichert. Bitte senden Sie das Formular neu ab.';
  return new ValidationError([{ code: 'IDEMPOTENCY_KEY_REUSED', message, path: ['idempotencyKey'] }]);
}
