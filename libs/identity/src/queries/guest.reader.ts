import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { GuestGate } from '../commands/guest.gate.js';
import { printedGuestCode } from '../domain/guest-code.policy.js';
import type { GuestDoorRecord, GuestRecord } from '../domain/guest.js';
import { organisationNamed } from '../domain/stated-organisation.policy.js';
import { GuestRepository } from '../persistence/guest.repository.js';
import { IdentityReader } from './identity.reader.js';

/** What other contexts may read of guests. Rights are the caller's question. */
@Injectable()
export class GuestReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(GuestGate) private readonly gate: GuestGate,
    @Inject(GuestRepository) private readonly guests: GuestRepository,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  /** The gathering behind a code that somebody typed. @throws ValidationError GUEST_CODE_UNKNOWN; ApplicationError RATE_LIMITED */
  doorByCode(code: string, clientAddress: string): Promise<GuestDoorRecord> {
    return this.gate.find(code, clientAddress);
  }

  /** The code of a gathering as it stands on a poster; null while it has none. Only for those who run it. */
  async codeOf(gatheringId: string): Promise<string | null> {
    const door = await this.guests.findDoor(this.database.client, { gatheringId });
    return door === null ? null : printedGuestCode(door.code);
  }

  /** The guest herself; null for everybody else. */
  async self(actor: Actor | null): Promise<GuestRecord | null> {
    return actor === null || actor.guestId === null ? null : this.guests.find(this.database.client, actor.guestId);
  }

  find(id: string): Promise<GuestRecord | null> {
    return this.guests.find(this.database.client, id);
  }

  /** Guests of a gathering by pseudonym. */
  ofGathering(municipalityId: string, gatheringId: string): Promise<GuestRecord[]> {
    return this.guests.findMany(this.database.client, municipalityId, gatheringId);
  }

  /** Guests who say they come from an organisation, for whom nobody has confirmed it yet. Only for those who administer it. */
  async stating(municipalityId: string, organisationId: string): Promise<GuestRecord[]> {
    const guests = await this.guests.findStating(this.database.client, municipalityId);
    const named = organisationNamed(guests.length === 0 ? [] : await this.identity.organisations(municipalityId));
    return guests.filter(({ statedOrganisation }) => named(statedOrganisation) === organisationId);
  }

  /** Pseudonyms by id; a guest whose time has come has none any more. */
  pseudonyms(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.guests.pseudonyms(this.database.client, ids);
  }
}
