import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { MeasureStatus, MeasureType, TargetGroup } from '@konzeptwerkstatt/document-model';
import { ConnectionArgs, decodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import type { GapKind } from '../domain/gap.policy.js';
import type { MeasureFilter, MeasureOrder, MeasureOrderField, OrderDirection } from '../queries/measure-filter.js';
import { GapKindEnum, MeasureOrderFieldEnum, MeasureStatusEnum, MeasureTypeEnum, OrderDirectionEnum, TargetGroupEnum } from './concept.enums.js';

@InputType({ description: 'Which measures; what is left out or empty does not restrict.' })
export class MeasureFilterInput {
  @Field(() => String, { nullable: true, description: 'Words in title or description.' })
  search?: string | null;

  @Field(() => [ID], { nullable: true, description: 'In these sections.' })
  sectionIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'One of these organisations leads or takes part.' })
  organisationIds?: string[] | null;

  @Field(() => [MeasureStatusEnum], { nullable: true, description: 'With one of these states.' })
  statuses?: MeasureStatus[] | null;

  @Field(() => [MeasureTypeEnum], { nullable: true, description: 'Of one of these kinds.' })
  types?: MeasureType[] | null;

  @Field(() => [TargetGroupEnum], { nullable: true, description: 'For one of these groups.' })
  targetGroups?: TargetGroup[] | null;

  @Field(() => Int, { nullable: true, description: 'Running at some time in that year.' })
  periodYear?: number | null;

  @Field(() => GapKindEnum, { nullable: true, description: 'With that gap.' })
  gap?: GapKind | null;
}

@InputType({ description: 'In which order.' })
export class MeasureOrderInput {
  @Field(() => MeasureOrderFieldEnum, { description: 'By what.' })
  field!: MeasureOrderField;

  @Field(() => OrderDirectionEnum, { description: 'In which direction.' })
  direction!: OrderDirection;
}

@ArgsType()
export class MeasureListArgs extends ConnectionArgs {
  @Field(() => MeasureFilterInput, { nullable: true, description: 'Which measures.' })
  filter?: MeasureFilterInput | null;

  @Field(() => MeasureOrderInput, { nullable: true, description: 'In which order; left out: as in the texts.' })
  orderBy?: MeasureOrderInput | null;
}

const rawIds = (ids: readonly string[] | null | undefined, type: string): string[] | null => ids?.map((id) => decodeGlobalId(id, type)) ?? null;

/** Years outside of what a document can hold would not fit the database's dates. */
const knownYear = (year: number | null | undefined): number | null => (year === null || year === undefined ? null : Math.min(Math.max(year, 1), 9998));

/** The filter with raw ids. @throws ApplicationError NOT_FOUND for a malformed id */
export function toMeasureFilter(input: MeasureFilterInput | null | undefined): MeasureFilter {
  if (input === null || input === undefined) return {};
  return { ...input, sectionIds: rawIds(input.sectionIds, 'Section'), organisationIds: rawIds(input.organisationIds, 'Organisation'), periodYear: knownYear(input.periodYear) };
}

export function toMeasureOrder(input: MeasureOrderInput | null | undefined): MeasureOrder | null {
  return input ?? null;
}
