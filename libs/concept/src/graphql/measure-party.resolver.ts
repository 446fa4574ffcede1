import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { MeasureParty } from '../domain/measure-party.js';
import { MeasureReader } from '../queries/measure.reader.js';
import { MeasurePartyReader } from '../queries/measure-party.reader.js';
import { editionLoader, measurePartiesLoader } from './concept.loader.js';
import { EditionType } from './edition.type.js';
import { toMeasure } from './measure.mapper.js';
import { MeasurePartyType, toParty, UnconfirmedMeasureType } from './measure-party.type.js';
import { MeasureType } from './measure.type.js';

/** More of them nobody reads before a resolution. */
const MOST_UNCONFIRMED = 200;
const allMeasures = { offset: 0, limit: 10_000 };

const isUnconfirmed = ({ state }: MeasureParty): boolean => state === 'proposed' || state === 'declined';

/** Who is to carry a measure, and who has said so. */
@Resolver(() => MeasureType)
export class MeasurePartiesResolver {
  @ResolveField(() => [MeasurePartyType], { description: 'The organisations it names as lead and partners, with how each stands; who has declined is no party of an adopted edition.' })
  async parties(@Parent() { record }: MeasureType, @Requested() context: RequestContext): Promise<MeasurePartyType[]> {
    const [parties, edition] = await Promise.all([context.loader(measurePartiesLoader).load(record), context.loader(editionLoader).load(record.editionId)]);
    return parties.filter(({ state }) => state !== 'declined' || edition?.isFrozen !== true).map(toParty);
  }
}

/** Which organisation it is. */
@Resolver(() => MeasurePartyType)
export class MeasurePartyOrganisationResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation; null when it is gone.' })
  organisation(@Parent() { party }: MeasurePartyType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return context.loader(organisationLoader).load(party.organisationId);
  }
}

/** What is open before an edition is adopted. */
@Resolver(() => EditionType)
export class UnconfirmedPartiesResolver {
  constructor(
    private readonly measures: MeasureReader,
    private readonly parties: MeasurePartyReader,
  ) {}

  @ResolveField(() => [UnconfirmedMeasureType], { description: 'Measures that name organisations which have not answered or have declined, in the order of the texts, at most 200.' })
  async unconfirmedMeasures(@Parent() { place }: EditionType): Promise<UnconfirmedMeasureType[]> {
    const measures = await this.measures.findByEdition(place, {}, null, allMeasures);
    const parties = await this.parties.ofMeasures(measures);
    const open = measures.flatMap((measure) => {
      const own = (parties.get(measure.id) ?? []).filter(isUnconfirmed);
      return own.length === 0 ? [] : [{ measure: toMeasure(measure), parties: own.map(toParty) }];
    });
    return open.slice(0, MOST_UNCONFIRMED);
  }
}
