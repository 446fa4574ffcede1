import DataLoader from 'dataloader';
import { defineLoader } from '@konzeptwerkstatt/platform-graphql';
import { AuthorshipReader } from '../queries/authorship.reader.js';
import type { OwnedText, TextAuthorship } from '../queries/authorship.reader.js';

/** Who wrote the texts of a request, all of them in the same few statements. */
export const textAuthorshipLoader = defineLoader<OwnedText, TextAuthorship>('concept.text-authorship', (container, actor) =>
  new DataLoader<OwnedText, TextAuthorship, string>((texts) => container.get(AuthorshipReader, { strict: false }).ofTexts(actor, texts), { cacheKeyFn: ({ documentId }) => documentId }));
