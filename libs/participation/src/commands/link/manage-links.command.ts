import { Inject, Injectable } from '@nestjs/common';
import { newRandomId, notFound, systemClock } from '@konzeptwerkstatt/kernel';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { contributionLinkCreated, contributionLinkEnded } from '@konzeptwerkstatt/contracts';
import { isDay } from '@konzeptwerkstatt/planning';
import { newLinkToken } from '@konzeptwerkstatt/platform-auth';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { linkProblems } from '../../domain/link/contribution-link.js';
import type { WantedLink } from '../../domain/link/contribution-link.js';
import { participationError, throwProblems } from '../../domain/participation.errors.js';
import { ContributionLinkRepository } from '../../persistence/link/contribution-link.repository.js';
import { ContributionAccess } from '../../queries/contribution.access.js';
import { endOfDay } from '../../queries/inquiry/inquiry-plan.reader.js';

/** A new link; its token is given out once and never again. */
export interface CreatedLink {
  readonly linkId: string;
  readonly token: string | null;
}

/** Makes and ends links for people without an account, for those who answer what comes in by them. */
@Injectable()
export class ManageLinksCommand {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(ContributionLinkRepository) private readonly links: ContributionLinkRepository,
  ) {}

  /**
   * A repeated call gives the same link's id, but not its token, which is not stored anywhere.
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError LINK_TITLE_REQUIRED, LINK_TITLE_TOO_LONG, TEXT_NOT_STORABLE, SECTIONS_REQUIRED, LINK_END_INVALID, UNKNOWN_SECTION
   */
  async create(context: CommandContext, wanted: WantedLink): Promise<CreatedLink> {
    const { editionId, title, endsOn, needsRelease } = wanted;
    const place = await this.access.findPlace(editionId, null);
    if (place === null) throw notFound();
    await this.access.requireAnswer(context.actor, place);
    const expiresAt = isDay(endsOn) ? endOfDay(endsOn) : null;
    throwProblems(linkProblems(wanted, expiresAt, systemClock.now()));
    if (expiresAt === null) throw participationError('LINK_END_INVALID', ['endsOn']);
    const sectionIds = [...new Set(wanted.sectionIds)];
    const fields = (await this.concepts.sectionsByIds(sectionIds)).filter((section) => section.editionId === editionId && section.kind === 'field_of_action');
    if (fields.length < sectionIds.length) throw participationError('UNKNOWN_SECTION', ['sectionIds']);
    const { municipalityId } = place;
    const [id, token] = [newRandomId(), newLinkToken()];
    const linkId = await this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.links.insert(tx, { id, municipalityId, editionId, sectionIds, title: title.trim(), token, needsRelease, createdById: context.actor.personId, expiresAt });
      events.record(contributionLinkCreated, { municipalityId, editionId: null, aggregateType: 'contribution-link', aggregateId: id, payload: { linkId: id, editionId } });
      return id;
    });
    return { linkId, token: linkId === id ? token : null };
  }

  /** Ends a link at once; what came in by it stays. @returns the edition's id @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async end(context: CommandContext, linkId: string): Promise<string> {
    const link = await this.links.find(this.database.client, linkId);
    const place = link && (await this.access.findPlace(link.editionId, null));
    if (link === null || place === null) throw notFound();
    await this.access.requireAnswer(context.actor, place);
    const { municipalityId, editionId } = link;
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.links.revoke(tx, link);
      events.record(contributionLinkEnded, { municipalityId, editionId: null, aggregateType: 'contribution-link', aggregateId: linkId, payload: { linkId, editionId } });
      return editionId;
    });
  }
}
