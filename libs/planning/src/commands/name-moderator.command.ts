import { Inject, Injectable } from '@nestjs/common';
import { newId, ValidationError } from '@konzeptwerkstatt/kernel';
import { moderatorWithdrawn, NOTIFIER } from '@konzeptwerkstatt/contracts';
import type { Notifier } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { planningProblem } from '../domain/planning.errors.js';
import { GatheringRepository } from '../persistence/gathering.repository.js';
import { ModeratorRepository } from '../persistence/moderator.repository.js';
import { GatheringGate } from './gathering.gate.js';
import { GatheringNews } from './gathering.news.js';

/** Says who runs one gathering beside the office; the grants follow by event and end with it. */
@Injectable()
export class NameModeratorCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(GatheringGate) private readonly gate: GatheringGate,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(GatheringRepository) private readonly gatherings: GatheringRepository,
    @Inject(ModeratorRepository) private readonly moderators: ModeratorRepository,
    @Inject(GatheringNews) private readonly news: GatheringNews,
    @Inject(NOTIFIER) private readonly notifier: Notifier,
  ) {}

  /** She is told. @returns the gathering's id @throws ValidationError UNKNOWN_PERSON, ALREADY_MODERATOR, GATHERING_OVER; ApplicationError NOT_FOUND, FORBIDDEN */
  async name(context: CommandContext, gatheringId: string, email: string): Promise<string> {
    const { municipalityId, title } = await this.gate.require(context.actor, 'process.manage', gatheringId);
    const person = await this.identity.memberByEmail(municipalityId, email);
    if (person === null) throw new ValidationError([planningProblem('UNKNOWN_PERSON', ['personEmail'])]);
    return this.unitOfWork.run(context, async (unit) => {
      await this.gate.lock(unit.tx, { municipalityId, id: gatheringId });
      if (await this.gatherings.isOver(unit.tx, municipalityId, gatheringId)) throw new ValidationError([planningProblem('GATHERING_OVER', ['gatheringId'])]);
      const moderator = { id: newId(), municipalityId, gatheringId, personId: person.id };
      if (!(await this.moderators.insert(unit.tx, moderator))) throw new ValidationError([planningProblem('ALREADY_MODERATOR', ['personEmail'])]);
      await this.news.tellOfModerators(unit, municipalityId, gatheringId);
      await this.notifier.tell(unit.tx, { municipalityId, kind: 'moderator_named', occasion: moderator.id, subjects: [{ id: gatheringId, personIds: [person.id], title, path: `/treffen/${gatheringId}` }] });
      return gatheringId;
    });
  }

  /** @returns the gathering's id @throws ApplicationError NOT_FOUND, FORBIDDEN; who is no moderator any more is no failure */
  async withdraw(context: CommandContext, gatheringId: string, moderatorId: string): Promise<string> {
    const { municipalityId, processId } = await this.gate.require(context.actor, 'process.manage', gatheringId);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.gate.lock(tx, { municipalityId, id: gatheringId });
      const removed = await this.moderators.remove(tx, municipalityId, gatheringId, moderatorId);
      if (removed !== null) events.record(moderatorWithdrawn, { municipalityId, aggregateType: 'GatheringModerator', aggregateId: moderatorId, editionId: null, payload: { moderatorId, gatheringId, processId, personId: removed.personId } });
      return gatheringId;
    });
  }
}
