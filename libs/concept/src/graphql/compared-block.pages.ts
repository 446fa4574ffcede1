import { Injectable } from '@nestjs/common';
import { ArgsType, Field } from '@nestjs/graphql';
import type { DocumentComparison } from '@konzeptwerkstatt/document-model';
import { ConnectionArgs, encodeCursor, offsetAfter, pageOf, rowsToLoad } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { VersionReader } from '../queries/version.reader.js';
import { goalTitles, indicatorIdsIn, toComparedBlock } from './version-comparison.mapper.js';
import type { ComparedBlockType } from './version-comparison.type.js';

@ArgsType()
export class ComparedBlockArgs extends ConnectionArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Leaves out what is the same in both texts.' })
  changedOnly: boolean = false;
}

/** Two texts that were compared, and whose they are. */
interface ComparedTexts {
  readonly comparison: DocumentComparison;
  readonly municipalityId: string;
}

/** Picks blocks of two texts, with the names of what their fields refer to. */
@Injectable()
export class ComparedBlockPages {
  constructor(private readonly reader: VersionReader) {}

  async of({ comparison, municipalityId }: ComparedTexts, args: ComparedBlockArgs): Promise<Page<ComparedBlockType>> {
    const all = args.changedOnly ? comparison.blocks.filter(({ change }) => change !== 'unchanged') : comparison.blocks;
    const offset = offsetAfter(args.after);
    const rows = all.slice(offset, offset + rowsToLoad(args));
    const names = { goals: goalTitles(comparison.blocks), indicators: await this.reader.indicatorNames(municipalityId, indicatorIdsIn(rows)) };
    return pageOf(rows.map((block) => toComparedBlock(block, names)), args, { cursorOf: (_, index) => encodeCursor(offset + index), totalCount: all.length });
  }
}
