import { randomInt } from 'node:crypto';
import { actorKey, type Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';

const maxClientId = 2 ** 32;

/** The Yjs client id under which the server writes for an actor in a document; reserved at the first time, under the lock. */
export async function serverClientId(tx: Transaction, documentId: string, actor: Actor): Promise<number> {
  const key = actorKey(actor);
  const [known] = await tx.$queryRaw<{ client_id: bigint }[]>`
    SELECT client_id FROM engine.document_server_client WHERE document_id = ${documentId}::uuid AND actor_key = ${key}`;
  if (known !== undefined) return Number(known.client_id);
  for (;;) {
    const clientId = randomInt(1, maxClientId);
    if (!(await claim(tx, documentId, clientId, actor))) continue;
    await tx.$executeRaw`
      INSERT INTO engine.document_server_client (document_id, actor_key, client_id) VALUES (${documentId}::uuid, ${key}, ${clientId}::bigint)`;
    return clientId;
  }
}

async function claim(tx: Transaction, documentId: string, clientId: number, actor: Actor): Promise<boolean> {
  const claimed = await tx.$executeRaw`
    INSERT INTO engine.document_client (document_id, client_id, person_id, guest_id, organisation_id, gathering_id)
    VALUES (${documentId}::uuid, ${clientId}::bigint, ${actor.personId}::uuid, ${actor.guestId}::uuid, ${actor.organisationId}::uuid, ${actor.gatheringId}::uuid)
    ON CONFLICT DO NOTHING`;
  return claimed === 1;
}
