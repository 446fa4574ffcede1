import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { ModeratorRepository } from '../persistence/moderator.repository.js';
import type { ModeratorRow } from '../persistence/moderator.repository.js';

export type { ModeratorRow };

/** Reads who runs gatherings beside the office. Rights are the caller's question. */
@Injectable()
export class ModeratorReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(ModeratorRepository) private readonly moderators: ModeratorRepository,
  ) {}

  /** Moderators of gatherings of one municipality, in the order in which they were named. */
  findMany(municipalityId: string, gatheringIds: readonly string[]): Promise<ModeratorRow[]> {
    return this.moderators.findMany(this.database.client, municipalityId, gatheringIds);
  }
}
