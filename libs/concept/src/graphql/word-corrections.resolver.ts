import { Args, Extensions, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid, notFound } from '@konzeptwerkstatt/kernel';
import { commandContext, ConnectionArgs, decodeGlobalId, pageOfList, RequestContext, Requested, settle, rawId } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { ApplyWordCorrectionsCommand } from '../commands/apply-word-corrections.command.js';
import { StartImportCommand } from '../commands/start-import.command.js';
import { WordCorrectionsReader } from '../queries/word-corrections.reader.js';
import { ApplyWordCorrectionsInput, ApplyWordCorrectionsPayload, StartWordCorrectionsInput, StartWordCorrectionsPayload } from './word-corrections.input.js';
import { toWordCorrections, toWordDifference, WordCorrectionsType, WordDifferenceConnection } from './word-corrections.type.js';
import type { WordDifferenceType } from './word-corrections.type.js';

/** Word documents that come back with corrections. Whoever brought one may see all of it. */
@Resolver(() => WordCorrectionsType)
export class WordCorrectionsResolver {
  constructor(
    private readonly reader: WordCorrectionsReader,
    private readonly start: StartImportCommand,
    private readonly apply: ApplyWordCorrectionsCommand,
  ) {}

  @Query(() => WordCorrectionsType, { nullable: true, description: 'A document with corrections by its raw id; null when it does not exist or is not hers to open.' })
  wordCorrections(@Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string, @Requested() request: RequestContext): Promise<WordCorrectionsType | null> {
    return this.find(request, uuid);
  }

  // The texts of the whole edition are read and compared.
  @Extensions({ cost: 600 })
  @ResolveField(() => WordDifferenceConnection, { description: 'What differs from the text of now, section by section; empty until it is read.' })
  async differences(@Parent() { record }: WordCorrectionsType, @Args() args: ConnectionArgs): Promise<Page<WordDifferenceType>> {
    return pageOfList((await this.reader.differences(record)).map(toWordDifference), args);
  }

  @Mutation(() => StartWordCorrectionsPayload, { description: 'Reads an uploaded Word document that was made of an edition and compares it. Changes nothing.' })
  async startWordCorrections(@Args('input', { type: () => StartWordCorrectionsInput }) input: StartWordCorrectionsInput, @Requested() request: RequestContext): Promise<StartWordCorrectionsPayload> {
    const fileId = rawId(input.fileId);
    const context = commandContext(request.requireActor(), request.correlationId, 'startWordCorrections', input);
    const { value, errors } = await settle(this.start.run(context, { editionId: decodeGlobalId(input.editionId, 'Edition'), fileId, broughtFor: 'corrections' }));
    return { wordCorrections: value === null ? null : await this.find(request, value), errors };
  }

  @Mutation(() => ApplyWordCorrectionsPayload, { description: 'Takes accepted differences of one section over, all or none; bold and links of words that stay are kept.' })
  async applyWordCorrections(@Args('input', { type: () => ApplyWordCorrectionsInput }) input: ApplyWordCorrectionsInput, @Requested() request: RequestContext): Promise<ApplyWordCorrectionsPayload> {
    const context = commandContext(request.requireActor(), request.correlationId, 'applyWordCorrections', input);
    if (!isUuid(input.correctionsUuid)) throw notFound();
    const accepted = input.accepted.map(({ key, expected }) => ({ key, expected }));
    const { value, errors } = await settle(this.apply.run(context, { correctionsId: input.correctionsUuid, sectionId: decodeGlobalId(input.sectionId, 'Section'), accepted }));
    return { wordCorrections: value === null ? null : await this.find(request, value.correctionsId), takenCount: value?.count ?? 0, errors };
  }

  private async find({ actor }: RequestContext, uuid: string): Promise<WordCorrectionsType | null> {
    const found = isUuid(uuid) ? await this.reader.find(actor, uuid) : null;
    return found === null ? null : toWordCorrections(found);
  }
}
