import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { EditionType } from '@konzeptwerkstatt/concept';
import { OrganisationKindEnum } from '@konzeptwerkstatt/identity';
import { DateTimeScalar, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { Criterion } from '../domain/check-criteria.js';
import { CriterionEnum, FindingKindEnum } from './participation.enums.js';

/** Where a finding leads to. */
@ObjectType('CheckPlace', { description: 'A place that a finding leads to.' })
export class CheckPlaceType {
  @Field(() => String, { description: 'Title of the goal, measure or section, or first words of the contribution.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Language of the title, BCP 47; null: that of the concept.' })
  language!: string | null;

  @Field(() => String, { nullable: true, description: 'Raw id of the section.' })
  sectionId!: string | null;

  @Field(() => String, { nullable: true, description: 'Raw id of the block.' })
  blockId!: string | null;

  @Field(() => String, { nullable: true, description: 'Raw id of the contribution.' })
  contributionId!: string | null;
}

/** Something that can be seen of a concept by counting. */
@ObjectType('CheckFinding', { description: 'Something that can be seen of a concept by counting.' })
export class CheckFindingType {
  @Field(() => FindingKindEnum, { description: 'What it is.' })
  kind!: string;

  @Field(() => Int, { description: 'How often.' })
  count!: number;

  @Field(() => [CheckPlaceType], { description: 'The first twenty places.' })
  places!: readonly CheckPlaceType[];

  @Field(() => [OrganisationKindEnum], { description: 'Kinds of organisation that never took part, of KIND_MISSING.' })
  organisationKinds!: readonly string[];
}

/** One criterion of the source with what can be seen of it. */
@ObjectType('CheckedCriterion', { description: 'A success factor or an attribute, with what can be seen of it by counting.' })
export class CheckedCriterionType {
  @Field(() => CriterionEnum, { description: 'Which one.' })
  criterion!: string;

  @Field(() => Boolean, { description: 'Whether counting says anything about it; otherwise only people can judge.' })
  isVisible!: boolean;

  @Field(() => [CheckFindingType], { description: 'What is still missing.' })
  findings!: readonly CheckFindingType[];
}

/** A check of a concept. */
@ObjectType('ConceptCheck', { description: 'A concept beside the ten success factors and six attributes of the source.' })
export class ConceptCheckType {
  @Field(() => String, { description: 'Where the criteria come from, with their licence.' })
  source!: string;

  @Field(() => [CheckedCriterionType], { description: 'In the order of the source, factors first.' })
  criteria!: readonly CheckedCriterionType[];
}

/** How one person rates one criterion. */
@ObjectType('AssessmentRating', { description: "One's own rating of one criterion." })
export class AssessmentRatingType {
  @Field(() => CriterionEnum, { description: 'Which one.' })
  criterion!: string;

  @Field(() => Int, { nullable: true, description: '1 (not yet) to 4 (fully); null: cannot say.' })
  rating!: number | null;

  @Field(() => String, { description: 'Why.' })
  comment!: string;
}

@ObjectType('OwnAssessment', { description: "One's own assessment of a concept." })
export class OwnAssessmentType {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed in; null: nobody else knows it yet.' })
  handedInAt!: Date | null;

  @Field(() => [AssessmentRatingType], { description: 'The ratings.' })
  ratings!: readonly AssessmentRatingType[];
}

@ObjectType('AssessmentComment', { description: 'What somebody wrote beside a rating.' })
export class AssessmentCommentType {
  @Field(() => String, { description: 'Its words.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Who wrote it; null where the municipality shows no names.' })
  personName!: string | null;
}

/** How all see one criterion together. */
@ObjectType('AssessmentResult', { description: 'How all see one criterion together.' })
export class AssessmentResultType {
  @Field(() => CriterionEnum, { description: 'Which one.' })
  criterion!: string;

  @Field(() => Int, { description: 'How many have rated it.' })
  ratedCount!: number;

  @Field(() => [Int], { nullable: true, description: 'How many gave 1, 2, 3 and 4; null: too few to be broken down.' })
  counts!: readonly number[] | null;

  @Field(() => [AssessmentCommentType], { description: 'What they wrote, in an order that says nothing about who wrote it.' })
  comments!: readonly AssessmentCommentType[];
}

/** How people see a concept. */
@ObjectType('ConceptAssessments', { description: 'How people see a concept, as one of them may know it.' })
export class ConceptAssessmentsType {
  @Field(() => Boolean, { description: 'Whether the viewer may take part.' })
  mayAssess!: boolean;

  @Field(() => OwnAssessmentType, { nullable: true, description: "The viewer's own; null before she has begun." })
  own!: OwnAssessmentType | null;

  @Field(() => Int, { description: 'How many have handed theirs in.' })
  handedInCount!: number;

  @Field(() => Int, { description: 'Fewer than these are not broken down.' })
  smallestGroup!: number;

  @Field(() => [AssessmentResultType], { nullable: true, description: 'How all see it; null until the viewer has handed in her own, and while there are too few.' })
  results!: readonly AssessmentResultType[] | null;
}

@InputType({ description: 'A rating of one criterion.' })
export class AssessmentRatingInput {
  @Field(() => CriterionEnum, { description: 'Which one.' })
  criterion!: Criterion;

  @Field(() => Int, { nullable: true, description: '1 (not yet) to 4 (fully); null: cannot say.' })
  rating?: number | null;

  @Field(() => String, { defaultValue: '', description: 'Why, at most 2,000 characters.' })
  comment!: string;
}

@InputType({ description: "One's own assessment of a concept, all of it." })
export class SaveAssessmentInput extends MutationInput {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => [AssessmentRatingInput], { description: 'At most one rating of each criterion; what is left out is gone.' })
  ratings!: AssessmentRatingInput[];
}

@InputType({ description: "One's own assessment of a concept, as it is handed in." })
export class HandInAssessmentInput extends SaveAssessmentInput {}

@ObjectType({ isAbstract: true })
abstract class AssessmentPayload extends MutationPayload {
  @Field(() => EditionType, { nullable: true, description: 'The edition; null when nothing was done.' })
  edition!: EditionType | null;
}

@ObjectType({ description: 'Answer of saveAssessment. Codes: RATING_INVALID, COMMENT_TOO_LONG, TEXT_NOT_STORABLE, ASSESSMENT_CLOSED.' })
export class SaveAssessmentPayload extends AssessmentPayload {}

@ObjectType({ description: 'Answer of handInAssessment. Codes: RATING_INVALID, RATING_REQUIRED, COMMENT_TOO_LONG, TEXT_NOT_STORABLE, ASSESSMENT_CLOSED.' })
export class HandInAssessmentPayload extends AssessmentPayload {}
