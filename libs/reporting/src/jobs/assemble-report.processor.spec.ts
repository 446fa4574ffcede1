import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { MAX_ASSEMBLY_ATTEMPTS } from '../domain/report/report-assembly.js';
import type { AssemblyProblem, ReportAssembly } from '../domain/report/report-assembly.js';
import { AssembleReportProcessor } from './assemble-report.processor.js';

type Parts = ConstructorParameters<typeof AssembleReportProcessor>;

interface Surroundings {
  /** Null: it is finished already. */
  readonly attempts?: number | null;
  readonly mayRead?: boolean;
  readonly mayEdit?: boolean;
  readonly assemble?: (wanted: ReportAssembly) => Promise<void>;
}

/** Runs the job once. @returns how often it was assembled, and as what it failed */
async function run({ attempts = 1, mayRead = true, mayEdit = true, assemble = () => Promise.resolve() }: Surroundings): Promise<{ readonly assembled: number; readonly failed: AssemblyProblem[]; readonly error: unknown }> {
  const failed: AssemblyProblem[] = [];
  let assembled = 0;
  const wanted = { id: newId(), municipalityId: 'm', editionId: 'e', requestedBy: 'p', actingOrganisationId: null, attempts } as ReportAssembly;
  const processor = new AssembleReportProcessor(
    { client: {} } as unknown as Parts[0],
    { begin: () => Promise.resolve(attempts === null ? null : wanted), fail: (_tx: unknown, _id: string, problem: AssemblyProblem) => Promise.resolve(void failed.push(problem)) } as unknown as Parts[1],
    { findEdition: () => Promise.resolve(mayRead ? { municipalityId: 'm', processId: null, editionId: 'e' } : null) } as unknown as Parts[2],
    { can: () => Promise.resolve(mayEdit) } as unknown as Parts[3],
    { assemble: async (one: ReportAssembly) => { assembled += 1; await assemble(one); } } as unknown as Parts[4],
  );
  const error = await processor.process({ assemblyId: wanted.id }).then(() => null, (thrown: unknown) => thrown);
  return { assembled, failed, error };
}

const broken = (): Promise<void> => Promise.reject(new Error('database gone'));

describe('a report that is to be assembled', () => {
  it('is assembled once: what is finished already is left alone', async () => {
    expect(await run({})).toEqual({ assembled: 1, failed: [], error: null });
    expect(await run({ attempts: null })).toEqual({ assembled: 0, failed: [], error: null });
  });

  it('is none of what whoever asked may no longer read or edit', async () => {
    for (const rights of [{ mayRead: false }, { mayEdit: false }]) expect(await run(rights)).toEqual({ assembled: 0, failed: ['gone'], error: null });
  });

  it('is tried again, but not for ever', async () => {
    expect(await run({ assemble: broken })).toMatchObject({ assembled: 1, failed: [], error: expect.any(Error) });
    expect(await run({ attempts: MAX_ASSEMBLY_ATTEMPTS, assemble: broken })).toMatchObject({ assembled: 1, failed: ['assembling_failed'], error: expect.any(Error) });
    expect(await run({ attempts: MAX_ASSEMBLY_ATTEMPTS + 1 })).toEqual({ assembled: 0, failed: ['assembling_failed'], error: null });
  });
});
