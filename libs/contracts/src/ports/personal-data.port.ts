/** What one context keeps of a person, for the file of her own data. Implemented by contexts that identity does not know; the app joins them. */
export interface PersonalDataSource {
  /** The name under which it stands in the file, e.g. `contributions`. */
  readonly name: string;
  /** Rows as they are kept, plain JSON, in every municipality. */
  read(personId: string): Promise<readonly Record<string, unknown>[]>;
}

/** Injection token of the list of sources; without a provider there are none. */
export const PERSONAL_DATA_SOURCES = Symbol('PersonalDataSources');
