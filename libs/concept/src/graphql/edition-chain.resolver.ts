import { Args, Extensions, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionArgs, decodeGlobalId, pageOfList, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { BeginNextEditionCommand } from '../commands/begin-next-edition.command.js';
import { SectionAccess } from '../commands/section-access.js';
import type { EditionRecord } from '../queries/edition.reader.js';
import { EditionChainReader } from '../queries/edition-chain.reader.js';
import { SectionComparisonReader } from '../queries/section-comparison.reader.js';
import { ConceptAnswers } from './concept-answers.js';
import { EditionConnection } from './concept.connections.js';
import { editionLoader } from './concept.loader.js';
import { BeginNextEditionInput, BeginNextEditionPayload, ComparedMeasureConnection, toComparedMeasure } from './edition-chain.type.js';
import type { ComparedMeasureType } from './edition-chain.type.js';
import { EditionType, toEdition } from './edition.type.js';
import { ComparedSectionConnection, toComparedSection } from './section-comparison.type.js';
import type { ComparedSectionType } from './section-comparison.type.js';

/** How editions follow one another. */
@Resolver(() => EditionType)
export class EditionChainResolver {
  constructor(
    private readonly next: BeginNextEditionCommand,
    private readonly chain: EditionChainReader,
    private readonly sections: SectionComparisonReader,
    private readonly access: SectionAccess,
    private readonly answers: ConceptAnswers,
  ) {}

  @ResolveField(() => EditionType, { nullable: true, description: 'The adopted edition it began as a copy of; null when there is none or it is not for the viewer.' })
  async basedOn(@Parent() edition: EditionType, @Requested() context: RequestContext): Promise<EditionType | null> {
    const record = await this.predecessor(edition, context);
    return record === null ? null : toEdition(record);
  }

  @ResolveField(() => ComparedMeasureConnection, { nullable: true, description: 'What became of the measures of the edition it is based on; null when there is none or it is not for the viewer.' })
  async measureComparison(@Parent() edition: EditionType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<ComparedMeasureType> | null> {
    const before = await this.predecessor(edition, context);
    return before === null ? null : pageOfList((await this.chain.compare(before, edition.place)).map(toComparedMeasure), args);
  }

  // All texts of a page of it are built from their bytes and held against each other.
  @Extensions({ cost: 600 })
  @ResolveField(() => ComparedSectionConnection, { nullable: true, description: 'What became of the sections of the edition it is based on; null when there is none or it is not for the viewer.' })
  async sectionComparison(@Parent() edition: EditionType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<ComparedSectionType> | null> {
    const before = await this.predecessor(edition, context);
    if (before === null) return null;
    const { edges, pageInfo, totalCount } = pageOfList(await this.sections.pairs(context.actor, before, edition.place), args);
    const compared = await this.sections.compareAll(edges.map(({ node }) => node));
    return { pageInfo, totalCount, edges: compared.map((section, index) => ({ cursor: edges[index]?.cursor ?? '', node: toComparedSection(section) })) };
  }

  @ResolveField(() => EditionConnection, { description: 'The editions and corrections that began as its copy, as far as the viewer may read them; the oldest first.' })
  async nextEditions(@Parent() { place, uuid }: EditionType, @Args() args: ConnectionArgs, @Requested() { actor }: RequestContext): Promise<Page<EditionType>> {
    const next = await this.chain.next(place.municipalityId, uuid);
    const visible = await Promise.all(next.map((record) => this.access.mayReadEdition(actor, record)));
    return pageOfList(next.filter((_, index) => visible[index]).map(toEdition), args);
  }

  @Mutation(() => BeginNextEditionPayload, { description: 'Begins the next edition, or a correction, as a copy of an adopted one.' })
  async beginNextEdition(@Requested() request: RequestContext, @Args('input') input: BeginNextEditionInput): Promise<BeginNextEditionPayload> {
    const wanted = { editionId: decodeGlobalId(input.editionId, 'Edition'), title: input.title, year: input.year, correctionReason: input.correctionReason ?? null };
    const { value, errors } = await settle(this.next.run(this.answers.command(request, 'beginNextEdition', input), wanted));
    const record = value === null ? null : await request.loader(editionLoader).clear(value).load(value);
    return { edition: record === null ? null : toEdition(record), errors };
  }

  /** The edition it is based on, if the viewer may read that. */
  private async predecessor({ basedOnUuid }: EditionType, context: RequestContext): Promise<EditionRecord | null> {
    const record = basedOnUuid === null ? null : await context.loader(editionLoader).load(basedOnUuid);
    return record !== null && (await this.access.mayReadEdition(context.actor, record)) ? record : null;
  }
}
