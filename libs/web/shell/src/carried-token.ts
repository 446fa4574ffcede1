const key = 'kw.link';

/**
 * The token of a link, taken out of the address: so it stands in no history and is not shown to whoever looks over a shoulder. It is
 * kept in this tab, because signing in leads through another page.
 */
export function takeToken(place: Pick<Location, 'hash' | 'pathname' | 'search'>, storage: Pick<Storage, 'getItem' | 'setItem'>, replace: (address: string) => void): string | null {
  const fromAddress = decodeURIComponent(place.hash.replace(/^#/, ''));
  if (fromAddress === '') return storage.getItem(`${key}:${place.pathname}`);
  storage.setItem(`${key}:${place.pathname}`, fromAddress);
  replace(`${place.pathname}${place.search}`);
  return fromAddress;
}

/** Forgets the token of a page, once it is used. */
export function forgetToken(pathname: string, storage: Pick<Storage, 'removeItem'>): void {
  storage.removeItem(`${key}:${pathname}`);
}
