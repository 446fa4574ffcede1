const HOME = '/';
const MAX_LENGTH = 500;
/** Any origin will do: it only shows whether a path leaves it. */
const ORIGIN = 'https://own.invalid';

/**
 * Where somebody goes after signing in: a path of this installation. An address of another host would let a foreign link send people away right
 * after they showed who they are.
 * @returns path with query and hash; the start page for everything that is none
 */
export function ownPath(asked: string | null | undefined): string {
  // Browsers read a backslash as a slash and drop control characters, so that "/\example.org" would be another host.
  if (!asked || asked.length > MAX_LENGTH || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked) || !URL.canParse(asked, ORIGIN)) return HOME;
  const { origin, pathname, search, hash } = new URL(asked, ORIGIN);
  return origin !== ORIGIN || pathname.startsWith('//') || pathname === '/anmelden' || pathname.startsWith('/oidc/') ? HOME : `${pathname}${search}${hash}`;
}
