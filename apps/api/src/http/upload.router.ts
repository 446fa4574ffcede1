import express, { Router } from 'express';
import { isOwnOrigin } from '@konzeptwerkstatt/platform-auth';
import type { AppConfig } from '@konzeptwerkstatt/platform-config';
import type { UploadFileCommand } from '@konzeptwerkstatt/platform-files';
import type { RequestContextFactory } from '@konzeptwerkstatt/platform-graphql';
import { ApplicationError, ValidationError } from '@konzeptwerkstatt/kernel';

/** Browsers send cookies from any page, so a request with an Origin must come from our own; a script brings its bearer token instead. */
function assertOwnPage(headers: { readonly origin?: string | undefined; readonly host?: string | undefined; readonly authorization?: string | undefined }, publicOrigin: string | undefined): void {
  const allowed = headers.origin === undefined ? headers.authorization !== undefined : isOwnOrigin(headers.origin, headers.host, publicOrigin);
  if (!allowed) throw new ApplicationError('FORBIDDEN', 'Diese Anfrage kommt von einer fremden Seite.');
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * `POST /files?purpose=…&name=…` with the bytes as body: answers `{ file, errors }`, 201 or 422. The rights are asked before the
 * body is read, and no more of it is read than the purpose allows.
 */
export function uploadRouter(uploads: Pick<UploadFileCommand, 'prepare' | 'execute'>, contexts: Pick<RequestContextFactory, 'authenticate'>, { publicOrigin }: Pick<AppConfig, 'publicOrigin'>): Router {
  const router = Router();
  router.post('/', async (request, response) => {
    assertOwnPage(request.headers, publicOrigin);
    const visitor = await contexts.authenticate(request);
    // Guests write words and nothing else.
    const actor = visitor?.actor.kind === 'guest' ? null : visitor?.actor ?? null;
    const purpose = await uploads.prepare(actor, text(request.query['purpose']));
    const readBody = express.raw({ type: () => true, limit: purpose.maxBytes, inflate: false });
    await new Promise<void>((resolve, reject) => readBody(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error))));
    const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    response.setHeader('Cache-Control', 'no-store');
    try {
      if (!actor) throw new ApplicationError('UNAUTHENTICATED', 'Bitte melden Sie sich an.');
      const { id, name, mediaType, byteSize, sha256 } = await uploads.execute(actor, { purpose: purpose.name, name: text(request.query['name']), content });
      response.status(201).json({ file: { id, name, mediaType, byteSize, sha256 }, errors: [] });
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error;
      response.status(422).json({ file: null, errors: error.details });
    }
  });
  return router;
}
