import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { Router, type Request, type Response } from 'express';
import { encode, encodingFor, WORTH_COMPRESSING, type Encoding } from './encoding.js';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.webp': 'image/webp', '.woff2': 'font/woff2', '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8', '.webmanifest': 'application/manifest+json', '.map': 'application/json', '.wasm': 'application/wasm',
};
const compressible = /^(text\/|application\/(json|manifest)|image\/svg)/;

/** One file of the built client, kept in memory; compressed at the first request that takes it. */
class Asset {
  readonly etag: string;
  readonly mediaType: string;
  private readonly encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(readonly path: string, readonly body: Buffer) {
    this.etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    this.mediaType = mediaTypes[extname(path)] ?? 'application/octet-stream';
  }

  get isHashed(): boolean {
    return this.path.startsWith('/assets/');
  }

  get isCompressible(): boolean {
    return compressible.test(this.mediaType) && this.body.length > WORTH_COMPRESSING;
  }

  encode(encoding: Encoding): Promise<Buffer> {
    const known = this.encoded.get(encoding);
    if (known) return known;
    const body = encode(this.body, encoding);
    this.encoded.set(encoding, body);
    return body;
  }
}

function readAssets(root: string): Map<string, Asset> {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) return new Map();
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map((file) => {
    const full = join(file.parentPath, file.name);
    const path = `/${relative(root, full).split(sep).join('/')}`;
    return [path, new Asset(path, readFileSync(full))];
  }));
}

async function sendAsset(request: Request, response: Response, asset: Asset): Promise<void> {
  const encoding: Encoding = asset.isCompressible ? encodingFor(request) : 'identity';
  response.set({ 'Content-Type': asset.mediaType, ETag: asset.etag, Vary: 'Accept-Encoding' });
  response.set('Cache-Control', asset.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (encoding !== 'identity') response.set('Content-Encoding', encoding);
  if (request.fresh) response.status(304).end();
  else response.send(await asset.encode(encoding));
}

/** The page carries its nonce, so that libraries which add styles at run time can name it. */
function sendPage(response: Response, page: Asset): void {
  const html = page.body.toString('utf8').replace(/<head>/i, `<head><meta property="csp-nonce" nonce="${String(response.locals['nonce'])}">`);
  response.set({ 'Content-Type': page.mediaType, 'Cache-Control': 'no-store' }).send(html);
}

/** Addresses that are never pages of the client. */
const served = /^\/(graphql|collab|health|files|oidc|assets|k)(\/|$)/;

/** The built client: its files, and its one page for every other address, which the client's own router understands. */
export function webClientRouter(root: string): Router {
  const assets = readAssets(root);
  const page = assets.get('/index.html');
  const router = Router();
  router.get(/.*/, async (request, response, next) => {
    const asset = assets.get(request.path);
    if (asset && asset !== page) return sendAsset(request, response, asset);
    if (!page || served.test(request.path) || extname(request.path) !== '') return next();
    sendPage(response, page);
  });
  return router;
}
