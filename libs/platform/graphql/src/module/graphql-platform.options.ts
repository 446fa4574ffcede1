/** How the GraphQL endpoint behaves in this process. */
export interface GraphqlPlatformOptions {
  /** Whether the schema can be asked for and named in messages; off in production. */
  readonly allowsIntrospection: boolean;
  /** Address of the visitor of an HTTP request, as far as proxies are trusted. */
  readonly clientAddress: (request: { readonly socket: { readonly remoteAddress?: string }; readonly headers: NodeJS.Dict<string | string[]> }) => string;
}

/** Token under which the options are injected. */
export const GRAPHQL_PLATFORM_OPTIONS = Symbol('GraphqlPlatformOptions');
