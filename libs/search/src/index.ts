export { SearchModule, SearchGraphqlModule, searchWorkerParts } from './search.module.js';
export { SearchReader, type SearchHit } from './queries/search.reader.js';
