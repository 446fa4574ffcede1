import type { SearchQuery } from '@konzeptwerkstatt/web-data';

/** Something found, as the client gets it. */
export type SearchResult = SearchQuery['search']['edges'][number]['node'];

/** The address a result leads to: the block in the section's text, the indicator, or the organisation. */
export function placeOfResult({ kind, uuid, section, blockId }: Pick<SearchResult, 'kind' | 'uuid' | 'section' | 'blockId'>): string {
  if (section) return `/konzepte/${section.edition.uuid}/abschnitte/${section.uuid}${blockId ? `?block=${blockId}` : ''}`;
  return kind === 'INDICATOR' ? `/indikatoren/${uuid}` : `/organisationen/${uuid}`;
}
