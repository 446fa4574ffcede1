import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { decisionProblem, throwProblems } from './decision.errors.js';
import { mayAdopt } from './resolution.js';
import type { Consultation, ResolutionFacts } from './resolution.js';

const MAX_CONSULTATIONS = 30;
const [MAX_NAME, MAX_PAPER, MAX_URL, MAX_REMARK, MAX_VOTES] = [200, 100, 2000, 2000, 100_000];

type Problems = UserErrorDetail[];

const tidy = (text: string): string => text.normalize('NFC').trim();
const tidyOrNull = (text: string | null): string | null => (text === null || tidy(text) === '' ? null : tidy(text));

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function textProblems(text: string | null, limit: number, path: readonly string[]): Problems {
  if (text === null) return [];
  if (!isStorableText(text)) return [decisionProblem('TEXT_NOT_STORABLE', path)];
  return text.length > limit ? [decisionProblem('TEXT_TOO_LONG', path)] : [];
}

const bodyProblems = (name: string, path: readonly string[]): Problems => (name === '' ? [decisionProblem('BODY_REQUIRED', path)] : textProblems(name, MAX_NAME, path));

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === '';
}

function urlProblems(url: string | null, path: readonly string[]): Problems {
  const problems = textProblems(url, MAX_URL, path);
  return problems.length > 0 || url === null || isWebAddress(url) ? problems : [decisionProblem('URL_INVALID', path)];
}

const voteProblems = (votes: number | null, path: readonly string[]): Problems =>
  votes === null || (Number.isInteger(votes) && votes >= 0 && votes <= MAX_VOTES) ? [] : [decisionProblem('VOTES_INVALID', path)];

function consultationProblems({ bodyName, heldOn }: Consultation, index: number, decidedOn: string): Problems {
  const at = (field: string): string[] => ['consultations', String(index), field];
  const day = !isDay(heldOn) ? [decisionProblem('DATE_INVALID', at('heldOn'))] : isDay(decidedOn) && heldOn > decidedOn ? [decisionProblem('CONSULTATION_AFTER_RESOLUTION', at('heldOn'))] : [];
  return [...bodyProblems(bodyName, at('bodyName')), ...day];
}

function dayProblems(day: string, today: string): Problems {
  if (!isDay(day)) return [decisionProblem('DATE_INVALID', ['decidedOn'])];
  return day > today ? [decisionProblem('DATE_IN_FUTURE', ['decidedOn'])] : [];
}

/**
 * What was entered, tidied up: consultations in the order of their days, empty texts as null.
 * @param today legal day, `YYYY-MM-DD`
 * @throws ValidationError with everything that is wrong, each at its place
 */
export function resolutionOf(entered: ResolutionFacts, today: string): ResolutionFacts {
  const facts: ResolutionFacts = {
    ...entered,
    bodyName: tidy(entered.bodyName), paperNumber: tidyOrNull(entered.paperNumber), oparlUrl: tidyOrNull(entered.oparlUrl), remark: tidyOrNull(entered.remark),
    consultations: entered.consultations.map((consultation) => ({ ...consultation, bodyName: tidy(consultation.bodyName) })),
  };
  throwProblems([
    ...bodyProblems(facts.bodyName, ['bodyName']), ...dayProblems(facts.decidedOn, today),
    ...(facts.adopts && !mayAdopt(facts.result) ? [decisionProblem('RESULT_CANNOT_ADOPT', ['adopts'])] : []),
    ...voteProblems(facts.votesYes, ['votesYes']), ...voteProblems(facts.votesNo, ['votesNo']), ...voteProblems(facts.votesAbstained, ['votesAbstained']),
    ...textProblems(facts.paperNumber, MAX_PAPER, ['paperNumber']), ...urlProblems(facts.oparlUrl, ['oparlUrl']), ...textProblems(facts.remark, MAX_REMARK, ['remark']),
    ...(facts.consultations.length > MAX_CONSULTATIONS ? [decisionProblem('TOO_MANY_CONSULTATIONS', ['consultations'])] : []),
    ...facts.consultations.slice(0, MAX_CONSULTATIONS).flatMap((consultation, index) => consultationProblems(consultation, index, facts.decidedOn)),
  ]);
  return { ...facts, consultations: facts.consultations.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn)) };
}
