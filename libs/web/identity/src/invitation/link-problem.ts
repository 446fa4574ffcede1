import type { LinkState, UserProblem } from '@konzeptwerkstatt/web-data';

const states: Readonly<Record<string, Exclude<LinkState, 'OPEN'>>> = { LINK_USED: 'USED', LINK_EXPIRED: 'EXPIRED', LINK_UNKNOWN: 'UNKNOWN' };

/** How a link stands, as the problems of a mutation tell it; null when the link is not the trouble. */
export function linkProblem(problems: readonly UserProblem[]): Exclude<LinkState, 'OPEN'> | null {
  return problems.map(({ code }) => states[code]).find((state) => state !== undefined) ?? null;
}
