import { Inject } from '@nestjs/common';
import { Args, Extensions, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { sectionLoader, SectionType, toSection } from '@konzeptwerkstatt/concept';
import { commandContext, Correlation, CurrentActor, decodeGlobalId, encodeGlobalId, OptionalActor, Requested, settle, userErrorsFrom } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { IndicatorGate } from '../commands/indicator.gate.js';
import { RemoveIndicatorCommand } from '../commands/remove-indicator.command.js';
import { removalProblems } from '../domain/removal.policy.js';
import { IndicatorUseReader } from '../queries/indicator-use.reader.js';
import { IndicatorPlaceType, IndicatorRemovalType, RemoveIndicatorInput, RemoveIndicatorPayload } from './indicator-removal.type.js';
import { IndicatorType, toIndicator } from './indicator.type.js';
import { indicatorLoader } from './monitoring.loader.js';

/** So many places and shares are told of at most. */
const TOLD_AT_MOST = 20;

/** Taking away indicators that nobody needs. */
@Resolver(() => IndicatorType)
export class IndicatorRemovalResolver {
  constructor(
    @Inject(RemoveIndicatorCommand) private readonly removing: RemoveIndicatorCommand,
    @Inject(IndicatorUseReader) private readonly uses: IndicatorUseReader,
    @Inject(IndicatorGate) private readonly gate: IndicatorGate,
  ) {}

  // It looks for the indicator in every text.
  @Extensions({ cost: 2_000 })
  @ResolveField(() => IndicatorRemovalType, { nullable: true, description: 'Whether it can be taken away; null for who may not record values.' })
  async removal(@Parent() { row: { municipalityId, id } }: IndicatorType, @OptionalActor() actor: Actor | null, @Requested() context: RequestContext): Promise<IndicatorRemovalType | null> {
    if (actor === null || !(await this.gate.mayRecord(actor, municipalityId))) return null;
    const use = await this.uses.find(actor, municipalityId, id);
    const shares = await Promise.all(use.shares.slice(0, TOLD_AT_MOST).map((share) => context.loader(indicatorLoader).load({ municipalityId, id: share.id })));
    return {
      problems: userErrorsFrom(new ValidationError(removalProblems(use))),
      places: use.places.filter(({ isReadable }) => isReadable).slice(0, TOLD_AT_MOST),
      shares: shares.filter((share) => share !== null).map(toIndicator),
    };
  }

  @Mutation(() => RemoveIndicatorPayload, { description: 'Takes away an indicator that nobody needs, with its definitions. Cannot be undone.' })
  async removeIndicator(@Args('input', { type: () => RemoveIndicatorInput }) input: RemoveIndicatorInput, @CurrentActor() actor: Actor, @Correlation() correlation: string): Promise<RemoveIndicatorPayload> {
    const { value, errors } = await settle(this.removing.run(commandContext(actor, correlation, 'removeIndicator', input), decodeGlobalId(input.indicatorId, 'Indicator')));
    return { removedIndicatorId: value === null ? null : encodeGlobalId('Indicator', value), errors };
  }
}

/** Where a place that names an indicator stands. */
@Resolver(() => IndicatorPlaceType)
export class IndicatorPlaceResolver {
  @ResolveField(() => SectionType, { nullable: true, description: 'The section it stands in; null when that has gone meanwhile.' })
  async section(@Parent() { sectionId }: IndicatorPlaceType, @Requested() context: RequestContext): Promise<SectionType | null> {
    const section = await context.loader(sectionLoader).load(sectionId);
    return section === null ? null : toSection(section);
  }
}
