import { Inject, Injectable } from '@nestjs/common';
import { derivedId, isStorableText, isUuid, newRandomId, systemClock, ValidationError } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { guestJoined } from '@konzeptwerkstatt/contracts';
import { AttemptLimiter, hashToken, newSessionToken } from '@konzeptwerkstatt/platform-auth';
import { PrismaDatabase, type Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { readGuestCode, readRecoveryPhrase } from '../domain/guest-code.policy.js';
import { guestCodeUnknown, guestLanguageInvalid, guestOrganisationTooLong, gatheringNotOpen, gatheringOver, recoveryPhraseUnknown, signedInAlready } from '../domain/identity.errors.js';
import type { GuestDoorRecord } from '../domain/guest.js';
import { GuestRepository } from '../persistence/guest.repository.js';
import { drawPseudonym, hashRecoveryPhrase, newRecoveryPhrase } from './guest-secrets.js';

/** Somebody at a gathering's door. */
export interface GuestAttempt {
  readonly code: string;
  readonly clientAddress: string;
  /** Who is signed in in the same browser; she takes part with her account. */
  readonly actor: Actor | null;
  readonly correlationId: string;
}

/** What a guest says of herself. */
export interface GuestStatement {
  readonly language: string;
  readonly organisation: string | null;
  /** Of the client; the same one is the same guest. */
  readonly idempotencyKey: string;
}

/** A guest who may come in. */
export interface AdmittedGuest {
  readonly guestId: string;
  /** For the cookie. */
  readonly token: string;
  /** Seconds for which the cookie is kept: until a week after the gathering. */
  readonly maxAge: number;
  /** Shown once. */
  readonly phrase: string | null;
}

const MAX_ORGANISATION = 200;
const WEEK = 7 * 24 * 3_600;
/** With thousands of pseudonyms a free one is drawn soon. */
const DRAWS = 30;

/** Finds a gathering's door by its code, and lets nobody guess: five wrong codes a minute from one address. */
@Injectable()
export class GuestGate {
  private readonly perAddress = new AttemptLimiter({ attempts: 5, windowMs: 60_000 }, systemClock);
  private readonly perGathering = new AttemptLimiter({ attempts: 100, windowMs: 3_600_000 }, systemClock);

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(GuestRepository) private readonly guests: GuestRepository,
  ) {}

  /**
   * The door, open or not. People in one room share an address, so only wrong codes count.
   * @throws ValidationError GUEST_CODE_UNKNOWN; ApplicationError RATE_LIMITED
   */
  async find(code: string, clientAddress: string): Promise<GuestDoorRecord> {
    this.perAddress.check(clientAddress);
    const read = readGuestCode(code);
    const door = read === null ? null : await this.guests.findDoor(this.database.client, { code: read });
    if (door !== null) return door;
    this.perAddress.take(clientAddress);
    throw guestCodeUnknown();
  }

  /** Counts a wrong phrase. @throws ApplicationError RATE_LIMITED */
  phraseWasWrong(gatheringId: string, clientAddress: string): void {
    this.perAddress.take(clientAddress);
    this.perGathering.take(gatheringId);
  }

  /** @throws ApplicationError RATE_LIMITED when too many phrases were wrong */
  checkPhrases(gatheringId: string): void {
    this.perGathering.check(gatheringId);
  }
}

/** Lets guests into a gathering: without mail address and without account, under a pseudonym that is drawn. */
@Injectable()
export class JoinGatheringCommand {
  constructor(
    @Inject(GuestGate) private readonly gate: GuestGate,
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(GuestRepository) private readonly guests: GuestRepository,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @throws ValidationError GUEST_CODE_UNKNOWN, GATHERING_NOT_OPEN, GATHERING_OVER, SIGNED_IN_ALREADY, LANGUAGE_INVALID, ORGANISATION_TOO_LONG; ApplicationError RATE_LIMITED */
  async join(attempt: GuestAttempt, { language, organisation, idempotencyKey }: GuestStatement): Promise<AdmittedGuest> {
    const door = await this.openDoor(attempt);
    const stated = (organisation ?? '').replaceAll(/\s+/g, ' ').trim();
    if (!/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(language)) throw guestLanguageInvalid();
    if (stated.length > MAX_ORGANISATION || !isStorableText(stated)) throw guestOrganisationTooLong();
    const { gatheringId, municipalityId } = door;
    // A key that is a random id is known to her browser only.
    const guestId = isUuid(idempotencyKey) ? derivedId(gatheringId, idempotencyKey) : newRandomId();
    const [phrase, token] = [newRecoveryPhrase(), newSessionToken()];
    const guest = { id: guestId, municipalityId, gatheringId, language, statedOrganisation: stated === '' ? null : stated, tokenHash: hashToken(token), phraseHash: await hashRecoveryPhrase(phrase, gatheringId) };
    await this.work.run({ actor: actorOf(guestId, door), correlationId: attempt.correlationId }, async ({ tx, events }) => {
      for (let draw = 1; !(await this.guests.insert(tx, { ...guest, pseudonym: draw <= DRAWS ? drawPseudonym() : `${drawPseudonym()} ${draw}` })); draw++);
      events.record(guestJoined, { municipalityId, aggregateType: 'guest', aggregateId: guestId, editionId: null, payload: { guestId, gatheringId } });
    });
    return { guestId, token, phrase, maxAge: maxAgeOf(door) };
  }

  /** Comes back with the recovery phrase, on this device instead of another one. @throws as `join`; ValidationError RECOVERY_PHRASE_UNKNOWN */
  async return(attempt: GuestAttempt, phrase: string): Promise<AdmittedGuest> {
    const door = await this.openDoor(attempt);
    this.gate.checkPhrases(door.gatheringId);
    const read = readRecoveryPhrase(phrase);
    const guest = read === null ? null : await this.guests.findByPhrase(this.database.client, door.gatheringId, await hashRecoveryPhrase(read, door.gatheringId));
    if (guest === null) {
      this.gate.phraseWasWrong(door.gatheringId, attempt.clientAddress);
      throw recoveryPhraseUnknown();
    }
    const token = newSessionToken();
    await this.work.run({ actor: actorOf(guest.id, door), correlationId: attempt.correlationId }, async ({ tx }) => {
      await this.guests.setToken(tx, guest.id, hashToken(token));
      await sendWakeUp(tx, { kind: 'access', personId: null, municipalityId: door.municipalityId });
    });
    return { guestId: guest.id, token, phrase: null, maxAge: maxAgeOf(door) };
  }

  /** Ends a guest's key on every device; with her phrase she can come back. */
  async leave(guest: Actor, correlationId: string): Promise<void> {
    await this.work.run({ actor: guest, correlationId }, async ({ tx }) => {
      await this.guests.setToken(tx, guest.guestId ?? '', null);
      await sendWakeUp(tx, { kind: 'access', personId: null, municipalityId: guest.municipalityId });
    });
  }

  private async openDoor({ code, clientAddress, actor }: GuestAttempt): Promise<GuestDoorRecord> {
    const door = await this.gate.find(code, clientAddress);
    const refusal: ValidationError | null = door.standing === 'early' ? gatheringNotOpen() : door.standing === 'over' ? gatheringOver() : actor !== null ? signedInAlready() : null;
    if (refusal !== null) throw refusal;
    return door;
  }
}

const maxAgeOf = ({ secondsLeft }: GuestDoorRecord): number => Math.max(0, secondsLeft) + WEEK;
const actorOf = (guestId: string, { gatheringId, municipalityId }: GuestDoorRecord): Actor => ({ kind: 'guest', personId: null, guestId, organisationId: null, gatheringId, municipalityId });
