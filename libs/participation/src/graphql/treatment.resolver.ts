import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { editionLoader, GoalType, MeasureType, SectionType } from '@konzeptwerkstatt/concept';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { Requested } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { ContributionAccess } from '../queries/contribution.access.js';
import { TreatmentReader } from '../queries/treatment.reader.js';
import { ContributionType, toContribution } from './contribution.type.js';
import { followUpsLoader, outcomesLoader, partsLoader, responseLoader } from './treatment.loader.js';
import { ContributionFollowUpType, ContributionOutcomeType, ContributionPartType, ContributionResponseType, ContributionTreatmentType, toOutcome, toResponse } from './treatment.type.js';
import { VisibleConcept } from './visible-concept.js';

/** What became of a contribution, and how those who answer treat it. */
@Resolver(() => ContributionType)
export class ContributionTreatmentResolver {
  constructor(@Inject(ContributionAccess) private readonly access: ContributionAccess) {}

  @ResolveField(() => ContributionResponseType, { nullable: true, description: 'The published answer; null while there is none.' })
  async response(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<ContributionResponseType | null> {
    const found = await context.loader(responseLoader).load(row);
    return found === null || found.publishedAt === null ? null : toResponse(found);
  }

  @ResolveField(() => [ContributionOutcomeType], { description: 'What it has led to; known with the answer.' })
  async outcomes(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<ContributionOutcomeType[]> {
    const response = await context.loader(responseLoader).load(row);
    const isKnown = (response !== null && response.publishedAt !== null) || (await this.mayAnswer(row, context));
    return isKnown ? (await context.loader(outcomesLoader).load(row)).map(toOutcome) : [];
  }

  @ResolveField(() => [ContributionType], { description: 'The parts it was cut into, each with its own answer.' })
  async parts(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<ContributionType[]> {
    return (await context.loader(partsLoader).load(row)).map(toContribution);
  }

  @ResolveField(() => ContributionPartType, { nullable: true, description: 'Which part of another contribution it is; null when it is none.' })
  async part(@Parent() { row: { id, municipalityId, partOfId } }: ContributionType, @Requested() context: RequestContext): Promise<ContributionPartType | null> {
    if (partOfId === null) return null;
    const parts = await context.loader(partsLoader).load({ municipalityId, id: partOfId });
    return { wholeUuid: partOfId, number: parts.findIndex((other) => other.id === id) + 1, count: parts.length };
  }

  @ResolveField(() => ContributionTreatmentType, { nullable: true, description: 'How it is treated; null for those who do not answer it.' })
  async treatment(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<ContributionTreatmentType | null> {
    if (!(await this.mayAnswer(row, context))) return null;
    const found = await context.loader(responseLoader).load(row);
    const { bundleId: bundleUuid, answerBy, assignedOrganisationId } = row;
    return { row, bundleUuid, answerBy, assignedOrganisationId, response: found === null ? null : toResponse(found) };
  }

  private async mayAnswer({ editionId, sectionId }: ContributionType['row'], context: RequestContext): Promise<boolean> {
    const edition = await context.loader(editionLoader).load(editionId);
    return edition !== null && this.access.canAt(context.actor, 'contribution.answer', { ...edition, sectionId });
  }
}

/** Who answers. */
@Resolver(() => ContributionResponseType)
export class ContributionResponseResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'Whom to ask: an office.' })
  contact(@Parent() { row }: ContributionResponseType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return row.contactOrganisationId === null ? Promise.resolve(null) : context.loader(organisationLoader).load(row.contactOrganisationId);
  }
}

/** What a contribution has led to, as it is today. */
@Resolver(() => ContributionOutcomeType)
export class ContributionOutcomeResolver {
  constructor(@Inject(VisibleConcept) private readonly visible: VisibleConcept) {}

  @ResolveField(() => MeasureType, { nullable: true, description: 'The measure; null when it is something else, was taken out or the visitor may no longer read it.' })
  measure(@Parent() { row }: ContributionOutcomeType, @Requested() context: RequestContext): Promise<MeasureType | null> {
    return this.visible.measure(context, row.kind === 'measure' ? row.objectId : null);
  }

  @ResolveField(() => GoalType, { nullable: true, description: 'The goal; null when it is something else, was taken out or the visitor may no longer read it.' })
  goal(@Parent() { row }: ContributionOutcomeType, @Requested() context: RequestContext): Promise<GoalType | null> {
    return this.visible.goal(context, row.kind === 'goal' ? row.objectId : null);
  }

  @ResolveField(() => ContributionFollowUpType, { nullable: true, description: 'What became of it in the newest edition that follows; null while there is none the visitor may read.' })
  async followUp(@Parent() { row }: ContributionOutcomeType, @Requested() context: RequestContext): Promise<ContributionFollowUpType | null> {
    const { editionIds, counterparts } = await context.loader(followUpsLoader).load(row);
    for (const editionId of editionIds) {
      const edition = await this.visible.edition(context, editionId);
      if (edition === null) continue;
      const there = counterparts.find((counterpart) => counterpart.editionId === editionId) ?? null;
      const objectId = there?.objectId ?? null;
      const [measure, goal, section] = await Promise.all([
        this.visible.measure(context, row.kind === 'measure' ? objectId : null), this.visible.goal(context, row.kind === 'goal' ? objectId : null), this.visible.section(context, there?.sectionId ?? null),
      ]);
      return { edition, measure, goal, section };
    }
    return null;
  }

  @ResolveField(() => SectionType, { nullable: true, description: 'The section it stands in; null when that was taken out or the visitor may no longer read it.' })
  section(@Parent() { row }: ContributionOutcomeType, @Requested() context: RequestContext): Promise<SectionType | null> {
    return this.visible.section(context, row.sectionId);
  }
}

/** Which office is to answer, and together with what. */
@Resolver(() => ContributionTreatmentType)
export class TreatmentOfficeResolver {
  constructor(
    @Inject(TreatmentReader) private readonly reader: TreatmentReader,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
  ) {}

  @ResolveField(() => OrganisationType, { nullable: true, description: 'The office that is to answer.' })
  assignedTo(@Parent() { assignedOrganisationId }: ContributionTreatmentType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return assignedOrganisationId === null ? Promise.resolve(null) : context.loader(organisationLoader).load(assignedOrganisationId);
  }

  @ResolveField(() => String, { nullable: true, description: 'What all of its bundle say, in a few words; null: it is in none.' })
  bundleTitle(@Parent() { row }: ContributionTreatmentType): Promise<string | null> {
    return row.bundleId === null ? Promise.resolve(null) : this.reader.bundleTitle(row.municipalityId, row.bundleId);
  }

  @ResolveField(() => [ContributionType], { description: 'The others of its bundle, as far as the viewer may see them.' })
  async bundledWith(@Parent() { row }: ContributionTreatmentType, @Requested() { actor }: RequestContext): Promise<ContributionType[]> {
    const others = row.bundleId === null ? [] : (await this.reader.ofSubject(row.bundleId)).filter(({ id }) => id !== row.id);
    const seen: ContributionType[] = [];
    for (const other of others) if (await this.access.mayRead(actor, other)) seen.push(toContribution(other));
    return seen;
  }
}
