import { Inject, Injectable } from '@nestjs/common';
import { derivedId, isLanguageTag, isStorableText, isUuid, newRandomId, ValidationError } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { guestJoined } from '@konzeptwerkstatt/contracts';
import { hashToken, newSessionToken } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { languageInvalid, guestOrganisationTooLong, gatheringFull, gatheringNotOpen, gatheringOver, signedInAlready } from '../domain/identity.errors.js';
import type { GuestDoorRecord } from '../domain/guest.js';
import { GuestRepository } from '../persistence/guest.repository.js';
import { drawPseudonym, hashRecoveryPhrase, newRecoveryPhrase } from './guest-secrets.js';
import { GuestGate } from './guest.gate.js';

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
/** More than any hall holds, and few enough that a code that has got about cannot fill the database. */
const MAX_GUESTS = 500;

/** Lets guests into a gathering: without mail address and without account, under a pseudonym that is drawn. */
@Injectable()
export class JoinGatheringCommand {
  constructor(
    @Inject(GuestGate) private readonly gate: GuestGate,
    @Inject(GuestRepository) private readonly guests: GuestRepository,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @throws ValidationError GUEST_CODE_UNKNOWN, GATHERING_NOT_OPEN, GATHERING_OVER, GATHERING_FULL, SIGNED_IN_ALREADY, LANGUAGE_INVALID, ORGANISATION_TOO_LONG; ApplicationError RATE_LIMITED */
  async join(attempt: GuestAttempt, { language, organisation, idempotencyKey }: GuestStatement): Promise<AdmittedGuest> {
    const door = await this.openDoor(attempt);
    const stated = (organisation ?? '').replaceAll(/\s+/g, ' ').trim();
    if (!isLanguageTag(language)) throw languageInvalid();
    if (stated.length > MAX_ORGANISATION || !isStorableText(stated)) throw guestOrganisationTooLong();
    this.gate.countJoin(attempt.clientAddress);
    const { gatheringId, municipalityId } = door;
    // A key that is a random id is known to her browser only.
    const guestId = isUuid(idempotencyKey) ? derivedId(gatheringId, idempotencyKey) : newRandomId();
    const [phrase, token] = [newRecoveryPhrase(), newSessionToken()];
    const guest = { id: guestId, municipalityId, gatheringId, language, statedOrganisation: stated === '' ? null : stated, tokenHash: hashToken(token), phraseHash: await hashRecoveryPhrase(phrase, gatheringId) };
    await this.work.run({ actor: actorOf(guestId, door), correlationId: attempt.correlationId }, async ({ tx, events }) => {
      if (!(await this.guests.hasRoom(tx, guest, MAX_GUESTS))) throw gatheringFull();
      for (let draw = 1; !(await this.guests.insert(tx, { ...guest, pseudonym: draw <= DRAWS ? drawPseudonym() : `${drawPseudonym()} ${draw}` })); draw++);
      events.record(guestJoined, { municipalityId, aggregateType: 'guest', aggregateId: guestId, editionId: null, payload: { guestId, gatheringId } });
    });
    return { guestId, token, phrase, maxAge: maxAgeOf(door) };
  }

  /** Comes back with the recovery phrase, on this device instead of another one. @throws as `join`; ValidationError RECOVERY_PHRASE_UNKNOWN */
  async return(attempt: GuestAttempt, phrase: string): Promise<AdmittedGuest> {
    const door = await this.openDoor(attempt);
    const guest = await this.gate.findByPhrase(door.gatheringId, phrase, attempt.clientAddress);
    const token = newSessionToken();
    await this.work.run({ actor: actorOf(guest.id, door), correlationId: attempt.correlationId }, async ({ tx }) => {
      await this.guests.setToken(tx, guest.id, hashToken(token));
      await sendWakeUp(tx, { kind: 'access', personId: null, guestId: guest.id, municipalityId: door.municipalityId });
    });
    return { guestId: guest.id, token, phrase: null, maxAge: maxAgeOf(door) };
  }

  /** Ends a guest's key on every device; with her phrase she can come back. */
  async leave(guest: Actor, correlationId: string): Promise<void> {
    await this.work.run({ actor: guest, correlationId }, async ({ tx }) => {
      const guestId = guest.guestId ?? '';
      await this.guests.setToken(tx, guestId, null);
      await sendWakeUp(tx, { kind: 'access', personId: null, guestId, municipalityId: guest.municipalityId });
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
