import { Global, Module } from '@nestjs/common';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { IndexSectionCommand } from './commands/index-section.command.js';
import { SearchResolver } from './graphql/search.resolver.js';
import { IndexSectionProcessor } from './jobs/index-section.processor.js';
import { PruneWordsProcessor } from './jobs/prune-words.processor.js';
import { SweepEntriesProcessor } from './jobs/sweep-entries.processor.js';
import { SearchableSourceRepository } from './persistence/searchable-source.repository.js';
import { SearchEntryRepository } from './persistence/search-entry.repository.js';
import { SearchResultRepository } from './persistence/search-result.repository.js';
import { VocabularyRepository } from './persistence/vocabulary.repository.js';
import { SearchReader } from './queries/search.reader.js';
import { indexSectionSubscribers } from './subscribers/index-section-when-changed.subscriber.js';
import { RemoveEntriesWhenMunicipalityRemoved } from './subscribers/remove-entries-when-municipality-removed.subscriber.js';

const repositories = [SearchableSourceRepository, SearchEntryRepository, SearchResultRepository, VocabularyRepository];
const processors = [IndexSectionProcessor, SweepEntriesProcessor, PruneWordsProcessor];
const subscribers = [...indexSectionSubscribers, RemoveEntriesWhenMunicipalityRemoved];

/** One search over what the other contexts hold. Needs DOCUMENT_READER (collaboration) and identity. */
@Global()
@Module({
  providers: [...repositories, IndexSectionCommand, SearchReader, ...processors, ...subscribers],
  exports: [IndexSectionCommand, SearchReader, ...processors, ...subscribers],
})
export class SearchModule {}

/** Search's part of the schema. */
@Module({ providers: [SearchResolver] })
export class SearchGraphqlModule {}

/** What search gives to the worker. It changes nothing and publishes nothing. */
export const searchWorkerParts: WorkerParts = { context: 'search', processors, subscribers, publishes: [] };
