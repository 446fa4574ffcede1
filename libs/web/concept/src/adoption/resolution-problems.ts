import type { UserProblem } from '@konzeptwerkstatt/web-data';
import { inputOf } from './resolution-draft.js';
import type { ResolutionDraft } from './resolution-draft.js';

/** Codes and places are the server's, and so are the sentences of the catalogue; the server still has the last word. */
const at = (code: string, ...path: string[]): UserProblem => ({ code, message: code, path });

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  const day = new Date(/^(19|20|21)\d\d-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : '');
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function dayProblems(day: string, today: string): UserProblem[] {
  if (!isDay(day)) return [at('DATE_INVALID', 'decidedOn')];
  return day > today ? [at('DATE_IN_FUTURE', 'decidedOn')] : [];
}

/**
 * What is wrong with a resolution that is typed, as far as that can be told without the server: before somebody is asked whether it shall adopt the
 * edition for good.
 *
 * @param today the town's day, `YYYY-MM-DD`
 */
export function resolutionProblems(draft: ResolutionDraft, today: string): UserProblem[] {
  const { bodyName, decidedOn, consultations, oparlUrl } = inputOf(draft, '');
  return [
    ...(bodyName.trim() === '' ? [at('BODY_REQUIRED', 'bodyName')] : []), ...dayProblems(decidedOn, today), ...(draft.result === null ? [at('RESULT_REQUIRED', 'result')] : []),
    ...(typeof oparlUrl !== 'string' || (URL.canParse(oparlUrl) && new URL(oparlUrl).protocol === 'https:') ? [] : [at('URL_INVALID', 'oparlUrl')]),
    ...(consultations ?? []).flatMap(({ bodyName: name, heldOn }, index) => {
      const place = (field: string): string[] => ['consultations', String(index), field];
      const day = !isDay(heldOn) ? [at('DATE_INVALID', ...place('heldOn'))] : isDay(decidedOn) && heldOn > decidedOn ? [at('CONSULTATION_AFTER_RESOLUTION', ...place('heldOn'))] : [];
      return [...(name.trim() === '' ? [at('BODY_REQUIRED', ...place('bodyName'))] : []), ...day];
    }),
  ];
}
