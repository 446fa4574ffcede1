import { randomUUID } from 'node:crypto';
import { GraphqlVisitor, until, type ApplicationUnderTest } from '@konzeptwerkstatt/test-support';

/** What a payload says beside its errors. */
export type Payload = Record<string, unknown> & { readonly errors: readonly { readonly code: string; readonly path: readonly string[] }[] };

/** Runs a mutation of the form `name(input) { … errors }`. @throws Error when the request itself is refused */
export async function mutate(visitor: GraphqlVisitor, name: string, input: object, selection = ''): Promise<Payload> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await visitor.run<Record<string, Payload>>(`mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} errors { code path } } }`, { input: { idempotencyKey: randomUUID(), ...input } });
  const payload = data?.[name];
  if (!payload) throw new Error(errors[0]?.extensions.code ?? 'no answer');
  return payload;
}

/** Codes of a payload's errors. */
export const codesOf = ({ errors }: Payload): string[] => errors.map(({ code }) => code);

/** The token in the newest mail to an address, as its reader would open it. */
export async function tokenInMailTo({ database }: ApplicationUnderTest, recipient: string, kind: string): Promise<string> {
  let token = '';
  await until(async () => {
    const { rows } = await database.pool.query<{ text: string }>('SELECT text FROM mails WHERE recipient = $1 AND kind = $2 ORDER BY created_at DESC, id DESC LIMIT 1', [recipient, kind]);
    token = /#(\S+)/.exec(rows[0]?.text ?? '')?.[1] ?? '';
    return token !== '';
  }, `a mail of ${kind} has come`);
  return token;
}

/** The organisations of which somebody waits for a visitor's word. */
export const waitingFor = async (visitor: GraphqlVisitor): Promise<string[]> =>
  (await visitor.get<{ viewer: { organisationsWithClaims: { id: string }[] } }>('{ viewer { organisationsWithClaims { id } } }')).viewer.organisationsWithClaims.map(({ id }) => id);

/** Somebody who came in by an invitation. */
export interface Newcomer {
  readonly email: string;
  readonly password: string;
  readonly visitor: GraphqlVisitor;
}

/** Makes an account with an invitation by mail to an organisation. */
export async function newcomer(application: ApplicationUnderTest, organisationId: string, role: 'MEMBER' | 'ADMINISTRATOR' = 'MEMBER'): Promise<Newcomer> {
  const [office, email, password] = [await application.as('office'), `${randomUUID()}@example.org`, 'ein langes Passwort'];
  await mutate(office, 'invitePerson', { organisationId, name: 'Neue Person', email, role, way: 'MAIL', language: 'de' });
  const token = await tokenInMailTo(application, email, 'identity.invitation');
  const created = await mutate(application.nobody(), 'createAccount', { token, name: 'Neue Person', password });
  if (created.errors.length > 0) throw new Error(JSON.stringify(created.errors));
  return { email, password, visitor: await GraphqlVisitor.signIn(application.origin, email, password) };
}
