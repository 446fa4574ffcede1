import type { OnModuleInit } from '@nestjs/common';
import { Args, Extensions, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid } from '@konzeptwerkstatt/kernel';
import { commandContext, ConnectionArgs, decodeGlobalId, NodeRegistry, pageOfList, RequestContext, Requested, settle, rawId } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { ApplyWordImportCommand } from '../commands/apply-word-import.command.js';
import { StartImportCommand } from '../commands/start-import.command.js';
import { UndoWordImportCommand } from '../commands/undo-word-import.command.js';
import type { SectionKind } from '../domain/section-kind.js';
import { headingCounts, proposeSections, suggestedLevel } from '../domain/word-sections.policy.js';
import { WordImportReader } from '../queries/word-import.reader.js';
import { ApplyWordImportInput, ApplyWordImportPayload, StartWordImportInput, StartWordImportPayload, UndoWordImportInput, UndoWordImportPayload } from './word-import.input.js';
import { ImportedSectionConnection, toImportedSection, toWordImport, toWordSection, WordHeadingLevelType, WordImportType, WordNoteType, WordSectionConnection } from './word-import.type.js';
import type { ImportedSectionType, WordSectionType } from './word-import.type.js';

/** Word documents that become sections. Whoever has got an import may see all of it. */
@Resolver(() => WordImportType)
export class WordImportResolver implements OnModuleInit {
  constructor(
    private readonly imports: WordImportReader,
    private readonly start: StartImportCommand,
    private readonly apply: ApplyWordImportCommand,
    private readonly undo: UndoWordImportCommand,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('WordImport', (uuid, { actor }) => this.imports.find(actor, uuid).then((found) => (found === null ? null : toWordImport(found))));
  }

  @Query(() => WordImportType, { nullable: true, description: 'An import by its raw id; null when it does not exist or is not hers to open.' })
  async wordImport(@Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string, @Requested() { actor }: RequestContext): Promise<WordImportType | null> {
    const found = isUuid(uuid) ? await this.imports.find(actor, uuid) : null;
    return found === null ? null : toWordImport(found);
  }

  @ResolveField(() => [WordHeadingLevelType], { description: 'The heading levels of the document, at most six.' })
  levels(@Parent() { record }: WordImportType): WordHeadingLevelType[] {
    return record.reading === null ? [] : headingCounts(record.reading);
  }

  @ResolveField(() => Int, { description: 'The level at which sections should begin; 0: the document has no headings.' })
  suggestedLevel(@Parent() { record }: WordImportType): number {
    return record.reading === null ? 0 : suggestedLevel(record.reading);
  }

  @ResolveField(() => [WordNoteType], { description: 'What comes in another form than it had, or not at all; each kind at most once.' })
  notes(@Parent() { record }: WordImportType): WordNoteType[] {
    return Object.entries(record.reading?.notes ?? {}).map(([kind, count]) => ({ kind, count }));
  }

  @Extensions({ cost: 100 })
  @ResolveField(() => WordSectionConnection, { description: 'The sections that the document suggests; empty until it is read.' })
  sections(@Parent() { record }: WordImportType, @Args('level', { type: () => Int, description: 'The heading level at which sections begin; 0: everything is one section.' }) level: number, @Args() args: ConnectionArgs): Page<WordSectionType> {
    return pageOfList(record.reading === null ? [] : proposeSections(record.reading, level).map(toWordSection), args);
  }

  @Extensions({ cost: 250 })
  @ResolveField(() => ImportedSectionConnection, { description: 'What came of it, once it is taken over.' })
  async imported(@Parent() { record }: WordImportType, @Args() args: ConnectionArgs): Promise<Page<ImportedSectionType>> {
    const sections: ImportedSectionType[] = [];
    for (const section of record.sections) sections.push(toImportedSection(section, await this.imports.stateOf(section)));
    return pageOfList(sections, args);
  }

  @Mutation(() => StartWordImportPayload, { description: 'Reads an uploaded Word document and suggests sections. Changes nothing.' })
  startWordImport(@Args('input', { type: () => StartWordImportInput }) input: StartWordImportInput, @Requested() request: RequestContext): Promise<StartWordImportPayload> {
    const fileId = rawId(input.fileId);
    return this.answer(request, this.start.run(commandContext(request.requireActor(), request.correlationId, 'startWordImport', input), { editionId: decodeGlobalId(input.editionId, 'Edition'), fileId, broughtFor: 'sections' }));
  }

  @Mutation(() => ApplyWordImportPayload, { description: 'Takes chosen sections of a Word document over, all or none, behind those that are there.' })
  applyWordImport(@Args('input', { type: () => ApplyWordImportInput }) input: ApplyWordImportInput, @Requested() request: RequestContext): Promise<ApplyWordImportPayload> {
    const sections = input.sections.map(({ index, title, kind }) => ({ index, title, kind: kind as SectionKind }));
    const context = commandContext(request.requireActor(), request.correlationId, 'applyWordImport', input);
    return this.answer(request, this.apply.run(context, decodeGlobalId(input.importId, 'WordImport'), { level: input.level, sections }));
  }

  @Mutation(() => UndoWordImportPayload, { description: 'Takes the sections of an import out again, as long as nobody has worked on any of them.' })
  undoWordImport(@Args('input', { type: () => UndoWordImportInput }) input: UndoWordImportInput, @Requested() request: RequestContext): Promise<UndoWordImportPayload> {
    return this.answer(request, this.undo.run(commandContext(request.requireActor(), request.correlationId, 'undoWordImport', input), decodeGlobalId(input.importId, 'WordImport')));
  }

  private async answer(request: RequestContext, command: Promise<string>): Promise<StartWordImportPayload> {
    const { value, errors } = await settle(command);
    const found = value === null ? null : await this.imports.find(request.actor, value);
    return { wordImport: found === null ? null : toWordImport(found), errors };
  }
}
