import type { IncomingMessage } from 'node:http';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { isJsonTextDeeperThan } from '../limits/json-depth.js';
import { LIMITS } from '../limits/limits.js';

const isJson = (request: IncomingMessage): boolean => /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
/** Types a foreign page can send without asking first; the check against forged requests answers those. */
const isSimple = (request: IncomingMessage): boolean => /^(text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i.test(request.headers['content-type'] ?? 'text/plain');

function parse(raw: Buffer): unknown {
  const text = decode(raw);
  if (text.trim() === '') throw new ApplicationError('BAD_USER_INPUT', 'Die Anfrage ist leer.');
  if (isJsonTextDeeperThan(text, LIMITS.jsonDepth)) throw new ApplicationError('BAD_USER_INPUT', `Die Anfrage ist tiefer verschachtelt als ${LIMITS.jsonDepth} Ebenen.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new ApplicationError('BAD_USER_INPUT', 'Die Anfrage ist kein gültiges JSON.');
  }
}

function decode(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    throw new ApplicationError('BAD_USER_INPUT', 'Die Anfrage ist nicht in UTF-8 geschrieben.');
  }
}

/** Reads a JSON body within the limits of the house: 1 MiB, UTF-8, 32 levels. Errors go to the error handler. */
export function jsonBody(): RequestHandler[] {
  const read = express.raw({ type: isJson, limit: LIMITS.bodyBytes, inflate: true });
  const refuseOthers = (request: Request, _: Response, next: NextFunction): void => {
    const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1]?.toLowerCase();
    const isForeign = request.method === 'POST' && !isJson(request) && !isSimple(request);
    const isForeignCharset = isJson(request) && charset !== undefined && charset !== 'utf-8' && charset !== 'utf8';
    next(isForeign || isForeignCharset ? new ApplicationError('UNSUPPORTED_MEDIA', 'Erwartet wird application/json in UTF-8.') : undefined);
  };
  const toValue = (request: Request, _: Response, next: NextFunction): void => {
    // Without a body the library answers by itself.
    if (!Buffer.isBuffer(request.body)) return next();
    request.body = parse(request.body);
    next();
  };
  return [refuseOthers, read, toValue];
}

