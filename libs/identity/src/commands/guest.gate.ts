import { Inject, Injectable } from '@nestjs/common';
import { systemClock } from '@konzeptwerkstatt/kernel';
import { AttemptLimiter } from '@konzeptwerkstatt/platform-auth';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { readGuestCode, readRecoveryPhrase } from '../domain/guest-code.policy.js';
import type { GuestDoorRecord, GuestRecord } from '../domain/guest.js';
import { guestCodeUnknown, recoveryPhraseUnknown } from '../domain/identity.errors.js';
import { GuestRepository } from '../persistence/guest.repository.js';
import { hashRecoveryPhrase } from './guest-secrets.js';

const HOUR = 3_600_000;

/** Finds gatherings by their codes and guests by their phrases, and lets nobody guess or wear the server out. */
@Injectable()
export class GuestGate {
  private readonly wrongPerAddress = new AttemptLimiter({ attempts: 5, windowMs: 60_000 }, systemClock);
  private readonly wrongPerGathering = new AttemptLimiter({ attempts: 100, windowMs: HOUR }, systemClock);
  private readonly returnsPerGuest = new AttemptLimiter({ attempts: 10, windowMs: 600_000 }, systemClock);
  /** A full town hall shares one address. */
  private readonly joinsPerAddress = new AttemptLimiter({ attempts: 300, windowMs: HOUR }, systemClock);

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(GuestRepository) private readonly guests: GuestRepository,
  ) {}

  /**
   * The door, open or not. People in one room share an address, so only wrong codes count.
   * @throws ValidationError GUEST_CODE_UNKNOWN; ApplicationError RATE_LIMITED
   */
  async find(code: string, clientAddress: string): Promise<GuestDoorRecord> {
    this.wrongPerAddress.check(clientAddress);
    const read = readGuestCode(code);
    const door = read === null ? null : await this.guests.findDoor(this.database.client, { code: read });
    this.judge(clientAddress, door !== null);
    if (door === null) throw guestCodeUnknown();
    return door;
  }

  /**
   * The guest of a gathering who has these five words. Counted for the gathering before the slow hashing, so that many at once cannot slip through.
   * @throws ValidationError RECOVERY_PHRASE_UNKNOWN; ApplicationError RATE_LIMITED, also for one who comes back more than ten times in ten minutes
   */
  async findByPhrase(gatheringId: string, phrase: string, clientAddress: string): Promise<GuestRecord> {
    this.wrongPerAddress.check(clientAddress);
    this.wrongPerGathering.take(gatheringId);
    const read = readRecoveryPhrase(phrase);
    const guest = read === null ? null : await this.guests.findByPhrase(this.database.client, gatheringId, await hashRecoveryPhrase(read, gatheringId));
    this.judge(clientAddress, guest !== null);
    if (guest === null) throw recoveryPhraseUnknown();
    this.wrongPerGathering.giveBack(gatheringId);
    this.returnsPerGuest.take(guest.id);
    return guest;
  }

  /** Counts somebody who comes in. @throws ApplicationError RATE_LIMITED */
  countJoin(clientAddress: string): void {
    this.joinsPerAddress.take(clientAddress);
  }

  /**
   * Counts a wrong one. A right one is not let through either once too many have turned out wrong while it was looked up: so many at once say no
   * more than one after the other, and a whole room that comes in at the same moment is not stopped.
   */
  private judge(clientAddress: string, isRight: boolean): void {
    if (isRight) this.wrongPerAddress.check(clientAddress);
    else this.wrongPerAddress.take(clientAddress);
  }
}
