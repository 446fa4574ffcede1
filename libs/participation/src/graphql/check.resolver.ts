import { Inject } from '@nestjs/common';
import { Args, Extensions, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { editionLoader, EditionType, toEdition } from '@konzeptwerkstatt/concept';
import { commandContext, decodeGlobalId, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import { AssessConceptCommand } from '../commands/assess-concept.command.js';
import { CRITERIA_SOURCE } from '../domain/check-criteria.js';
import { byCriterion } from '../domain/check.policy.js';
import { MIN_GROUP } from '../domain/suppression.policy.js';
import { CheckReader } from '../queries/check.reader.js';
import { ConceptAssessmentsType, ConceptCheckType, HandInAssessmentInput, HandInAssessmentPayload, SaveAssessmentInput, SaveAssessmentPayload } from './check.type.js';

/** A concept beside the criteria of the source. */
@Resolver(() => EditionType)
export class EditionCheckResolver {
  constructor(
    @Inject(CheckReader) private readonly reader: CheckReader,
    @Inject(AssessConceptCommand) private readonly assessing: AssessConceptCommand,
  ) {}

  @Extensions({ cost: 200 })
  @ResolveField(() => ConceptCheckType, { nullable: true, description: 'What can be seen of it by counting; null for those who may not read what is said about all of it.' })
  async check(@Parent() { uuid }: EditionType, @Requested() { actor }: RequestContext): Promise<ConceptCheckType | null> {
    const findings = await this.reader.findings(actor, uuid);
    return findings === null ? null : { source: CRITERIA_SOURCE, criteria: byCriterion(findings) };
  }

  @Extensions({ cost: 100 })
  @ResolveField(() => ConceptAssessmentsType, { nullable: true, description: 'How people see it; null as for check.' })
  async assessments(@Parent() { uuid }: EditionType, @Requested() { actor }: RequestContext): Promise<ConceptAssessmentsType | null> {
    const found = await this.reader.assessments(actor, uuid);
    if (found === null) return null;
    const { results, names, ...rest } = found;
    return {
      ...rest, smallestGroup: MIN_GROUP,
      results: results?.map(({ comments, ...result }) => ({ ...result, comments: comments.map(({ text, personId }) => ({ text, personName: personId === null ? null : names.get(personId) ?? null })) })) ?? null,
    };
  }

  @Mutation(() => SaveAssessmentPayload, { description: "Keeps one's own assessment of a concept; nobody else sees it." })
  saveAssessment(@Requested() request: RequestContext, @Args('input') input: SaveAssessmentInput): Promise<SaveAssessmentPayload> {
    return this.answer(request, 'saveAssessment', input, false);
  }

  @Mutation(() => HandInAssessmentPayload, { description: "Hands one's own assessment of a concept in: it counts among the others and stays as it is, and one sees how all see it." })
  handInAssessment(@Requested() request: RequestContext, @Args('input') input: HandInAssessmentInput): Promise<HandInAssessmentPayload> {
    return this.answer(request, 'handInAssessment', input, true);
  }

  private async answer(request: RequestContext, mutation: string, input: SaveAssessmentInput, isHandedIn: boolean): Promise<SaveAssessmentPayload> {
    const ratings = input.ratings.map(({ criterion, rating = null, comment }) => ({ criterion, rating, comment }));
    const context = commandContext(request.requireActor(), request.correlationId, mutation, input);
    const { value, errors } = await settle(this.assessing.run(context, decodeGlobalId(input.editionId, 'Edition'), ratings, isHandedIn));
    const record = value === null ? null : await request.loader(editionLoader).load(value);
    return { edition: record === null ? null : toEdition(record), errors };
  }
}
