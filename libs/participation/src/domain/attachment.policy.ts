import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { participationProblem } from './participation.errors.js';

/** Files with one contribution; more is a parcel and no remark. */
export const MAX_ATTACHMENTS = 5;

const keeper = /^participation\.contribution\/([0-9a-f-]{36})$/;

/** What the files of a contribution are kept by. */
export const keptByContribution = (contributionId: string): string => `participation.contribution/${contributionId}`;

/** The contribution that a file is kept by; null when it is something else. */
export const contributionKeeping = (keptBy: string | null): string | null => keeper.exec(keptBy ?? '')?.[1] ?? null;

/** What is wrong with how many files there are. */
export function attachmentProblems(fileIds: readonly string[]): UserErrorDetail[] {
  return fileIds.length > MAX_ATTACHMENTS ? [participationProblem('TOO_MANY_FILES', ['attachmentIds'])] : [];
}
