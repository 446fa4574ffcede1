import { Inject } from '@nestjs/common';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { editionLoader } from '@konzeptwerkstatt/concept';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { PlanningProcessType } from '@konzeptwerkstatt/planning';
import { Requested } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { currentReactions, isProposed } from '../domain/response-proposal.policy.js';
import { ConsentReader } from '../queries/consent.reader.js';
import { ContributionAccess } from '../queries/contribution.access.js';
import { ContributionType } from './contribution.type.js';
import { ProposalReactionType, ResponseConsentType, ResponseProposalType, toReaction } from './proposal.type.js';
import { consentDaysLoader, proposedLoader } from './treatment.loader.js';
import { toResponse } from './treatment.type.js';

/** Answers that are proposed before they are published. */
@Resolver(() => ContributionType)
export class ProposalResolver {
  constructor(@Inject(ContributionAccess) private readonly access: ContributionAccess) {}

  @ResolveField(() => ResponseProposalType, { nullable: true, description: 'The answer that is proposed; null while there is none, and for everybody but the contributor and her organisation.' })
  async proposal(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<ResponseProposalType | null> {
    if (row.state !== 'submitted' || !(await this.access.mayReact(context.actor, row))) return null;
    const proposed = await context.loader(proposedLoader).load(row);
    const until = proposed?.response.proposedUntil ?? null;
    if (proposed === null || until === null || !isProposed(proposed.response)) return null;
    const said = currentReactions(proposed.response, proposed.reactions).find(({ contributionId }) => contributionId === row.id);
    return { response: toResponse(proposed.response), until, mayReact: until > new Date(), reaction: said === undefined ? null : toReaction(said, proposed.response.revision) };
  }

  @ResolveField(() => ResponseConsentType, { nullable: true, description: 'How its answer stands with those it is for; null for those who do not answer it.' })
  async consent(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<ResponseConsentType | null> {
    const edition = await context.loader(editionLoader).load(row.editionId);
    if (edition === null || !(await this.access.canAt(context.actor, 'contribution.answer', { ...edition, sectionId: row.sectionId }))) return null;
    const days = edition.processId === null ? null : await context.loader(consentDaysLoader).load({ municipalityId: row.municipalityId, processId: edition.processId });
    const proposed = await context.loader(proposedLoader).load(row);
    if (proposed === null) return { days, standing: null, until: null, reactions: [] };
    const { response, standing, reactions } = proposed;
    return { days, standing: response.publishedAt === null ? standing : null, until: response.proposedUntil, reactions: reactions.map((reaction) => toReaction(reaction, response.revision)) };
  }
}

/** Who said something to a proposed answer. */
@Resolver(() => ProposalReactionType)
export class ProposalReactionResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'For which organisation; null: for oneself.' })
  organisation(@Parent() { row }: ProposalReactionType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return row.organisationId === null ? Promise.resolve(null) : context.loader(organisationLoader).load(row.organisationId);
  }
}

/** Whether a process proposes answers first. */
@Resolver(() => PlanningProcessType)
export class ProcessConsentResolver {
  constructor(@Inject(ConsentReader) private readonly consent: ConsentReader) {}

  @ResolveField(() => Int, { nullable: true, description: 'For how many days answers to contributions are proposed before they are published; null: they are published at once.' })
  async consentDays(@Parent() { municipalityId, uuid }: PlanningProcessType): Promise<number | null> {
    return (await this.consent.daysOfProcesses(municipalityId, [uuid])).get(uuid) ?? null;
  }
}
