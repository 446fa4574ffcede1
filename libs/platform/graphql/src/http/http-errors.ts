import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { ApplicationError, newId } from '@konzeptwerkstatt/kernel';
import { currentCorrelationId, runWithCorrelation } from '../context/correlation.js';
import type { ErrorFormatter, PublicFailure } from '../errors/error-formatter.js';
import { HTTP_STATUS } from '../errors/http-status.js';

/** Gives every request an id, which its answer, its log lines and its events carry. */
export const correlationMiddleware: RequestHandler = (_request, response, next) => {
  const correlationId = newId();
  response.setHeader('X-Correlation-Id', correlationId);
  runWithCorrelation(correlationId, next);
};

/** Answers with a failure in the one shape that all answers share. */
export function sendFailure(response: Response, failure: PublicFailure, correlationId: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { code, message, retryAfter } = failure;
  if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
  response.setHeader('Cache-Control', 'no-store');
  const extensions = { code, correlationId, ...(retryAfter === undefined ? {} : { retryAfter }) };
  response.status(HTTP_STATUS[code]).json({ errors: [{ message, extensions }] });
}

/** The body parser and the router throw errors with a status and no code of ours. */
function translated(error: unknown): unknown {
  const status = (error as { readonly status?: unknown } | null)?.status;
  if (error instanceof ApplicationError || typeof status !== 'number') return error;
  if (status === 404) return new ApplicationError('NOT_FOUND', 'Diese Adresse gibt es nicht.');
  if (status === 413) return new ApplicationError('PAYLOAD_TOO_LARGE', 'Die Anfrage ist zu groß.');
  if (status === 415) return new ApplicationError('UNSUPPORTED_MEDIA', 'Dieses Format wird nicht angenommen.');
  return status >= 400 && status < 500 ? new ApplicationError('BAD_USER_INPUT', 'Die Anfrage ist fehlerhaft.') : error;
}

/** The last handler of the HTTP server: everything thrown becomes an answer of the one shape. */
export function httpErrorHandler(formatter: ErrorFormatter): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const correlationId = String(response.getHeader('X-Correlation-Id') ?? currentCorrelationId());
    sendFailure(response, formatter.describe(translated(error), correlationId), correlationId);
  };
}
