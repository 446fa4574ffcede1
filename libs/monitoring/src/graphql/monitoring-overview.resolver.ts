import { Inject } from '@nestjs/common';
import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { CurrentActor } from '@konzeptwerkstatt/platform-graphql';
import { IndicatorGate } from '../commands/indicator.gate.js';
import { STARTER_SET } from '../domain/starter-set.js';
import { IndicatorReader } from '../queries/indicator.reader.js';
import { SuppressionReader } from '../queries/suppression.reader.js';

/** An indicator of the starter set. */
@ObjectType('StarterIndicator', { description: 'An indicator of the starter set that is not there yet.' })
export class StarterIndicatorType {
  @Field(() => String, { description: 'Its key, for addStarterIndicators.' })
  key!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;
}

/** What one may do with the figures of the municipality one works in. */
@ObjectType('Monitoring', { description: 'What one may do with the figures of the municipality one works in.' })
export class MonitoringType {
  @Field(() => Boolean, { description: 'Whether the visitor may define indicators and record values.' })
  mayRecord!: boolean;

  @Field(() => Int, { description: 'How many indicators of the starter set are not there yet.' })
  missingStarters!: number;

  @Field(() => [StarterIndicatorType], { description: 'Which ones.' })
  starters!: StarterIndicatorType[];

  @Field(() => Int, { description: 'Counts of people above 0 and below this are withheld.' })
  suppressionThreshold!: number;

  @Field(() => Boolean, { description: 'Whether the visitor may set that number.' })
  maySetThreshold!: boolean;
}

/** The figures of a municipality as a whole. */
@Resolver(() => MonitoringType)
export class MonitoringOverviewResolver {
  constructor(
    @Inject(IndicatorGate) private readonly gate: IndicatorGate,
    @Inject(IndicatorReader) private readonly indicators: IndicatorReader,
    @Inject(SuppressionReader) private readonly suppression: SuppressionReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @Query(() => MonitoringType, { nullable: true, description: 'The figures of the municipality one works in, as a whole; null in none.' })
  async monitoring(@CurrentActor() actor: Actor): Promise<MonitoringType | null> {
    const { municipalityId } = actor;
    if (municipalityId === null || !(await this.policy.can(actor, 'indicator.read', { municipalityId }))) return null;
    const [mayRecord, taken, suppressionThreshold, maySetThreshold] = await Promise.all([
      this.gate.mayRecord(actor, municipalityId), this.indicators.findTakenKeys(municipalityId, STARTER_SET.map(({ key }) => key)), this.suppression.threshold(municipalityId),
      this.policy.can(actor, 'municipality.administer', { municipalityId }),
    ]);
    const starters = STARTER_SET.filter(({ key }) => !taken.has(key)).map(({ key, name }) => ({ key, name }));
    return { mayRecord, missingStarters: starters.length, starters, suppressionThreshold, maySetThreshold };
  }
}
