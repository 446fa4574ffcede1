import { createHash } from 'node:crypto';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { ApplicationError, systemClock } from '@konzeptwerkstatt/kernel';
import { AttemptLimiter } from '@konzeptwerkstatt/platform-auth';
import { CATALOGUE_FORMS, INDICATOR_DATA, MEASURE_LIST_FORMS, nothingPublic, publicLanguageOf, tooManyRequests } from '@konzeptwerkstatt/reporting';
import type { CatalogueForm, DataCatalogueReader, PublicData, PublicIndicatorReader, PublicMeasureListReader, PublicMeasureReader, PublicPage, PublicPageReader } from '@konzeptwerkstatt/reporting';
import { encode, encodingFor, WORTH_COMPRESSING } from './encoding.js';

/** Parts of addresses that can have been given. */
const addressPart = /^[a-z0-9_-]{1,120}$/;
/** So often an address may ask in a minute: a whole town hall can share one. */
const REQUESTS_PER_MINUTE = 600;
const host = /^[a-z0-9.:[\]-]{1,255}$/i;

const policyFor = (styleHash: string): string =>
  `default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Who makes public pages and data. */
export interface PublicReaders {
  readonly editions: Pick<PublicPageReader, 'edition' | 'index'>;
  readonly measures: Pick<PublicMeasureReader, 'page'>;
  readonly measureLists: Pick<PublicMeasureListReader, 'data'>;
  readonly indicators: Pick<PublicIndicatorReader, 'list' | 'page' | 'data'>;
  readonly catalogues: Pick<DataCatalogueReader, 'read'>;
  /** Of the visitor, as far as proxies are trusted. */
  readonly clientAddress: (request: Request) => string;
  /** As it is set; otherwise what was asked for. */
  readonly publicOrigin: string | undefined;
}

/** The same for everybody, so anybody on the way may keep it, but has to ask whether it is still the same. */
async function sendBody(request: Request, response: Response, body: Buffer, headers: Readonly<Record<string, string>>): Promise<void> {
  const encoding = body.length > WORTH_COMPRESSING ? encodingFor(request) : 'identity';
  response.set({ 'Cache-Control': 'public, max-age=0, must-revalidate', ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`, Vary: 'Accept-Encoding', ...headers });
  if (response.statusCode === 200 && request.fresh) return void response.status(304).end();
  if (encoding !== 'identity') response.set('Content-Encoding', encoding);
  response.send(await encode(body, encoding));
}

async function sendPage(request: Request, response: Response, { status, html, styleHash }: PublicPage): Promise<void> {
  response.status(status);
  await sendBody(request, response, Buffer.from(html), { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policyFor(styleHash), ...(status === 429 ? { 'Cache-Control': 'no-store' } : {}) });
}

/** Nobody has to sign in here, and each page is made anew: no address wears the server out. */
function limited(clientAddress: PublicReaders['clientAddress']): RequestHandler {
  const requests = new AttemptLimiter({ attempts: REQUESTS_PER_MINUTE, windowMs: 60_000 }, systemClock);
  return async (request, response, next) => {
    try {
      requests.take(clientAddress(request));
    } catch (error) {
      if (!(error instanceof ApplicationError)) throw error;
      response.set('Retry-After', String(error.retryAfter ?? 60));
      await sendPage(request, response, tooManyRequests());
      return;
    }
    next();
  };
}

/** Open data may be read by scripts of other addresses too: it is the same for everybody, and no cookie is looked at. */
async function sendData(request: Request, response: Response, data: PublicData | null, vary = 'Accept-Encoding'): Promise<void> {
  if (data === null) return sendPage(request, response, nothingPublic());
  const { mediaType, content, name, describedBy } = data;
  await sendBody(request, response, Buffer.from(content), {
    'Content-Type': mediaType, 'Content-Security-Policy': "default-src 'none'; sandbox", 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin', Vary: vary,
    ...(name === null ? {} : { 'Content-Disposition': `attachment; filename="${name}"` }), ...(describedBy === null ? {} : { Link: `<${describedBy}>; rel="describedby"; type="application/csvm+json"` }),
  });
}

/** `/k/<municipality>` and below: adopted editions, indicators and open data for everybody, without a script. */
export function publicPageRouter({ editions, measures, measureLists, indicators, catalogues, clientAddress, publicOrigin }: PublicReaders): Router {
  const router = Router();
  router.use(limited(clientAddress));
  const known = (part: unknown): string => (typeof part === 'string' && addressPart.test(part) ? part : '');
  const originOf = (request: Request): string => publicOrigin ?? `${request.protocol}://${host.test(request.headers.host ?? '') ? String(request.headers.host) : 'localhost'}`;
  const catalogue = (request: Request, place: unknown, form: CatalogueForm): Promise<PublicData | null> => catalogues.read(known(place), form, originOf(request));
  router.get('/:place', async (request, response) => sendPage(request, response, await editions.index(known(request.params.place), publicLanguageOf(request.query['lang']))));
  router.get('/:place/indikatoren', async (request, response) => sendPage(request, response, await indicators.list(known(request.params.place), publicLanguageOf(request.query['lang']))));
  router.get('/:place/indikatoren/:name', async (request, response) => {
    const { place, name } = request.params;
    const form = INDICATOR_DATA.find((ending) => name.endsWith(ending));
    if (form === undefined) return sendPage(request, response, await indicators.page(known(place), known(name), publicLanguageOf(request.query['lang'])));
    return sendData(request, response, await indicators.data(known(place), known(name.slice(0, -form.length)), form, originOf(request)));
  });
  router.get('/:place/massnahmen/:lineage', async (request, response) => sendPage(request, response, await measures.page(known(request.params.place), known(request.params.lineage), publicLanguageOf(request.query['lang']))));
  router.get('/:place/katalog', async (request, response) => {
    const form: CatalogueForm = request.accepts([CATALOGUE_FORMS.jsonld, CATALOGUE_FORMS.ttl]) === CATALOGUE_FORMS.ttl ? 'ttl' : 'jsonld';
    await sendData(request, response, await catalogue(request, request.params.place, form), 'Accept, Accept-Encoding');
  });
  router.get('/:place/katalog.ttl', async (request, response) => sendData(request, response, await catalogue(request, request.params.place, 'ttl')));
  router.get('/:place/katalog.jsonld', async (request, response) => sendData(request, response, await catalogue(request, request.params.place, 'jsonld')));
  for (const form of MEASURE_LIST_FORMS) {
    router.get(`/:place/:slug/massnahmen${form}`, async (request, response) => sendData(request, response, await measureLists.data(known(request.params['place']), known(request.params['slug']), form, originOf(request))));
  }
  router.get('/:place/:slug', async (request, response) => sendPage(request, response, await editions.edition(known(request.params.place), known(request.params.slug))));
  return router;
}
