/** How long it may take to write all values of a statistics file, or to take them back, in milliseconds: there can be 50,000, in one transaction. */
export const WHOLE_FILE_MS = 60_000;
