/** Where the start page is. */
const home = '/';

/**
 * The address to go to after signing in, taken from `?weiter=`. Only a path of this client is followed: an address of
 * another host would let a foreign link send people away right after they typed their password.
 *
 * @param origin of this client, e.g. `https://example.org`
 * @returns path with query and hash; the start page for everything that is none, and for the sign-in page itself
 */
export function safeReturnPath(asked: string | null, origin: string): string {
  // Browsers read a backslash as a slash and drop control characters, so that "/\example.org" would be another host.
  if (asked === null || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return home;
  const target = new URL(asked, origin);
  // "/a/..//example.org" becomes "//example.org", which again names a host.
  if (target.origin !== origin || target.pathname.startsWith('//') || target.pathname === '/anmelden') return home;
  return `${target.pathname}${target.search}${target.hash}`;
}
