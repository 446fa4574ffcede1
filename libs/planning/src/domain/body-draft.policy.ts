import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { tidyLine, titleProblems } from './dated-step.entity.js';
import { planningProblem, throwProblems } from './planning.errors.js';
import { BODY_KINDS } from './process-plan.js';

/** What somebody typed into the form of a body. */
export interface BodyDraft {
  readonly kind: string;
  readonly name: string;
  readonly note: string | null;
}

/** A body that may be stored. */
export interface CheckedBody {
  readonly kind: string;
  readonly name: string;
  readonly note: string | null;
}

const MAX_NOTE = 2000;

/** Names are titles; a missing one has its own code. */
function nameProblems(name: string): UserErrorDetail[] {
  if (name === '') return [planningProblem('NAME_REQUIRED', ['name'])];
  return titleProblems(name).map((problem) => ({ ...problem, path: ['name'] }));
}

/** Checks and tidies a draft. @throws ValidationError with every problem at once */
export function bodyOf({ kind, name, note }: BodyDraft): CheckedBody {
  const tidy = tidyLine(name);
  const remark = note?.trim() ?? '';
  throwProblems([
    ...nameProblems(tidy),
    ...(BODY_KINDS.some((known) => known === kind) ? [] : [planningProblem('BODY_KIND_INVALID', ['kind'])]),
    ...(isStorableText(remark) ? [] : [planningProblem('TEXT_NOT_STORABLE', ['note'])]),
    ...(remark.length > MAX_NOTE ? [planningProblem('TEXT_TOO_LONG', ['note'])] : []),
  ]);
  return { kind, name: tidy, note: remark === '' ? null : remark };
}
