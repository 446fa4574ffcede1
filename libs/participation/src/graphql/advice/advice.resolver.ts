import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { editionLoader } from '@konzeptwerkstatt/concept';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { commandContext, decodeGlobalId, defineLoader, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { AskAdviceCommand } from '../../commands/advice/ask-advice.command.js';
import { GiveAdviceCommand } from '../../commands/advice/give-advice.command.js';
import type { ContributionAdvice } from '../../domain/advice/advice.policy.js';
import type { Contribution } from '../../domain/contribution.js';
import { AdviceReader } from '../../queries/advice/advice.reader.js';
import { ContributionAccess } from '../../queries/contribution.access.js';
import { ContributionAnswers } from '../contribution-mutation.resolver.js';
import type { ContributionPayload } from '../contribution.input.js';
import { ContributionType } from '../contribution.type.js';
import { AskForAdviceInput, AskForAdvicePayload, GiveAdviceInput, GiveAdvicePayload, WithdrawAdviceRequestInput, WithdrawAdviceRequestPayload } from './advice.input.js';
import { ContributionAdviceType, toAdvice } from './advice.type.js';

/** What organisations are asked about contributions (all of one municipality); who may see it is the resolver's question. */
const advicesLoader = defineLoader<Contribution, readonly ContributionAdvice[]>('participation.advices', (container) => {
  const reader = container.get(AdviceReader, { strict: false });
  return new DataLoader<Contribution, readonly ContributionAdvice[], string>(async (contributions) => {
    const rows = await reader.ofContributions(contributions[0]?.municipalityId ?? '', contributions.map(({ id }) => id));
    const groups = Map.groupBy(rows, ({ contributionId }) => contributionId);
    return contributions.map(({ id }) => groups.get(id) ?? []);
  }, { cacheKeyFn: ({ id }) => id });
});

/** What organisations are asked about a contribution, and their advice. */
@Resolver(() => ContributionType)
export class ContributionAdvicesResolver {
  constructor(
    @Inject(AdviceReader) private readonly reader: AdviceReader,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
  ) {}

  @ResolveField(() => [ContributionAdviceType], { description: 'What organisations are asked about it, the oldest first: all for those who answer, their own for the people of an organisation that is asked, nothing for others.' })
  async advices(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<ContributionAdviceType[]> {
    const all = await context.loader(advicesLoader).load(row);
    if (all.length === 0) return [];
    const edition = await context.loader(editionLoader).load(row.editionId);
    const answers = edition !== null && (await this.access.canAt(context.actor, 'contribution.answer', { ...edition, sectionId: row.sectionId }));
    const seen: ContributionAdviceType[] = [];
    for (const advice of all) {
      const mayAdvise = await this.reader.mayAdvise(context.actor, advice);
      if (answers || mayAdvise) seen.push(toAdvice(advice, mayAdvise && row.state === 'submitted'));
    }
    return seen;
  }
}

/** Who asks, and who is asked. */
@Resolver(() => ContributionAdviceType)
export class AdviceOrganisationsResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'Who is asked; null after it was removed.' })
  organisation(@Parent() { row }: ContributionAdviceType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return context.loader(organisationLoader).load(row.organisationId);
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: 'Who asked; null after it was removed.' })
  askedBy(@Parent() { row }: ContributionAdviceType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return row.askedByOrganisationId === null ? Promise.resolve(null) : context.loader(organisationLoader).load(row.askedByOrganisationId);
  }
}

const command = (request: RequestContext, mutation: string, input: MutationInput): CommandContext => commandContext(request.requireActor(), request.correlationId, mutation, input);

/** Asking for advice on contributions, and giving it. */
@Resolver()
export class AdviceMutationResolver {
  constructor(
    @Inject(AskAdviceCommand) private readonly asking: AskAdviceCommand,
    @Inject(GiveAdviceCommand) private readonly giving: GiveAdviceCommand,
    @Inject(ContributionAnswers) private readonly answers: ContributionAnswers,
  ) {}

  @Mutation(() => AskForAdvicePayload, { description: 'Asks another office or organisation for its advice on an open contribution.' })
  askForAdvice(@Requested() request: RequestContext, @Args('input') input: AskForAdviceInput): Promise<ContributionPayload> {
    const wanted = { organisationId: decodeGlobalId(input.organisationId, 'Organisation'), question: input.question, questionLanguage: input.language, dueOn: input.dueOn ?? null };
    return this.answers.of(request, this.asking.ask(command(request, 'askForAdvice', input), decodeGlobalId(input.contributionId, 'Contribution'), wanted));
  }

  @Mutation(() => WithdrawAdviceRequestPayload, { description: 'Takes a question back that is not answered.' })
  withdrawAdviceRequest(@Requested() request: RequestContext, @Args('input') input: WithdrawAdviceRequestInput): Promise<ContributionPayload> {
    return this.answers.of(request, this.asking.withdraw(command(request, 'withdrawAdviceRequest', input), decodeGlobalId(input.adviceId, 'ContributionAdvice')));
  }

  @Mutation(() => GiveAdvicePayload, { description: 'Gives the advice the organisation the viewer acts for is asked for, or changes it until the contribution is answered.' })
  giveAdvice(@Requested() request: RequestContext, @Args('input') input: GiveAdviceInput): Promise<ContributionPayload> {
    const { advice: text, language, expectedRevision } = input;
    return this.answers.of(request, this.giving.run(command(request, 'giveAdvice', input), decodeGlobalId(input.adviceId, 'ContributionAdvice'), { text, language }, expectedRevision));
  }
}
