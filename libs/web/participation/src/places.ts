/** Addresses of the pages of contributions; every id in them is a raw one. */
export const contributionPath = (uuid: string): string => `/rueckmeldungen/${uuid}`;
export const editionContributionsPath = (editionUuid: string): string => `/konzepte/${editionUuid}/rueckmeldungen`;
export const figuresPath = (editionUuid: string): string => `/konzepte/${editionUuid}/beteiligung`;
export const checkPath = (editionUuid: string): string => `/konzepte/${editionUuid}/pruefung`;
export const contributePath = (editionUuid: string): string => `/konzepte/${editionUuid}/rueckmeldung`;

/** The place in the text that something is about. */
export const textPath = (editionUuid: string, sectionUuid: string, blockId: string | null): string => `/konzepte/${editionUuid}/abschnitte/${sectionUuid}${blockId ? `?block=${blockId}` : ''}`;

/** Where the office writes short versions and makes links that are passed on. */
export const sharingPath = (editionUuid: string): string => `/konzepte/${editionUuid}/weitergeben`;
/** Where whoever sent something without an account sees what became of it; her key stands behind `#`. */
export const sentPath = '/mitreden/gesendet';
