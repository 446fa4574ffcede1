import { ApplicationError, ValidationError } from '@konzeptwerkstatt/kernel';
import { UndeliverableError } from '@konzeptwerkstatt/platform-outbox';
import { z } from 'zod';

/** A job ran longer than its contract allows. */
export class JobTimeoutError extends Error {
  constructor(timeoutMs: number) {
    super(`Ran longer than ${timeoutMs} ms`);
    this.name = 'JobTimeoutError';
  }
}

/** A job's data does not fit its contract, or there is no such job. */
export class InvalidJobError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidJobError';
  }
}

const longestReason = 500;

/**
 * Why a try failed, for the person who runs the installation. Messages of foreign errors may hold names or addresses, so
 * only kinds, codes and places of errors are told; the whole error is in the log of the process.
 */
export function failureReason(error: unknown): string {
  return describe(error, 0).slice(0, longestReason);
}

function describe(error: unknown, depth: number): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const cause = error.cause === undefined || depth >= 3 ? '' : ` <- ${describe(error.cause, depth + 1)}`;
  return `${error.name}${details(error)}${place(error)}${cause}`;
}

function details(error: Error): string {
  if (error instanceof JobTimeoutError || error instanceof InvalidJobError || error instanceof UndeliverableError) return `: ${error.message}`;
  if (error instanceof ApplicationError) return ` ${error.code}`;
  if (error instanceof ValidationError) return ` ${error.details.map(({ code, path }) => `${code} at ${path.join('.')}`).join(', ')}`;
  if (error instanceof z.ZodError) return ` ${error.issues.map(({ code, path }) => `${code} at ${path.map(String).join('.')}`).join(', ')}`;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? ` ${code}` : '';
}

/** File and line of the first frame that is ours. */
function place(error: Error): string {
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line) && !line.includes('node_modules') && !line.includes('node:'));
  const match = frame && /([\w.-]+\.(?:ts|js):\d+)/.exec(frame);
  return match ? ` at ${match[1]}` : '';
}
