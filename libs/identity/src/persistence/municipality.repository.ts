import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';

/** Writes settings of municipalities. */
@Injectable()
export class MunicipalityRepository {
  /** @returns whether it was set otherwise before */
  async setAuthorshipDetail(tx: Transaction, id: string, shown: boolean): Promise<boolean> {
    const count = await tx.$executeRaw`UPDATE municipalities SET shows_authorship_detail = ${shown} WHERE id = ${id}::uuid AND shows_authorship_detail <> ${shown}`;
    return count > 0;
  }
}
