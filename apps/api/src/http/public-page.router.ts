import { createHash } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import type { PublicPage, PublicPageReader } from '@konzeptwerkstatt/reporting';
import { encode, encodingFor, WORTH_COMPRESSING } from './encoding.js';

/** Parts of addresses that can have been given. */
const addressPart = /^[a-z0-9-]{1,120}$/;

const policyFor = (styleHash: string): string =>
  `default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The same page for everybody, so anybody on the way may keep it, but has to ask whether it is still the same. */
async function send(request: Request, response: Response, { status, html, styleHash }: PublicPage): Promise<void> {
  const body = Buffer.from(html);
  const encoding = body.length > WORTH_COMPRESSING ? encodingFor(request) : 'identity';
  response.status(status).set({
    'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policyFor(styleHash), 'Cache-Control': 'public, max-age=0, must-revalidate',
    ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`, Vary: 'Accept-Encoding',
  });
  if (status === 200 && request.fresh) return void response.status(304).end();
  if (encoding !== 'identity') response.set('Content-Encoding', encoding);
  response.send(await encode(body, encoding));
}

/** `/k/<municipality>` and `/k/<municipality>/<edition>`: adopted editions for everybody, without a script. */
export function publicPageRouter(pages: Pick<PublicPageReader, 'edition' | 'index'>): Router {
  const router = Router();
  const known = (part: unknown): string => (typeof part === 'string' && addressPart.test(part) ? part : '');
  router.get('/:place', async (request, response) => send(request, response, await pages.index(known(request.params.place))));
  router.get('/:place/:slug', async (request, response) => send(request, response, await pages.edition(known(request.params.place), known(request.params.slug))));
  return router;
}
