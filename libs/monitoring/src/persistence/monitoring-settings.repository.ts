import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';

/** What a municipality has decided about its figures. */
@Injectable()
export class MonitoringSettingsRepository {
  /** @returns whether something changed */
  async setThreshold(tx: Transaction, municipalityId: string, suppressionThreshold: number): Promise<boolean> {
    const before = await tx.monitoringSettings.findUnique({ where: { municipalityId } });
    if (before?.suppressionThreshold === suppressionThreshold) return false;
    await tx.monitoringSettings.upsert({ where: { municipalityId }, create: { municipalityId, suppressionThreshold }, update: { suppressionThreshold } });
    return true;
  }
}
