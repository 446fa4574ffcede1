import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { FilePurposeRegistry, type FilePurpose } from '@konzeptwerkstatt/platform-files';
import { logoProblem } from '../domain/logo-image.policy.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';

export const LOGO_PURPOSE = 'identity.logo';

/** Logos of municipalities: a picture that administrators bring and everybody sees, also before signing in. */
@Injectable()
export class LogoPurpose implements FilePurpose, OnModuleInit {
  readonly name = LOGO_PURPOSE;
  readonly mediaTypes = ['image/png', 'image/jpeg'] as const;
  readonly maxBytes = 512 * 1024;

  constructor(
    @Inject(FilePurposeRegistry) private readonly purposes: FilePurposeRegistry,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async mayUpload(actor: Actor): Promise<boolean> {
    return actor.municipalityId !== null && this.policy.can(actor, 'municipality.administer', { municipalityId: actor.municipalityId });
  }

  async mayRead(): Promise<boolean> {
    return true;
  }

  check(content: Buffer, mediaType: string): string | null {
    return logoProblem(content, mediaType);
  }
}
