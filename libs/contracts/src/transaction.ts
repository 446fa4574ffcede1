/**
 * An open database transaction, as far as contexts hand it to each other: parameterised statements only.
 * The transaction of `platform-database` fits it; the type is here so that contracts stay free of the database library.
 */
export interface Transaction {
  $queryRaw<T = unknown>(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<T>;
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<number>;
}
