import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { shortVersionSaved } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { shortVersionProblems } from '../../domain/link/short-version.policy.js';
import type { WantedShortVersion } from '../../domain/link/short-version.policy.js';
import { participationError, throwProblems } from '../../domain/participation.errors.js';
import { ShortVersionRepository } from '../../persistence/link/short-version.repository.js';
import { ContributionAccess } from '../../queries/contribution.access.js';

/** Keeps what a field of action says in at most 120 words, for those who answer contributions. */
@Injectable()
export class SaveShortVersionCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(ShortVersionRepository) private readonly stored: ShortVersionRepository,
  ) {}

  /** @returns the section's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError SHORT_VERSION_TOO_LONG, TEXT_NOT_STORABLE, UNKNOWN_SECTION for one that is no field of action, STALE_VALUE */
  async run(context: CommandContext, sectionId: string, wanted: WantedShortVersion): Promise<string> {
    const [section] = await this.concepts.sectionsByIds([sectionId]);
    if (section === undefined) throw notFound();
    await this.access.requireAnswer(context.actor, section);
    if (section.kind !== 'field_of_action') throw participationError('UNKNOWN_SECTION', ['sectionId']);
    throwProblems(shortVersionProblems(wanted));
    const { municipalityId } = section;
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      if ((await this.stored.lockRevision(tx, municipalityId, sectionId)) !== wanted.expectedRevision) throw participationError('STALE_VALUE', ['text']);
      const text = wanted.text.trim();
      if (text === '') await this.stored.remove(tx, municipalityId, sectionId);
      else await this.stored.save(tx, { sectionId, municipalityId, text, textFingerprint: wanted.textFingerprint, writtenById: context.actor.personId });
      events.record(shortVersionSaved, { municipalityId, editionId: null, aggregateType: 'short-version', aggregateId: sectionId, payload: { sectionId } });
      return sectionId;
    });
  }
}
