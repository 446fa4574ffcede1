/** Addresses of the pages of contributions; every id in them is a raw one. */
export const contributionPath = (uuid: string): string => `/rueckmeldungen/${uuid}`;
export const editionContributionsPath = (editionUuid: string): string => `/konzepte/${editionUuid}/rueckmeldungen`;
export const contributePath = (editionUuid: string): string => `/konzepte/${editionUuid}/rueckmeldung`;

/** The place in the text that something is about. */
export const textPath = (editionUuid: string, sectionUuid: string, blockId: string | null): string => `/konzepte/${editionUuid}/abschnitte/${sectionUuid}${blockId ? `?block=${blockId}` : ''}`;
