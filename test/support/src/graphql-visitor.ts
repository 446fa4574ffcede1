import { type DocumentNode, print } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket, type ClientOptions } from 'ws';

/** One entry of `errors`. */
export interface TopLevelError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly correlationId: string };
}

/** An answer of `/graphql`. */
export interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly TopLevelError[];
}

/** A typed operation of the client, or plain text. */
export type Operation<Data, Variables> = (DocumentNode & { __apiType?: (variables: Variables) => Data }) | string;

/** What a subscription has delivered so far. */
export interface Followed<Data> {
  readonly received: Data[];
  readonly errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
  /** Whether the server has ended it, or closed the socket. */
  hasEnded(): boolean;
  /** Code of the socket's close, if it was closed. */
  closeCode(): number | null;
  stop(): void;
}

const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { viewer { person { uuid } } errors { code } } }';
const JOIN = 'mutation ($input: JoinGatheringInput!) { joinGathering(input: $input) { guest { pseudonym } recoveryPhrase errors { code } } }';
const textOf = (operation: DocumentNode | string): string => (typeof operation === 'string' ? operation : print(operation));

/** Somebody who talks to a running server: with the cookie of a session, a bearer token, or as nobody in particular. */
export class GraphqlVisitor {
  private readonly sockets = new Set<Client>();
  private constructor(readonly origin: string, readonly headers: Readonly<Record<string, string>>) {}

  static anonymous(origin: string): GraphqlVisitor {
    return new GraphqlVisitor(origin, {});
  }

  static withToken(origin: string, token: string): GraphqlVisitor {
    return new GraphqlVisitor(origin, { Authorization: `Bearer ${token}` });
  }

  /** @throws Error when the server refuses */
  static async signIn(origin: string, email: string, password = 'beispiel-2026'): Promise<GraphqlVisitor> {
    const response = await post(origin, {}, SIGN_IN, { email, password });
    const cookie = response.headers.getSetCookie().map((header) => header.split(';')[0]).join('; ');
    if (cookie === '') throw new Error(`${email} could not sign in: ${await response.text()}`);
    return new GraphqlVisitor(origin, { Cookie: cookie });
  }

  /** Comes into a gathering with the code of its poster. @throws Error when nobody is let in */
  static async asGuest(origin: string, code: string, language = 'de', organisation: string | null = null): Promise<GraphqlVisitor> {
    const response = await post(origin, {}, JOIN, { input: { code, language, organisation, idempotencyKey: crypto.randomUUID() } });
    const cookie = response.headers.getSetCookie().map((header) => header.split(';')[0]).join('; ');
    if (cookie === '') throw new Error(`nobody is let in: ${await response.text()}`);
    return new GraphqlVisitor(origin, { Cookie: cookie });
  }

  /** Runs a query or mutation over HTTP. */
  async run<Data = Record<string, unknown>, Variables = object>(operation: Operation<Data, Variables>, variables?: Variables): Promise<GraphqlAnswer<Data>> {
    const response = await post(this.origin, this.headers, textOf(operation), variables);
    const body = (await response.json()) as { data?: Data | null; errors?: TopLevelError[] };
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** Like `run`, for what must succeed. @throws Error with the answer when there is any top-level error */
  async get<Data = Record<string, unknown>, Variables = object>(operation: Operation<Data, Variables>, variables?: Variables): Promise<Data> {
    const { data, errors } = await this.run(operation, variables);
    if (data === null || errors.length > 0) throw new Error(`${textOf(operation).slice(0, 80)}: ${JSON.stringify(errors)}`);
    return data;
  }

  /** Options with which a socket carries this visitor's credentials, as a browser on the application's own pages would send them. */
  socketOptions(): ClientOptions {
    return { headers: { ...this.headers, ...('Authorization' in this.headers ? {} : { Origin: this.origin }) } };
  }

  /** Follows a subscription over a socket of its own. */
  follow<Data, Variables extends object>(operation: Operation<Data, Variables>, variables: Variables): Followed<Data> {
    const options = this.socketOptions();
    class Socket extends WebSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol, options);
      }
    }
    const client = createClient({ url: `${this.origin.replace('http', 'ws')}/graphql`, webSocketImpl: Socket, retryAttempts: 0 });
    this.sockets.add(client);
    const received: Data[] = [];
    const errors: { readonly extensions?: Readonly<Record<string, unknown>> }[] = [];
    let ended = false;
    let code: number | null = null;
    client.on('closed', (event) => (code = (event as { code: number }).code));
    const unsubscribe = client.subscribe<Data>({ query: textOf(operation), variables: variables as Record<string, unknown> }, {
      next: ({ data, errors: problems }) => {
        if (data) received.push(data);
        errors.push(...(problems ?? []));
      },
      error: (problem) => {
        if (Array.isArray(problem)) errors.push(...(problem as typeof errors));
        ended = true;
      },
      complete: () => (ended = true),
    });
    return { received, errors, hasEnded: () => ended, closeCode: () => code, stop: () => { unsubscribe(); void client.dispose(); } };
  }

  /** Closes what `follow` has opened. */
  leave(): void {
    for (const client of this.sockets) void client.dispose();
    this.sockets.clear();
  }
}

function post(origin: string, headers: Readonly<Record<string, string>>, query: string, variables: unknown): Promise<Response> {
  return fetch(`${origin}/graphql`, { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify({ query, variables }) });
}
