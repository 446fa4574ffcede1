import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { commandContext, Correlation, CurrentActor, decodeGlobalId, OptionalActor, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { ReleaseIndicatorCommand } from '../commands/release-indicator.command.js';
import { releasedPath } from '../domain/release.policy.js';
import { IndicatorReader } from '../queries/indicator.reader.js';
import { IndicatorReleaseType, ReleaseIndicatorInput, ReleaseIndicatorPayload, WithdrawIndicatorInput, WithdrawIndicatorPayload } from './indicator-release.type.js';
import { IndicatorType, toIndicator } from './indicator.type.js';
import { releaseLoader } from './monitoring.loader.js';

/** Letting everybody read indicators. */
@Resolver(() => IndicatorType)
export class IndicatorReleaseResolver {
  constructor(
    @Inject(ReleaseIndicatorCommand) private readonly releasing: ReleaseIndicatorCommand,
    @Inject(IndicatorReader) private readonly indicators: IndicatorReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @ResolveField(() => IndicatorReleaseType, { nullable: true, description: 'Where everybody can read it; null while it is for the people of the municipality.' })
  async release(@Parent() { row }: IndicatorType, @Requested() context: RequestContext): Promise<IndicatorReleaseType | null> {
    const release = await context.loader(releaseLoader).load(row);
    return release === null ? null : { path: releasedPath(release.place, row.key), releasedAt: release.releasedAt };
  }

  @ResolveField(() => Boolean, { description: 'Whether the visitor may let everybody read it, or take that back.' })
  mayRelease(@Parent() { row: { municipalityId } }: IndicatorType, @OptionalActor() actor: Actor | null): Promise<boolean> {
    return this.policy.can(actor, 'municipality.administer', { municipalityId });
  }

  @Mutation(() => ReleaseIndicatorPayload, { description: 'Lets everybody read an indicator with its values, without signing in.' })
  async releaseIndicator(
    @Args('input', { type: () => ReleaseIndicatorInput }) input: ReleaseIndicatorInput, @CurrentActor() actor: Actor, @Correlation() correlation: string, @Requested() context: RequestContext,
  ): Promise<ReleaseIndicatorPayload> {
    const { value, errors } = await settle(this.releasing.release(commandContext(actor, correlation, 'releaseIndicator', input), decodeGlobalId(input.indicatorId, 'Indicator')));
    return { indicator: await this.indicator(actor, value, context), errors };
  }

  @Mutation(() => WithdrawIndicatorPayload, { description: 'Takes the public page of an indicator back.' })
  async withdrawIndicator(
    @Args('input', { type: () => WithdrawIndicatorInput }) input: WithdrawIndicatorInput, @CurrentActor() actor: Actor, @Correlation() correlation: string, @Requested() context: RequestContext,
  ): Promise<WithdrawIndicatorPayload> {
    const { value, errors } = await settle(this.releasing.withdraw(commandContext(actor, correlation, 'withdrawIndicator', input), decodeGlobalId(input.indicatorId, 'Indicator')));
    return { indicator: await this.indicator(actor, value, context), errors };
  }

  private async indicator(actor: Actor, id: string | null, context: RequestContext): Promise<IndicatorType | null> {
    const row = id === null ? null : await this.indicators.find(actor, id);
    if (row === null) return null;
    context.loader(releaseLoader).clear(row);
    return toIndicator(row);
  }
}
