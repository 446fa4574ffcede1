import type { AppConfig } from '@konzeptwerkstatt/platform-config';

/** Listens everywhere, which is no address to write into a mail, or on this machine, which people call by its name: a cookie that was set under one name is not sent to another. */
const unnamed: readonly string[] = ['0.0.0.0', '::', '127.0.0.1', '::1'];

/**
 * The address of a page, as it stands in mails and letters, in what is printed at the start and in what sign-in providers are told: built of the settings alone, because a request's `Host` is whatever
 * its sender likes.
 * @param path begins with `/`
 */
export function addressForPeople({ publicOrigin, host, port }: Pick<AppConfig, 'publicOrigin' | 'host' | 'port'>, path: string): string {
  const name = unnamed.includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `${publicOrigin ?? `http://${name}:${port}`}${path}`;
}

/**
 * The address of a page that opens in the language of the mail or letter it stands in; German is what it opens in anyway.
 * @param path begins with `/`, and may end with a question or a fragment
 */
export function addressInLanguage(config: Parameters<typeof addressForPeople>[0], path: string, language: string): string {
  if (language === 'de') return addressForPeople(config, path);
  const [page = '', ...fragment] = path.split(/(?=#)/);
  return addressForPeople(config, `${page}${page.includes('?') ? '&' : '?'}lang=${language}${fragment.join('')}`);
}
