import { Inject } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isUuid } from '@konzeptwerkstatt/kernel';
import { commandContext, decodeGlobalId, NodeRegistry, pickedId, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import { RequestExportCommand } from '../commands/request-export.command.js';
import { DocumentExportReader } from '../queries/document-export.reader.js';
import { DocumentExportType, RequestExportInput, RequestExportPayload, toDocumentExport } from './document-export.type.js';

/** Asking for files, and how far they are. */
@Resolver(() => DocumentExportType)
export class DocumentExportResolver implements OnModuleInit {
  constructor(
    @Inject(RequestExportCommand) private readonly request: RequestExportCommand,
    @Inject(DocumentExportReader) private readonly exports: DocumentExportReader,
    @Inject(NodeRegistry) private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('DocumentExport', (uuid, { actor }) => this.exports.find(actor, uuid).then((found) => (found === null ? null : toDocumentExport(found))));
  }

  @Query(() => DocumentExportType, { nullable: true, description: 'A file that the viewer asked for, by its raw id; null when it does not exist or is not hers.' })
  async documentExport(@Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string, @Requested() { actor }: RequestContext): Promise<DocumentExportType | null> {
    const found = isUuid(uuid) ? await this.exports.find(actor, uuid) : null;
    return found === null ? null : toDocumentExport(found);
  }

  @Mutation(() => RequestExportPayload, { description: 'Asks for an edition or a part of it as a file.' })
  async requestExport(@Args('input', { type: () => RequestExportInput }) input: RequestExportInput, @Requested() request: RequestContext): Promise<RequestExportPayload> {
    const actor = request.requireActor();
    const { form, hasLineNumbers, hasMeasureTable, hasContributions } = input;
    const command = this.request.run(commandContext(actor, request.correlationId, 'requestExport', input), {
      editionId: decodeGlobalId(input.editionId, 'Edition'), sectionId: pickedId(input.sectionId, 'Section'), organisationId: pickedId(input.organisationId, 'Organisation'),
      form, hasLineNumbers, hasMeasureTable, hasContributions,
    });
    const { value, errors } = await settle(command);
    const found = value === null ? null : await this.exports.find(actor, value);
    return { documentExport: found === null ? null : toDocumentExport(found), errors };
  }
}
