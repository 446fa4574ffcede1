import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';

/** Somebody with an account at the town hall. */
export interface TownHallPerson {
  readonly email: string;
  readonly name: string;
  groups: readonly string[];
}

const page = (title: string, body: string): string => `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head><body><main><h1>${title}</h1>${body}</main></body></html>`;

/** A certified OpenID provider (the library `oidc-provider`) on loopback, with a page for signing in, as a town hall has one. */
export class TownHallProvider {
  /** By the name with which they sign in there. */
  readonly people = new Map<string, TownHallPerson>();
  private provider: Provider;

  private constructor(private readonly server: Server, private readonly key: JWK) {
    this.provider = this.build([]);
  }

  static async start(): Promise<TownHallProvider> {
    const server = createServer((request, response) => void hall.handle(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const hall = new TownHallProvider(server, { ...(await exportJWK(privateKey)), kid: 'stadt', use: 'sig', alg: 'RS256' });
    return hall;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Registers an application, as whoever looks after the provider does with what the application's administrator gives her. */
  register(client: ClientMetadata): void {
    this.provider = this.build([client]);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private build(clients: ClientMetadata[]): Provider {
    const configuration: Configuration = {
      clients: clients.map((client) => ({ response_types: ['code'], grant_types: ['authorization_code'], token_endpoint_auth_method: 'client_secret_basic', ...client })),
      jwks: { keys: [this.key] },
      cookies: { keys: ['nur für den test'] },
      claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
      pkce: { required: () => true },
      features: {
        devInteractions: { enabled: false }, backchannelLogout: { enabled: true },
        rpInitiatedLogout: { enabled: true, logoutSource: (context, form) => { context.body = page('Abmelden beim Rathaus', `${form}<button type="submit" form="op.logoutForm" value="yes" name="logout">Überall abmelden</button>`); }, postLogoutSuccessSource: (context) => { context.body = page('Beim Rathaus abgemeldet', ''); } },
      },
      // Its own guard against addresses of this machine would keep it from telling the application of a sign-out.
      fetch: (address, init) => fetch(address, Object.assign({}, init, { dispatcher: undefined })),
      interactions: { url: (_context, { uid }) => `/rathaus/${uid}` },
      findAccount: (_context, sub) => {
        const person = this.people.get(sub);
        return person && { accountId: sub, claims: () => ({ sub, email: person.email, email_verified: true, name: person.name, groups: [...person.groups] }) };
      },
      // The town hall does not ask its own people whether they agree.
      loadExistingGrant: async (context) => {
        const { client, session, provider } = context.oidc;
        const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
    };
    return new Provider(this.issuer, configuration);
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!request.url?.startsWith('/rathaus/')) return void this.provider.callback()(request, response);
    if (request.method === 'GET') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(page('Anmelden beim Rathaus', '<form method="post"><label>Kennung <input name="login" autocomplete="off"></label> <button>Weiter</button></form>'));
      return;
    }
    let body = '';
    for await (const chunk of request) body += String(chunk);
    await this.provider.interactionFinished(request, response, { login: { accountId: new URLSearchParams(body).get('login') ?? '' } });
  }
}
