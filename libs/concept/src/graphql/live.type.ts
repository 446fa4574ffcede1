import { Field, ID, ObjectType } from '@nestjs/graphql';
import { EditionType } from './edition.type.js';
import { MeasureType } from './measure.type.js';
import { SectionPresenceType } from './presence.type.js';

/** A row of a measure table changed; without measure and removed id the table's sections did, and it is read again. */
@ObjectType('MeasureTableChange', { description: "A row of a measure table changed; without `measure` and `removedMeasureId` the table's sections did." })
export class MeasureTableChangeType {
  @Field(() => String, { description: 'From where to go on after a lost connection.' })
  position!: string;

  @Field(() => MeasureType, { nullable: true, description: 'The measure as it is now.' })
  measure!: MeasureType | null;

  @Field(() => ID, { nullable: true, description: 'The measure that is no longer there.' })
  removedMeasureId!: string | null;
}

/** Who is in the texts of an edition. */
@ObjectType('EditionPresence', { description: 'Who is in the texts of an edition.' })
export class EditionPresenceType {
  @Field(() => EditionType, { description: 'The edition.' })
  edition!: EditionType;

  @Field(() => [SectionPresenceType], { description: 'Sections that somebody has open.' })
  sections!: SectionPresenceType[];
}
