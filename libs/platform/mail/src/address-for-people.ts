import type { AppConfig } from '@konzeptwerkstatt/platform-config';

/** Listens everywhere, which is no address to write into a mail. */
const everywhere: readonly string[] = ['0.0.0.0', '::'];

/**
 * The address of a page, as it stands in mails and letters: built of the settings alone, because a request's `Host` is whatever
 * its sender likes.
 * @param path begins with `/`
 */
export function addressForPeople({ publicOrigin, host, port }: Pick<AppConfig, 'publicOrigin' | 'host' | 'port'>, path: string): string {
  const name = everywhere.includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `${publicOrigin ?? `http://${name}:${port}`}${path}`;
}
