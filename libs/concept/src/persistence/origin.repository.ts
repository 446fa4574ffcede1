import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Origin, TakenOver } from '../domain/origin.js';
import type { SectionPlace } from '../domain/section-place.js';

/** Stores where passages, goals and measures were taken over from. */
@Injectable()
export class OriginRepository {
  async insert(tx: Transaction, { municipalityId, sectionId }: SectionPlace, origin: Origin, { kind, blockId, objectId }: TakenOver): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO origins (id, municipality_id, section_id, kind, block_id, object_id, origin_kind, origin_id)
      VALUES (${newId()}::uuid, ${municipalityId}::uuid, ${sectionId}::uuid, ${kind}, ${blockId}::uuid, ${objectId}::uuid, ${origin.kind}, ${origin.id}::uuid)`;
  }
}
