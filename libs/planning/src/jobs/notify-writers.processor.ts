import { Inject, Injectable } from '@nestjs/common';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { NOTIFIER, notifyWritersJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor, Notifier } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { runEach } from '@konzeptwerkstatt/kernel';
import { acrossMunicipalities, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { AnnouncedPhaseRepository } from '../persistence/announced-phase.repository.js';
import type { AnnouncedPhase } from '../persistence/announced-phase.repository.js';

/** So many days before a phase ends people are told. */
const DAYS_BEFORE = 3;

/** Tells those who may write or say something that a phase has begun or ends soon. The moment is the occasion, so that one notice comes however often this runs, and another one when the end is moved. */
@Injectable()
export class NotifyWritersProcessor implements JobProcessor<Record<string, never>> {
  readonly job = notifyWritersJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AnnouncedPhaseRepository) private readonly phases: AnnouncedPhaseRepository,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(NOTIFIER) private readonly notifier: Notifier,
  ) {}

  async process(_data: Record<string, never>, signal: AbortSignal): Promise<void> {
    const { client } = this.database;
    const [ending, begun] = await acrossMunicipalities('phases begin and end in every municipality', async () => [await this.phases.findEnding(client, DAYS_BEFORE), await this.phases.findBegun(client)]);
    const news = [...(ending ?? []).map((phase) => ({ phase, kind: 'phase_ends' as const })), ...(begun ?? []).map((phase) => ({ phase, kind: 'phase_opened' as const }))];
    await runEach(news, signal, ({ phase, kind }) => this.tell(phase, kind));
  }

  /** Whether there is nothing left to write: everything written in the process is adopted. */
  private async isAdopted({ municipalityId, processId }: AnnouncedPhase): Promise<boolean> {
    const editions = await this.concepts.editionsOfProcesses(municipalityId, [processId]);
    return editions.length > 0 && editions.every(({ isFrozen }) => isFrozen);
  }

  private async tell(phase: AnnouncedPhase, kind: 'phase_opened' | 'phase_ends'): Promise<void> {
    if (await this.isAdopted(phase)) return;
    const { id, municipalityId, processId, title, opensAt, closesAt } = phase;
    const occasion = (kind === 'phase_ends' && closesAt !== null ? closesAt : opensAt).toISOString();
    await this.database.runInTransaction(async (tx) => {
      const personIds = await this.identity.participantsOf(tx, phase);
      await this.notifier.tell(tx, { municipalityId, kind, occasion, subjects: [{ id, personIds, title, path: `/prozesse/${processId}` }], ...(closesAt === null ? {} : { dueAt: closesAt }) });
    });
  }
}
