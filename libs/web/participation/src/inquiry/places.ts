/** Where the inquiries of an edition are listed. */
export const editionInquiriesPath = (editionUuid: string): string => `/konzepte/${editionUuid}/abfragen`;
/** Where an inquiry is begun. */
export const newInquiryPath = (editionUuid: string): string => `${editionInquiriesPath(editionUuid)}/neu`;
/** Where an inquiry is begun that asks whoever is proposed for measures and not asked yet. */
export const askPartiesPath = (editionUuid: string): string => `${newInquiryPath(editionUuid)}?wer=vorgeschlagene`;
/** The return list of an inquiry. */
export const inquiryPath = (uuid: string): string => `/abfragen/${uuid}`;
/** What one organisation has answered, for the office. */
export const inquiryAnswerPath = (inquiryUuid: string, requestUuid: string): string => `${inquiryPath(inquiryUuid)}/antwort/${requestUuid}`;
