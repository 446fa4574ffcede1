import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { MAX_FINISHED, MAX_PER_HOUR } from '../domain/document-export.js';
import { RequestExportCommand } from './request-export.command.js';

type Parts = ConstructorParameters<typeof RequestExportCommand>;

/** The command with everything around it answering at once: every export is finished when the next is asked for. */
function command(): { readonly ask: (personId: string) => Promise<string>; readonly removed: unknown[] } {
  const removed: unknown[] = [];
  const unit = { tx: {}, events: { record: () => undefined }, jobs: { enqueueAfterCommit: () => undefined } };
  const asked = new RequestExportCommand(
    { run: (_context: unknown, work: (given: typeof unit) => unknown) => work(unit) } as unknown as Parts[0],
    { findEdition: () => Promise.resolve({ municipalityId: 'm' }) } as unknown as Parts[1],
    {} as Parts[2],
    { countUnfinished: () => Promise.resolve(0), insert: () => Promise.resolve(), removeFinishedBeyond: (_tx: unknown, _municipality: string, _person: string, kept: number) => Promise.resolve([`beyond ${kept}`]) } as unknown as Parts[3],
    { remove: (_tx: unknown, municipalityId: string, ids: readonly string[]) => Promise.resolve(void removed.push([municipalityId, ids])) } as unknown as Parts[4],
  );
  const ask = (personId: string): Promise<string> => {
    const actor: Actor = { kind: 'person', personId, guestId: null, organisationId: null, gatheringId: null, municipalityId: 'm' };
    return asked.run({ actor, correlationId: newId(), mutation: 'requestExport', idempotencyKey: newId(), input: {} }, { editionId: 'e', sectionId: null, organisationId: null, form: 'csv', hasLineNumbers: false, hasMeasureTable: false, hasContributions: false });
  };
  return { ask, removed };
}

describe('asking for files', () => {
  it('is limited for each person', async () => {
    const { ask } = command();
    const [one, other] = [newId(), newId()];
    for (let count = 0; count < MAX_PER_HOUR; count += 1) await ask(one);
    await expect(ask(one)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
    await expect(ask(other)).resolves.toEqual(expect.any(String));
  });

  it('removes the files of what goes', async () => {
    const { ask, removed } = command();
    await ask(newId());
    expect(removed).toEqual([['m', [`beyond ${MAX_FINISHED}`]]]);
  });
});
