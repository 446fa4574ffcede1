import type { IncomingMessage } from 'node:http';

/** What an upgrade request asks for, as far as it can be told without asking anybody. */
export type UpgradeAsk =
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'foreign-origin' }
  | {
      readonly kind: 'room';
      readonly documentId: string;
      /** Undefined when the client names none; NaN when it names something else than a number. */
      readonly schemaVersion: number | undefined;
      readonly wantsAcknowledgements: boolean;
      readonly credentials: { readonly cookie: string | undefined; readonly authorization: string | undefined };
    };

const prefix = '/collab/';

/**
 * Reads an upgrade request. A cookie counts only with the right Origin, because browsers send it along from any page;
 * without Origin only a bearer token counts. Credentials in the address are never read.
 * @param isOwnOrigin whether an Origin is that of the application itself
 */
export function readUpgrade({ url = '/', headers }: IncomingMessage, isOwnOrigin: (origin: string, host: string | undefined) => boolean): UpgradeAsk {
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  if (!path.startsWith(prefix)) return { kind: 'elsewhere' };
  const { origin } = headers;
  if (origin !== undefined && !isOwnOrigin(origin, headers.host)) return { kind: 'foreign-origin' };
  const parameters = new URLSearchParams(query < 0 ? '' : url.slice(query + 1));
  const schema = parameters.get('schema');
  return {
    kind: 'room',
    documentId: path.slice(prefix.length).toLowerCase(),
    schemaVersion: schema === null ? undefined : /^\d{1,6}$/.test(schema) ? Number(schema) : Number.NaN,
    wantsAcknowledgements: parameters.get('acks') === '1',
    credentials: { cookie: origin === undefined ? undefined : headers.cookie, authorization: headers.authorization },
  };
}
