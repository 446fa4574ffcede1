/** The kinds of import of this context, as jobs and stored files name them. */
export const [MEASURE_TABLE_IMPORT, MEASURE_LIST_IMPORT, WORD_IMPORT] = ['concept.measure-table-import', 'concept.measure-list-import', 'concept.word-import'] as const;

/** Under which purposes their files are uploaded, also in the address of an upload. */
export const [MEASURE_TABLE_PURPOSE, MEASURE_LIST_PURPOSE, WORD_FILE_PURPOSE] = ['concept.measure-table', 'concept.measure-list', 'concept.word-document'] as const;
