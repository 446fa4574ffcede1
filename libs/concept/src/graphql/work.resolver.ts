import { Args, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy, GuestReader, ViewerType } from '@konzeptwerkstatt/identity';
import { ConnectionArgs, pageOfList } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { ActivityReader } from '../queries/activity.reader.js';
import { MeasureReader } from '../queries/measure.reader.js';
import { OwnGapsReader } from '../queries/own-gaps.reader.js';
import { VisibleEditionsReader } from '../queries/visible-editions.reader.js';
import { activityPage } from './activity-page.js';
import type { ActivityType } from './activity.type.js';
import { ActivityConnection, GapConnection, MeasureConnection } from './concept.connections.js';
import { toGap } from './gap.type.js';
import type { GapType } from './gap.type.js';
import { toMeasure } from './measure.mapper.js';
import type { MeasureType } from './measure.type.js';
import { offsetPage, windowOf } from './owned-page.js';

/** What waits for the viewer or her organisation, and what is new. */
@ObjectType('Work', { description: 'What waits for the viewer or her organisation, and what is new.' })
export class WorkType {
  actor!: Actor;
}

@Resolver(() => ViewerType)
export class ViewerWorkResolver {
  @ResolveField(() => WorkType, { description: 'What waits for the viewer or her organisation, and what is new.' })
  work(@Parent() { actor }: ViewerType): WorkType {
    return { actor };
  }
}

@Resolver(() => WorkType)
export class WorkResolver {
  constructor(
    private readonly visible: VisibleEditionsReader,
    private readonly measures: MeasureReader,
    private readonly ownGaps: OwnGapsReader,
    private readonly activities: ActivityReader,
    private readonly policy: AccessPolicy,
    private readonly guests: GuestReader,
  ) {}

  @ResolveField(() => MeasureConnection, { description: 'Measures of editions still written that propose the organisation the viewer acts for as lead or partner, which it has not answered yet.' })
  async proposedMeasures(@Parent() { actor }: WorkType, @Args() args: ConnectionArgs): Promise<Page<MeasureType>> {
    const { municipalityId, organisationId } = actor;
    if (municipalityId === null || organisationId === null) return pageOfList<MeasureType>([], args);
    const rows = await this.measures.findProposedTo(municipalityId, organisationId, await this.visible.openIds(actor), windowOf(args));
    return offsetPage(rows, args, toMeasure, rows[0]?.total ?? 0);
  }

  @ResolveField(() => GapConnection, { description: 'What is missing in the sections the viewer may write in.' })
  async gaps(@Parent() { actor }: WorkType, @Args() args: ConnectionArgs): Promise<Page<GapType>> {
    return pageOfList((await this.ownGaps.find(actor)).map(toGap), args);
  }

  @ResolveField(() => ActivityConnection, { description: 'What changed lately in the editions the viewer may see.' })
  async activity(@Parent() { actor }: WorkType, @Args() args: ConnectionArgs): Promise<Page<ActivityType>> {
    const editions = new Set(await this.visible.ids(actor));
    return activityPage(args, (before, limit) => this.activities.findByEditions(actor.municipalityId ?? '', editions, before, limit));
  }

  @ResolveField(() => Int, { description: 'Guests of gatherings who say they come from the organisation the viewer acts for, and whom she may confirm.' })
  async statedGuestCount(@Parent() { actor }: WorkType): Promise<number> {
    const { municipalityId, organisationId } = actor;
    if (municipalityId === null || organisationId === null || !(await this.policy.can(actor, 'organisation.administer', { municipalityId, organisationId }))) return 0;
    return (await this.guests.stating(municipalityId, organisationId)).length;
  }
}
