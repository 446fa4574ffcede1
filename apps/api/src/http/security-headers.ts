import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { AppConfig } from '@konzeptwerkstatt/platform-config';

/** Whatever the page loads comes from its own address; styles that a library adds at run time carry the page's nonce. */
function contentSecurityPolicy(nonce: string, { publicOrigin, secureCookies }: AppConfig): string {
  const socketOrigin = publicOrigin?.replace(/^http/, 'ws') ?? '';
  return [
    "default-src 'self'", "script-src 'self'", `style-src-elem 'self' 'nonce-${nonce}'`, "style-src-attr 'unsafe-inline'", "style-src 'self'",
    "img-src 'self' data: blob:", "font-src 'self' data:", `connect-src 'self' ${socketOrigin}`.trim(), "object-src 'none'", "base-uri 'none'",
    "form-action 'self'", "frame-ancestors 'none'", ...(secureCookies ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** Headers of every answer. The nonce of its page is in `response.locals.nonce`. */
export function securityHeaders(config: AppConfig): RequestHandler[] {
  const nonce: RequestHandler = (_request, response, next) => {
    response.locals['nonce'] = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', contentSecurityPolicy(String(response.locals['nonce']), config));
    next();
  };
  const others = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: config.secureCookies,
    referrerPolicy: { policy: 'same-origin' },
  });
  return [nonce, others];
}
