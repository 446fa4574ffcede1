import { planningProblem } from './planning.errors.js';
import { PROCESS_FORMAT, PROCESS_FORMAT_VERSION, processPlanSchema } from './process-plan.js';
import type { ProcessPlan } from './process-plan.js';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';

/** A planned process as a file has some tens of kilobytes; more than this is none. */
export const MAX_PROCESS_FILE_BYTES = 500_000;

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

const isNewer = (value: unknown): boolean => typeof value === 'object' && value !== null && 'format' in value && value.format === PROCESS_FORMAT
  && 'version' in value && typeof value.version === 'number' && value.version > PROCESS_FORMAT_VERSION;

/** Reads a file with a planned process; whatever the format does not name makes it none. @returns the plan, or what is wrong with the file */
export function readProcessFile(content: string): { readonly plan: ProcessPlan } | { readonly problem: UserErrorDetail } {
  if (Buffer.byteLength(content) > MAX_PROCESS_FILE_BYTES) return { problem: planningProblem('FILE_TOO_LARGE', ['content']) };
  const value = parsed(content.replace(/^\uFEFF/, ''));
  if (isNewer(value)) return { problem: planningProblem('FILE_TOO_NEW', ['content']) };
  const result = processPlanSchema.safeParse(value);
  return result.success ? { plan: result.data } : { problem: planningProblem('FILE_UNREADABLE', ['content']) };
}

/** The text of a file. */
export function writeProcessFile(plan: ProcessPlan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}
