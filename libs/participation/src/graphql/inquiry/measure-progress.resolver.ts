import { Inject } from '@nestjs/common';
import { Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MeasureStatusEnum, MeasureType, sectionLoader } from '@konzeptwerkstatt/concept';
import type { MeasureStatus } from '@konzeptwerkstatt/document-model';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { DateTimeScalar, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { ContributionAccess } from '../../queries/contribution.access.js';
import type { MeasureProgress } from '../../queries/inquiry/measure-progress.reader.js';
import { measureProgressLoader } from './inquiry.loader.js';

@ObjectType('MeasureProgress', { description: 'What an organisation reported of a measure in one round.' })
export class MeasureProgressType {
  /** Not part of the API. */
  readonly row!: MeasureProgress;

  @Field(() => MeasureStatusEnum, { description: 'How far it was.' })
  status!: MeasureStatus;

  @Field(() => String, { nullable: true, description: 'What was done.' })
  done!: string | null;

  @Field(() => String, { nullable: true, description: 'How many people were reached, as decimal text.' })
  reached!: string | null;

  @Field(() => String, { nullable: true, description: 'How one can see it.' })
  evidence!: string | null;

  @Field(() => String, { nullable: true, description: 'What got in the way.' })
  obstacles!: string | null;

  @Field(() => String, { nullable: true, description: 'What comes next.' })
  nextStep!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is paused or dropped.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was reported.' })
  reportedAt!: Date;
}

export function toMeasureProgress(row: MeasureProgress): MeasureProgressType {
  const { status, done, reached, evidence, obstacles, nextStep, reason, reportedAt } = row;
  return Object.assign(new MeasureProgressType(), { row, status, done, reached, evidence, obstacles, nextStep, reason, reportedAt });
}

/** What became of a measure; the text holds what was planned. */
@Resolver(() => MeasureType)
export class MeasureProgressResolver {
  constructor(@Inject(ContributionAccess) private readonly access: ContributionAccess) {}

  @ResolveField(() => [MeasureProgressType], { description: 'What organisations reported of it, the newest round first, one for each organisation and round; none for those who read it only because it is published.' })
  async progress(@Parent() { record }: MeasureType, @Requested() context: RequestContext): Promise<MeasureProgressType[]> {
    if (context.actor === null) return [];
    const section = await context.loader(sectionLoader).load(record.sectionId);
    // What hinders an office is no part of the text: it is for those who read what else was said about it.
    if (section === null || !(await this.access.canAt(context.actor, 'contribution.read', section))) return [];
    return (await context.loader(measureProgressLoader).load(record)).map(toMeasureProgress);
  }
}

/** Who reported. */
@Resolver(() => MeasureProgressType)
export class MeasureProgressReportResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation; null when it is gone.' })
  organisation(@Parent() { row }: MeasureProgressType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return context.loader(organisationLoader).load(row.organisationId);
  }
}
