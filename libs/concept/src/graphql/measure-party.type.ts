import { Field, ObjectType } from '@nestjs/graphql';
import type { MeasureParty } from '../domain/measure-party.js';
import { MeasurePartEnum, PartyStateEnum } from './concept.enums.js';
import { MeasureType } from './measure.type.js';

/** An organisation that a measure names. */
@ObjectType('MeasureParty', { description: 'An organisation that a measure names as lead or partner, and how it stands.' })
export class MeasurePartyType {
  /** Not part of the API. */
  readonly party!: MeasureParty;

  @Field(() => MeasurePartEnum, { description: 'As what the text names it.' })
  part!: string;

  @Field(() => PartyStateEnum, { description: 'What it has said to that.' })
  state!: string;
}

/** A measure whose parties have not all said yes. */
@ObjectType('UnconfirmedMeasure', { description: 'A measure that names organisations which have not said yes.' })
export class UnconfirmedMeasureType {
  @Field(() => MeasureType, { description: 'The measure.' })
  measure!: MeasureType;

  @Field(() => [MeasurePartyType], { description: 'Those that have not answered or have declined.' })
  parties!: MeasurePartyType[];
}

export function toParty(party: MeasureParty): MeasurePartyType {
  return Object.assign(new MeasurePartyType(), { party, part: party.part, state: party.state });
}
