import * as Y from 'yjs';
import { actorKey, SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { loadDocument, readContent } from '@konzeptwerkstatt/document-model';
import type { SectionContent } from '@konzeptwerkstatt/document-model';
import type { ContentStep } from '../domain/content-changes.policy.js';
import type { LogRow } from '../persistence/document-log.repository.js';

function actorOf(row: LogRow, municipalityId: string): Actor {
  if (row.personId === null && row.guestId === null) return SYSTEM_ACTOR;
  return { ...SYSTEM_ACTOR, kind: row.personId === null ? 'guest' : 'person', personId: row.personId, guestId: row.guestId, organisationId: row.organisationId, municipalityId };
}

/** Neighbouring rows of the same writer are one step: a reading per row would cost too much after an import. */
function runsOf(rows: readonly LogRow[], municipalityId: string): { actor: Actor; payloads: Uint8Array[] }[] {
  const runs: { actor: Actor; payloads: Uint8Array[] }[] = [];
  for (const row of rows) {
    const actor = actorOf(row, municipalityId);
    const last = runs.at(-1);
    if (last !== undefined && actorKey(last.actor) === actorKey(actor)) last.payloads.push(row.payload);
    else runs.push({ actor, payloads: [row.payload] });
  }
  return runs;
}

/** Applies rows of the log to what was there before, one writer after the other, and reads the text after each. */
export function replaySteps(before: readonly Uint8Array[], rows: readonly LogRow[], municipalityId: string): { start: SectionContent; steps: ContentStep[] } {
  const document = loadDocument(before);
  const start = readContent(document);
  const steps = runsOf(rows, municipalityId).map(({ actor, payloads }) => {
    document.transact(() => payloads.forEach((payload) => Y.applyUpdate(document, payload)));
    return { actor, content: readContent(document) };
  });
  document.destroy();
  return { start, steps };
}
