import { pipeline } from 'node:stream/promises';
import { Router, type Response } from 'express';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import type { FileRegistry, RequestContextFactory, ServedFile } from '@konzeptwerkstatt/platform-graphql';

/** Downloads never run or show in the application's own origin. */
function describe(response: Response, { name, mediaType, cacheSeconds = 0 }: ServedFile): void {
  const plainName = name.replace(/[^\w.-]+/g, '_');
  response.set({
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': cacheSeconds > 0 ? `private, max-age=${cacheSeconds}` : 'private, no-store',
    // Whoever signs in next in the same browser is asked for her own rights.
    Vary: 'Cookie',
  });
}

/** `/files/<id>`: what contexts serve, to those who may see it. */
export function fileRouter(files: Pick<FileRegistry, 'open'>, contexts: Pick<RequestContextFactory, 'authenticate'>): Router {
  const router = Router();
  router.get('/:id', async (request, response) => {
    const visitor = await contexts.authenticate(request);
    const id = request.params.id;
    const file = /^[\w.~-]{1,300}$/.test(id) ? await files.open(id, visitor?.actor ?? null, visitor?.credentialId ?? null) : null;
    if (!file) throw new ApplicationError('NOT_FOUND', 'Diese Datei gibt es nicht, oder sie ist für Sie nicht sichtbar.');
    describe(response, file);
    if (typeof file.content === 'string' || Buffer.isBuffer(file.content)) response.send(file.content);
    else await pipeline(file.content, response);
  });
  return router;
}
