import { Field, ObjectType } from '@nestjs/graphql';
import type { AdoptedFile } from '../domain/adopted-file.js';
import { ExportProblemEnum, ExportStateEnum } from './document-export.type.js';

/** The PDF of an adopted edition. */
@ObjectType('AdoptedFile', { description: 'The PDF of an adopted edition, made once and kept for good.' })
export class AdoptedFileType {
  @Field(() => ExportStateEnum, { description: 'How far it is.' })
  state!: string;

  @Field(() => ExportProblemEnum, { nullable: true, description: 'Why it could not be made; null unless it failed.' })
  problem!: string | null;

  @Field(() => String, { nullable: true, description: 'Characters that no font of the product has, for which a mark stands in the file; null for none.' })
  unshownCharacters!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the file; null unless it is ready.' })
  fileUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the file, hexadecimal; null unless it is ready.' })
  sha256!: string | null;
}

/** The PDF as the API shows it. */
export function toAdoptedFile({ state, problem, unshownCharacters, fileId, sha256 }: AdoptedFile): AdoptedFileType {
  return { state, problem, unshownCharacters, fileUrl: fileId === null ? null : `/files/${fileId}`, sha256 };
}
