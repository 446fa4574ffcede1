import { Inject } from '@nestjs/common';
import { Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MeasureType, sectionLoader } from '@konzeptwerkstatt/concept';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { DateTimeScalar, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { ContributionAccess } from '../../queries/contribution.access.js';
import type { PartyAnswerView } from '../../queries/inquiry/party-answer.reader.js';
import { partyAnswersLoader } from './inquiry.loader.js';

@ObjectType('MeasurePartyAnswer', { description: 'What an organisation has answered about its part in a measure.' })
export class MeasurePartyAnswerType {
  /** Not part of the API. */
  readonly row!: PartyAnswerView;

  @Field(() => String, { description: 'lead, partner or none.' })
  role!: string;

  @Field(() => String, { nullable: true, description: 'Under which reservation.' })
  reservation!: string | null;

  @Field(() => String, { nullable: true, description: 'Why not.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was answered.' })
  answeredAt!: Date;
}

/** What organisations said about their part in a measure; the text holds what is proposed. */
@Resolver(() => MeasureType)
export class MeasurePartyResolver {
  constructor(@Inject(ContributionAccess) private readonly access: ContributionAccess) {}

  @ResolveField(() => [MeasurePartyAnswerType], { description: 'What organisations have answered about their part in it, at most one for each; none for those who read it only because it is published.' })
  async partyAnswers(@Parent() { record }: MeasureType, @Requested() context: RequestContext): Promise<MeasurePartyAnswerType[]> {
    if (context.actor === null) return [];
    const section = await context.loader(sectionLoader).load(record.sectionId);
    // Why an office refuses is no part of the text: it is for those who read what else was said about it.
    if (section === null || !(await this.access.canAt(context.actor, 'contribution.read', section))) return [];
    const rows = await context.loader(partyAnswersLoader).load(record);
    return rows.map((row) => Object.assign(new MeasurePartyAnswerType(), { row, role: row.role, reservation: row.reservation, reason: row.reason, answeredAt: row.answeredAt }));
  }
}

/** Who answered. */
@Resolver(() => MeasurePartyAnswerType)
export class MeasurePartyAnswerResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation; null when it is gone.' })
  organisation(@Parent() { row }: MeasurePartyAnswerType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return context.loader(organisationLoader).load(row.organisationId);
  }
}
