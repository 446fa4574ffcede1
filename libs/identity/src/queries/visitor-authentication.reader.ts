import { Inject, Injectable } from '@nestjs/common';
import type { RoomVisitor, VisitorAuthentication } from '@konzeptwerkstatt/contracts';
import { credentialOf, guestCredentialOf, hashToken } from '@konzeptwerkstatt/platform-auth';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { CredentialRepository } from '../persistence/credential.repository.js';
import { GuestRepository } from '../persistence/guest.repository.js';

/** Finds out who is at a request or upgrade, by session cookie or bearer token, else by the cookie of a guest; cookies and tokens never stand in addresses. */
@Injectable()
export class SessionAuthentication implements VisitorAuthentication {
  constructor(
    @Inject(CredentialRepository) private readonly credentials: CredentialRepository,
    @Inject(GuestRepository) private readonly guests: GuestRepository,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async authenticate(request: { readonly cookie: string | undefined; readonly authorization: string | undefined }): Promise<RoomVisitor | null> {
    const credential = credentialOf(request, this.config.secureCookies);
    const visitor = credential === null ? null : await this.credentials.findVisitor(credential.kind, hashToken(credential.token));
    if (visitor !== null) return visitor;
    const guest = guestCredentialOf(request, this.config.secureCookies);
    return guest === null ? null : this.guests.findVisitor(hashToken(guest.token));
  }

  /** Who a guest's token belongs to, right after it was made. */
  guestByToken(token: string): Promise<RoomVisitor | null> {
    return this.guests.findVisitor(hashToken(token));
  }

  /** Who a session's token belongs to, right after it was made. */
  byToken(token: string): Promise<RoomVisitor | null> {
    return this.credentials.findVisitor('session', hashToken(token));
  }

  /** Who a session belongs to, after it was changed. */
  bySession(sessionId: string): Promise<RoomVisitor | null> {
    return this.credentials.findVisitorOfSession(sessionId);
  }
}
