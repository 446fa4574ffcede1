import { Inject, Injectable } from '@nestjs/common';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { MeasureProgressReader } from '@konzeptwerkstatt/participation';
import type { LedMeasure, MeasureState } from '@konzeptwerkstatt/participation';

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

  /** How far each of the measures is, what was reported last first. */
  async states(municipalityId: string, measures: readonly LedMeasure[]): Promise<MeasureState[]> {
    return (await this.isPublic(municipalityId)) ? this.progress.states(municipalityId, measures) : [];
  }
}
