import { Inject, Injectable } from '@nestjs/common';
import { guestCodeChanged } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase, type Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { printedGuestCode } from '../domain/guest-code.policy.js';
import { notFound } from '../domain/identity.errors.js';
import { GuestRepository } from '../persistence/guest.repository.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { newGuestCode } from './guest-secrets.js';

/** Gives a gathering another code; guests who are inside keep their keys. */
@Injectable()
export class ChangeGuestCodeCommand {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(GuestRepository) private readonly guests: GuestRepository,
  ) {}

  /** The old code opens nothing from the moment this is done. @returns the new one, as it stands on a poster @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async run(context: CommandContext, gatheringId: string): Promise<string> {
    const { municipalityId } = context.actor;
    const door = await this.guests.findDoor(this.database.client, { gatheringId });
    if (door === null || door.municipalityId !== municipalityId) throw notFound();
    await this.policy.require(context.actor, 'gathering.moderate', door);
    return this.work.run(context, async ({ tx, events }) => {
      const code = newGuestCode();
      await this.guests.setCode(tx, gatheringId, code);
      events.record(guestCodeChanged, { municipalityId: door.municipalityId, aggregateType: 'guest-door', aggregateId: gatheringId, editionId: null, payload: { gatheringId } });
      return printedGuestCode(code);
    });
  }
}
