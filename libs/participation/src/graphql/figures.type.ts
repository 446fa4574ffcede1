import { Field, Int, ObjectType } from '@nestjs/graphql';
import { SectionType, toSection } from '@konzeptwerkstatt/concept';
import { OrganisationKindEnum } from '@konzeptwerkstatt/identity';
import { GatheringType } from '@konzeptwerkstatt/planning';
import { MIN_GROUP } from '../domain/suppression.policy.js';
import { CONTRIBUTION_FATES } from '../domain/figures.policy.js';
import type { FateCounts, FigureLine, FigureTable } from '../domain/figures.policy.js';
import type { AttendanceFigures } from '../queries/attendance-figures.reader.js';
import type { ParticipationFigures } from '../queries/figures.reader.js';
import { ContributionFateEnum } from './participation.enums.js';

/** How many contributions one thing became of. */
@ObjectType('FateCount', { description: 'Of how many contributions one thing became.' })
export class FateCountType {
  @Field(() => ContributionFateEnum, { description: 'What became of them.' })
  fate!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ isAbstract: true })
abstract class FigureLineType {
  @Field(() => Int, { description: 'Contributions.' })
  contributionCount!: number;

  @Field(() => Int, { description: 'Organisations behind them.' })
  organisationCount!: number;

  @Field(() => [FateCountType], { nullable: true, description: 'What became of them; null: too few to be broken down.' })
  fates!: FateCountType[] | null;
}

/** Who takes part of one kind of organisation. */
@ObjectType('KindFigures', { description: 'What one kind of organisation has said.' })
export class KindFiguresType extends FigureLineType {
  @Field(() => OrganisationKindEnum, { nullable: true, description: 'The kind; null: those who speak for themselves.' })
  kind!: string | null;

  @Field(() => Int, { nullable: true, description: 'Organisations there are of this kind; null for those who speak for themselves.' })
  organisationsInAll!: number | null;

  @Field(() => Boolean, { description: 'Whether it is counted among the small groups.' })
  isSmall!: boolean;
}

/** What was said about one field of action. */
@ObjectType('FieldFigures', { description: 'What was said about one field of action.' })
export class FieldFiguresType extends FigureLineType {
  @Field(() => SectionType, { nullable: true, description: 'The field of action; null: other chapters and the whole concept.' })
  section!: SectionType | null;

  @Field(() => Boolean, { description: 'Whether it is counted among the small groups.' })
  isSmall!: boolean;
}

/** Small groups, which are broken down only together. */
@ObjectType('SmallGroupFigures', { description: 'Groups that are too small alone, together.' })
export class SmallGroupFiguresType {
  @Field(() => Int, { description: 'Contributions.' })
  contributionCount!: number;

  @Field(() => [FateCountType], { description: 'What became of them.' })
  fates!: FateCountType[];
}

/** What came and was answered in a month. */
@ObjectType('MonthFigures', { description: 'How many contributions came and were answered in a month.' })
export class MonthFiguresType {
  @Field(() => String, { description: '`YYYY-MM`, by the clock in Germany.' })
  month!: string;

  @Field(() => Int, { description: 'How many came.' })
  received!: number;

  @Field(() => Int, { description: 'How many were answered.' })
  answered!: number;
}

/** How much of the text one kind of organisation has written. */
@ObjectType('KindWords', { description: 'How much of the text organisations of one kind have written.' })
export class KindWordsType {
  @Field(() => OrganisationKindEnum, { description: 'The kind.' })
  kind!: string;

  @Field(() => Int, { description: 'Of all words, in whole per cent.' })
  percent!: number;
}

/** How one kind of organisation came to gatherings. */
@ObjectType('KindAttendance', { description: 'How organisations of one kind came to gatherings.' })
export class KindAttendanceType {
  @Field(() => OrganisationKindEnum, { description: 'The kind.' })
  kind!: string;

  @Field(() => Int, { description: 'Different organisations that came.' })
  organisationCount!: number;

  @Field(() => Int, { description: 'Gatherings to which at least one of them came.' })
  gatheringCount!: number;
}

/** Who came to one gathering. */
@ObjectType('GatheringAttendance', { description: 'How many organisations came to one gathering.' })
export class GatheringAttendanceType {
  @Field(() => GatheringType, { description: 'The gathering.' })
  gathering!: GatheringType;

  @Field(() => Int, { description: 'Organisations that came.' })
  organisationCount!: number;

  @Field(() => Int, { description: 'Of so many kinds.' })
  kindCount!: number;
}

/** Who came to the gatherings of a process. */
@ObjectType('AttendanceFigures', { description: 'Which kinds of organisations came to the gatherings that have begun; people are not counted.' })
export class AttendanceFiguresType {
  @Field(() => [KindAttendanceType], { description: 'By kind of organisation.' })
  kinds!: readonly KindAttendanceType[];

  @Field(() => [GatheringAttendanceType], { description: 'Gathering by gathering, in the order of time.' })
  gatherings!: readonly GatheringAttendanceType[];
}

/** Who takes part in a concept. */
@ObjectType('ParticipationFigures', { description: 'Who takes part in a concept, by kind of organisation, by field of action and over time; never by person. Small groups are not broken down.' })
export class ParticipationFiguresType {
  /** Not part of the API. */
  readonly found!: ParticipationFigures;

  @Field(() => Int, { description: 'All contributions that are released.' })
  contributionCount!: number;

  @Field(() => Int, { description: 'Groups smaller than this are not broken down.' })
  smallestGroup!: number;

  @Field(() => [KindFiguresType], { description: 'By kind of organisation.' })
  kinds!: KindFiguresType[];

  @Field(() => SmallGroupFiguresType, { nullable: true, description: 'Small kinds together; null: there are none, or they are too few together.' })
  smallKinds!: SmallGroupFiguresType | null;

  @Field(() => [FieldFiguresType], { description: 'By field of action, in their order.' })
  fields!: FieldFiguresType[];

  @Field(() => SmallGroupFiguresType, { nullable: true, description: 'Fields with few contributions together; null: there are none, or they are too few together.' })
  smallFields!: SmallGroupFiguresType | null;

  @Field(() => [MonthFiguresType], { description: 'Every month from the first contribution on; none while there are too few in all.' })
  months!: readonly MonthFiguresType[];

  @Field(() => [OrganisationKindEnum], { description: 'Kinds of organisation of which nobody has said anything.' })
  missingKinds!: readonly string[];
}

const fateCounts = (fates: FateCounts): FateCountType[] => CONTRIBUTION_FATES.map((fate) => ({ fate, count: fates[fate] }));
const lineOf = ({ count, organisationCount, fates }: FigureLine, { together }: FigureTable, key: string | null) => ({
  contributionCount: count, organisationCount, fates: fates === null ? null : fateCounts(fates), isSmall: together?.keys.includes(key) ?? false,
});
const smallOf = ({ together }: FigureTable): SmallGroupFiguresType | null => (together === null ? null : { contributionCount: together.count, fates: fateCounts(together.fates) });

export function toFigures(found: ParticipationFigures): ParticipationFiguresType {
  const { contributionCount, kinds, organisationCounts, fields, sections, months, missingKinds } = found;
  return Object.assign(new ParticipationFiguresType(), {
    found, contributionCount, smallestGroup: MIN_GROUP, months, missingKinds, smallKinds: smallOf(kinds), smallFields: smallOf(fields),
    kinds: kinds.lines.map((line) => ({ ...lineOf(line, kinds, line.key), kind: line.key, organisationsInAll: line.key === null ? null : organisationCounts.get(line.key) ?? 0 })),
    fields: fields.lines.map((line) => {
      const section = line.key === null ? undefined : sections.get(line.key);
      return { ...lineOf(line, fields, line.key), section: section === undefined ? null : toSection(section) };
    }),
  });
}

export function toAttendance({ kinds, gatherings }: AttendanceFigures): AttendanceFiguresType {
  return { kinds, gatherings: gatherings.map(({ gathering, ...counts }) => ({ ...counts, gathering: GatheringType.of(gathering) })) };
}
