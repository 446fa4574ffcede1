import express, { Router, type Request, type Response } from 'express';
import { attemptTokenOf, clearedAttemptCookie, sessionCookie } from '@konzeptwerkstatt/platform-auth';
import type { AppConfig } from '@konzeptwerkstatt/platform-config';
import { currentCorrelationId, type RequestContextFactory } from '@konzeptwerkstatt/platform-graphql';
import { addressForPeople } from '@konzeptwerkstatt/platform-mail';
import { CALLBACK_PATH, type FinishProviderSignInCommand, type ProviderSignInOutcome, type ReceiveLogoutNoticeCommand } from '@konzeptwerkstatt/identity';
import { isUuid, ValidationError } from '@konzeptwerkstatt/kernel';

/** As long as a session that a provider opened lasts. */
const TWELVE_HOURS = 12 * 60 * 60;
/** A notice of a provider is a few hundred bytes. */
const NOTICE_BYTES = 32 * 1024;

/** What the router works with. */
export interface OidcParts {
  readonly finish: Pick<FinishProviderSignInCommand, 'execute'>;
  readonly notices: Pick<ReceiveLogoutNoticeCommand, 'execute'>;
  readonly contexts: Pick<RequestContextFactory, 'authenticate'>;
  readonly clientAddress: (request: Request) => string;
  readonly config: AppConfig;
}

/** The page that shows what became of it. The path afterwards was checked when the way began; the reason is a code of a closed set. */
function pageAfter({ isLinking, returnPath, problem }: ProviderSignInOutcome): string {
  if (isLinking) return problem === null ? '/konto?verbunden=ja' : `/konto?fehler=${encodeURIComponent(problem)}`;
  return problem === null ? returnPath : `/anmelden?fehler=${encodeURIComponent(problem)}&weiter=${encodeURIComponent(returnPath)}`;
}

/** `GET /oidc/callback`: people come back from a provider. */
async function takeBack({ finish, contexts, config }: OidcParts, request: Request, response: Response): Promise<void> {
  const visitor = await contexts.authenticate(request);
  const personId = visitor?.actor.personId;
  const outcome = await finish.execute({
    answer: new URL(request.originalUrl, addressForPeople(config, CALLBACK_PATH)), browserToken: attemptTokenOf(request.headers.cookie, config.secureCookies),
    userAgent: request.headers['user-agent'] ?? '', previous: visitor && personId ? { sessionId: visitor.credentialId, personId } : null, correlationId: currentCorrelationId(),
  });
  response.appendHeader('Set-Cookie', clearedAttemptCookie(config.secureCookies));
  if (outcome.token !== null) response.appendHeader('Set-Cookie', sessionCookie(outcome.token, TWELVE_HOURS, config.secureCookies));
  // The code in the address of this request must not be told to the next page.
  response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }).redirect(303, pageAfter(outcome));
}

/** `POST /oidc/logout/<provider>`: a provider says that somebody signed out there (OpenID Connect Back-Channel Logout 1.0). */
async function hearNotice({ notices, clientAddress }: OidcParts, request: Request, response: Response): Promise<void> {
  response.set('Cache-Control', 'no-store');
  const { providerId = '' } = request.params as Readonly<Record<string, string | undefined>>;
  const token = (request.body as Readonly<Record<string, unknown>> | undefined)?.['logout_token'];
  try {
    if (!isUuid(providerId) || typeof token !== 'string') throw new ValidationError([]);
    await notices.execute(providerId, token, clientAddress(request));
    response.status(200).end();
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    response.status(400).json({ error: 'invalid_request' });
  }
}

/** `/oidc`: what browsers and providers come back to. */
export function oidcRouter(parts: OidcParts): Router {
  const router = Router();
  router.get('/callback', (request, response) => takeBack(parts, request, response));
  router.post('/logout/:providerId', express.urlencoded({ extended: false, limit: NOTICE_BYTES, inflate: false }), (request, response) => hearNotice(parts, request, response));
  return router;
}
