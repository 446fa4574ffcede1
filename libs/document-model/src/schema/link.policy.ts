const schemes = /^(https?|mailto):/i;

/** Longest address a link may have, in characters. */
export const MAX_HREF_LENGTH = 1000;

/**
 * True for an absolute http, https or mailto address without control characters or blanks. Everything else
 * (`javascript:`, `data:`, relative addresses) is refused, because link targets come from other people's clients.
 */
export function isAllowedHref(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > MAX_HREF_LENGTH || !schemes.test(href)) return false;
  return !/[\s<>"]/.test(href) && ![...href].some((character) => character < ' ' || character === '\u007f');
}
