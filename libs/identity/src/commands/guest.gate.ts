import { Inject, Injectable } from '@nestjs/common';
import { systemClock, type Clock } from '@konzeptwerkstatt/kernel';
import { AttemptLimiter } from '@konzeptwerkstatt/platform-auth';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { readGuestCode, readRecoveryPhrase } from '../domain/guest-code.policy.js';
import type { GuestDoorRecord, GuestRecord } from '../domain/guest.js';
import { guestCodeUnknown, recoveryPhraseUnknown } from '../domain/identity.errors.js';
import { GuestRepository } from '../persistence/guest.repository.js';
import { hashRecoveryPhrase } from './guest-secrets.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** More places than that at once are only seen in an attack; the oldest give way then. */
const MAX_PLACES = 50_000;

/** Where which code was right lately, in memory. */
class KnownCodes {
  private readonly until = new Map<string, number>();

  constructor(private readonly keptMs: number, private readonly clock: Clock) {}

  has(clientAddress: string, code: string | null): boolean {
    return (this.until.get(`${clientAddress} ${code}`) ?? 0) > this.clock.now().getTime();
  }

  add(clientAddress: string, code: string | null): void {
    const place = `${clientAddress} ${code}`;
    this.until.delete(place);
    const oldest = this.until.keys().next();
    if (this.until.size >= MAX_PLACES && oldest.done !== true) this.until.delete(oldest.value);
    this.until.set(place, this.clock.now().getTime() + this.keptMs);
  }
}

/** Finds gatherings by their codes and guests by their phrases, and lets nobody guess or wear the server out. */
@Injectable()
export class GuestGate {
  private readonly wrongCodesPerAddress = new AttemptLimiter({ attempts: 5, windowMs: MINUTE }, systemClock);
  private readonly wrongPhrasesPerAddress = new AttemptLimiter({ attempts: 5, windowMs: MINUTE }, systemClock);
  private readonly wrongPerGathering = new AttemptLimiter({ attempts: 100, windowMs: HOUR }, systemClock);
  private readonly returnsPerGuest = new AttemptLimiter({ attempts: 10, windowMs: 10 * MINUTE }, systemClock);
  /** A full town hall shares one address: more than the largest gathering takes. */
  private readonly joinsPerAddress = new AttemptLimiter({ attempts: 600, windowMs: HOUR }, systemClock);
  private readonly knownCodes = new KnownCodes(12 * HOUR, systemClock);

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(GuestRepository) private readonly guests: GuestRepository,
  ) {}

  /**
   * The door, open or not. People in one room share an address: only wrong codes count, and a code that was right there lately is let through
   * however many others have mistyped theirs.
   * @throws ValidationError GUEST_CODE_UNKNOWN; ApplicationError RATE_LIMITED
   */
  async find(code: string, clientAddress: string): Promise<GuestDoorRecord> {
    const read = readGuestCode(code);
    const isKnown = this.knownCodes.has(clientAddress, read);
    if (!isKnown) this.wrongCodesPerAddress.check(clientAddress);
    const door = read === null ? null : await this.guests.findDoor(this.database.client, { code: read });
    if (!isKnown || door === null) judge(this.wrongCodesPerAddress, clientAddress, door !== null);
    if (door === null) throw guestCodeUnknown();
    this.knownCodes.add(clientAddress, read);
    return door;
  }

  /**
   * The guest of a gathering who has these five words. Counted for the gathering before the slow hashing, so that many at once cannot slip through.
   * @throws ValidationError RECOVERY_PHRASE_UNKNOWN; ApplicationError RATE_LIMITED, also for one who comes back more than ten times in ten minutes
   */
  async findByPhrase(gatheringId: string, phrase: string, clientAddress: string): Promise<GuestRecord> {
    this.wrongPhrasesPerAddress.check(clientAddress);
    this.wrongPerGathering.take(gatheringId);
    const read = readRecoveryPhrase(phrase);
    const guest = read === null ? null : await this.guests.findByPhrase(this.database.client, gatheringId, await hashRecoveryPhrase(read, gatheringId));
    judge(this.wrongPhrasesPerAddress, clientAddress, guest !== null);
    if (guest === null) throw recoveryPhraseUnknown();
    this.wrongPerGathering.giveBack(gatheringId);
    this.returnsPerGuest.take(guest.id);
    return guest;
  }

  /** Counts somebody who comes in. @throws ApplicationError RATE_LIMITED */
  countJoin(clientAddress: string): void {
    this.joinsPerAddress.take(clientAddress);
  }
}

/**
 * Counts a wrong one. A right one is not let through either once too many have turned out wrong while it was looked up: so many at once say no
 * more than one after the other, and a whole room that comes in at the same moment is not stopped.
 */
function judge(wrong: AttemptLimiter, clientAddress: string, isRight: boolean): void {
  if (isRight) wrong.check(clientAddress);
  else wrong.take(clientAddress);
}
