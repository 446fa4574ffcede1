import { Field, InputType, Int, ObjectType, registerEnumType, ID } from '@nestjs/graphql';
import { DateTimeScalar, encodeGlobalId, MutationInput, MutationPayload, NodeType, upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
import { EXPORT_FORMS, EXPORT_PROBLEMS, EXPORT_STATES } from '../domain/document-export.js';
import type { DocumentExport } from '../domain/document-export.js';

export const ExportFormEnum = upperCaseEnum(EXPORT_FORMS);
registerEnumType(ExportFormEnum, { name: 'ExportForm', description: 'PDF and DOCX hold the text, XLSX and CSV the measure table.' });
export const ExportStateEnum = upperCaseEnum(EXPORT_STATES);
registerEnumType(ExportStateEnum, { name: 'ExportState', description: 'How far a file is.' });
export const ExportProblemEnum = upperCaseEnum(EXPORT_PROBLEMS);
registerEnumType(ExportProblemEnum, { name: 'ExportProblem', description: 'Why a file could not be made.' });

/** A file that somebody asked for, made by a job. */
@ObjectType('DocumentExport', { implements: () => [NodeType], description: 'A file that the viewer asked for; kept for a week.' })
export class DocumentExportType extends NodeType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => ExportFormEnum, { description: 'What kind of file.' })
  form!: string;

  @Field(() => ExportStateEnum, { description: 'How far it is.' })
  state!: string;

  @Field(() => Int, { description: 'Percent, 0 to 100.' })
  progress!: number;

  @Field(() => ExportProblemEnum, { nullable: true, description: 'Why it could not be made; null unless it failed.' })
  problem!: string | null;

  @Field(() => String, { nullable: true, description: 'Characters that no font of the product has, for which a mark stands in the file; null for none.' })
  unshownCharacters!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the file; null unless it is ready.' })
  fileUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the file; null unless it is ready.' })
  fileName!: string | null;

  @Field(() => Int, { description: 'How many pictures of the text are not in the file, because they are not stored any more; a line stands in their place.' })
  missingPictureCount!: number;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt!: Date;
}

/** An export as the API shows it. */
export function toDocumentExport({ id, form, state, progress, problem, unshownCharacters, fileId, fileName, missingPictureCount, requestedAt }: DocumentExport): DocumentExportType {
  return { id: encodeGlobalId('DocumentExport', id), uuid: id, form, state, progress, problem, unshownCharacters, fileUrl: fileId === null ? null : `/files/${fileId}`, fileName, missingPictureCount, requestedAt };
}

@InputType({ description: 'An edition or a part of it as a file.' })
export class RequestExportInput extends MutationInput {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => ID, { nullable: true, description: 'Only this section.' })
  sectionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only measures that this organisation leads or takes part in.' })
  organisationId?: string | null;

  @Field(() => ExportFormEnum, { description: 'What kind of file.' })
  form!: DocumentExport['form'];

  @Field(() => Boolean, { defaultValue: false, description: 'PDF and DOCX: number the lines.' })
  hasLineNumbers!: boolean;

  @Field(() => Boolean, { defaultValue: true, description: 'PDF and DOCX: the measures once more as a table at the end.' })
  hasMeasureTable!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'PDF and DOCX: with the open contributions that the viewer may see, in a Word document as comments.' })
  hasContributions!: boolean;
}

@ObjectType({ description: 'Answer of requestExport. Codes: TOO_MANY_EXPORTS, UNKNOWN_SECTION, UNKNOWN_ORGANISATION.' })
export class RequestExportPayload extends MutationPayload {
  @Field(() => DocumentExportType, { nullable: true, description: 'The file to come; null when nothing was done.' })
  documentExport!: DocumentExportType | null;
}
