import { Inject, Injectable } from '@nestjs/common';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AddSectionCommand, FillSectionCommand, StorePictureCommand } from '@konzeptwerkstatt/concept';
import type { CreatedEdition } from '@konzeptwerkstatt/concept';
import type { BlockSpec } from '@konzeptwerkstatt/document-model';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import type { ReportBlock, ReportChart, ReportSection } from '../domain/report/report-facts.js';

/** Pictures by the chart they were drawn of; null where that did not work. */
export type DrawnCharts = ReadonlyMap<ReportChart, Uint8Array | null>;

/** How a report is written. */
export interface Writing {
  readonly drawn: DrawnCharts;
  /** Whose words they are. */
  readonly actor: Actor;
  /** Told after each section how many are written. */
  readonly onSection?: (done: number) => Promise<void>;
}

/** Every chart of these sections. */
export const chartsOf = (sections: readonly ReportSection[]): ReportChart[] => sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'chart' ? [block] : [])));

/** Writes a report into its edition. Rights are the caller's affair. */
@Injectable()
export class ReportWriter {
  constructor(
    @Inject(AddSectionCommand) private readonly addSection: AddSectionCommand,
    @Inject(FillSectionCommand) private readonly fillSection: FillSectionCommand,
    @Inject(StorePictureCommand) private readonly storePicture: StorePictureCommand,
  ) {}

  /** One section after the other. A chart that was not drawn, or for which there is no room, leaves a sentence that says what is missing. */
  async write(unit: Unit<Transaction>, report: CreatedEdition, sections: readonly ReportSection[], { drawn, actor, onSection }: Writing): Promise<void> {
    for (const [index, { title, blocks }] of sections.entries()) {
      const sectionId = await this.addSection.add(unit, report, { editionId: report.editionId, kind: 'chapter', title }, actor);
      const specs: BlockSpec[] = [];
      for (const block of blocks) specs.push(await this.specOf(unit, { municipalityId: report.municipalityId, sectionId }, block, drawn));
      await this.fillSection.run(unit, sectionId, specs, actor);
      await onSection?.(index + 1);
    }
  }

  private async specOf(unit: Unit<Transaction>, place: { readonly municipalityId: string; readonly sectionId: string }, block: ReportBlock, drawn: DrawnCharts): Promise<BlockSpec> {
    if (block.type !== 'chart') return block;
    const { name, alt, caption, missing } = block;
    const content = drawn.get(block) ?? null;
    const fileId = content === null ? null : await this.stored(unit, { ...place, name: `${name}.png`, content });
    return fileId === null ? { type: 'paragraph', text: missing } : { type: 'picture', fileId, alt, caption };
  }

  /** Null when the municipality's room for files is used up. */
  private async stored(unit: Unit<Transaction>, picture: Parameters<StorePictureCommand['run']>[1]): Promise<string | null> {
    try {
      return await this.storePicture.run(unit, picture);
    } catch (error) {
      if (error instanceof ValidationError) return null;
      throw error;
    }
  }
}
