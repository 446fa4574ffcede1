import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { EditionType } from '@konzeptwerkstatt/concept';
import { defineLoader, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import type { AdoptedFile } from '../domain/adopted-file.js';
import { AdoptedFileReader } from '../queries/adopted-file.reader.js';
import { AdoptedFileType, toAdoptedFile } from './adopted-file.type.js';

const adoptedFileLoader = defineLoader<string, AdoptedFile | null>('reporting.adopted-file', (container) => new DataLoader(async (ids) => {
  const files = new Map((await container.get(AdoptedFileReader, { strict: false }).findByEditions(ids)).map((file) => [file.editionId, file]));
  return ids.map((id) => files.get(id) ?? null);
}));

/** The PDF of an adopted edition, beside the edition itself. */
@Resolver(() => EditionType)
export class AdoptedFileResolver {
  @ResolveField(() => AdoptedFileType, { nullable: true, description: 'The PDF of the adopted edition; null while it is written.' })
  async adoptedFile(@Parent() { uuid }: EditionType, @Requested() context: RequestContext): Promise<AdoptedFileType | null> {
    const file = await context.loader(adoptedFileLoader).load(uuid);
    return file === null ? null : toAdoptedFile(file);
  }
}
