import { randomUUID } from 'node:crypto';
import { pause, type GraphqlAnswer, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import type { MatrixRow, Scene } from './matrix-row.js';
import { fieldOf, operationText } from './operation-text.js';

type Answer = GraphqlAnswer<Record<string, unknown>>;

/** The variables of a row, with a new idempotency key. */
export async function variablesOf(row: MatrixRow, scene: Scene): Promise<object> {
  const variables = (await row.variables(scene)) as { input?: object };
  if (fieldOf(row).root !== 'Mutation') return variables;
  return { input: { ...variables.input, idempotencyKey: randomUUID() } };
}

/** Asks as one visitor; of a subscription the first answer. */
export function ask(row: MatrixRow, visitor: GraphqlVisitor, variables: object): Promise<Answer> {
  const text = operationText(row);
  return fieldOf(row).root === 'Subscription' ? firstOf(visitor, text, variables) : visitor.run(text, variables);
}

async function firstOf(visitor: GraphqlVisitor, text: string, variables: object): Promise<Answer> {
  const followed = visitor.follow<Record<string, unknown>, object>(text, variables);
  for (let waited = 0; waited < 5_000 && followed.received.length === 0 && followed.errors.length === 0 && !followed.hasEnded(); waited += 10) await pause(10);
  followed.stop();
  return { status: 200, data: followed.received[0] ?? null, errors: followed.errors as Answer['errors'] };
}

/** An answer without what differs from request to request. */
export function comparable({ status, data, errors }: Answer): object {
  return { status, data, errors: errors.map(({ message, path, extensions }) => ({ message, path, code: extensions.code })) };
}
