import { Inject, Injectable } from '@nestjs/common';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { MeasureProgressReader } from '@konzeptwerkstatt/participation';
import type { ReportedStatus } from '@konzeptwerkstatt/participation';

/** What everybody may read of how far measures are today: nothing where the municipality has switched that off. */
@Injectable()
export class PublicStatusReader {
  constructor(
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(MeasureProgressReader) private readonly progress: MeasureProgressReader,
  ) {}

  async isPublic(municipalityId: string): Promise<boolean> {
    const [municipality] = await this.identity.municipalitiesByIds([municipalityId]);
    return municipality?.publishesMeasureStatus === true;
  }

  /** How far each of the measures is by its newest report, newest first. */
  async newest(municipalityId: string, measureIds: readonly string[]): Promise<ReportedStatus[]> {
    return (await this.isPublic(municipalityId)) ? this.progress.newestStatuses(measureIds.map((id) => ({ id, municipalityId }))) : [];
  }
}
