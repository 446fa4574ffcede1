import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { MeasureStatusEnum } from '@konzeptwerkstatt/concept';
import type { MeasureStatus } from '@konzeptwerkstatt/document-model';
import { pickedId } from '@konzeptwerkstatt/platform-graphql';
import type { StandingFilter } from '../domain/standing.js';

@InputType({ description: 'Which measures are counted; what is left out or empty does not restrict.' })
export class StandingFilterInput {
  @Field(() => [ID], { nullable: true, description: 'In these sections.' })
  sectionIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'One of these organisations leads or takes part.' })
  organisationIds?: string[] | null;

  @Field(() => [MeasureStatusEnum], { nullable: true, description: 'With one of these states.' })
  statuses?: MeasureStatus[] | null;

  @Field(() => [ID], { nullable: true, description: 'Serving one of these goals.' })
  goalIds?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Running at some time in that year.' })
  year?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what should be finished and is not.' })
  isOverdue?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'One of these organisations leads.' })
  leadOrganisationIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what nobody leads.' })
  isWithoutLead?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what has no state.' })
  isWithoutStatus?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what was reported on.' })
  isReported?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what those who reported say different things about.' })
  isDiffering?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what names an amount.' })
  isBudgeted?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Beginning in that year.' })
  beginsIn?: number | null;

  @Field(() => Int, { nullable: true, description: 'Ending in that year.' })
  endsIn?: number | null;
}

@ArgsType()
export class StandingArgs {
  @Field(() => StandingFilterInput, { nullable: true, description: 'Which measures.' })
  filter?: StandingFilterInput | null;
}

const rawIds = (ids: readonly string[] | null | undefined, type: string): readonly string[] | null => ids?.map((id) => pickedId(id, type)) ?? null;

/** The filter with raw ids; what is malformed finds nothing. */
export function toStandingFilter(filter: StandingFilterInput | null | undefined): StandingFilter {
  return {
    sectionIds: rawIds(filter?.sectionIds, 'Section'), organisationIds: rawIds(filter?.organisationIds, 'Organisation'), statuses: filter?.statuses ?? null, goalIds: rawIds(filter?.goalIds, 'Goal'), year: filter?.year ?? null, isOverdue: filter?.isOverdue ?? false,
    leadIds: rawIds(filter?.leadOrganisationIds, 'Organisation'), isWithoutLead: filter?.isWithoutLead ?? false, isWithoutStatus: filter?.isWithoutStatus ?? false, isReported: filter?.isReported ?? false, isDiffering: filter?.isDiffering ?? false, isBudgeted: filter?.isBudgeted ?? false,
    beginsIn: filter?.beginsIn ?? null, endsIn: filter?.endsIn ?? null,
  };
}
