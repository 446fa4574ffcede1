import type { IncomingMessage } from 'node:http';

/** Whether an origin is the one that serves the application: as set, or the host that the request was sent to. */
export function isOwnOrigin(origin: string, host: string | undefined, publicOrigin: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const { origin: canonical, host: originHost } = new URL(origin);
  return publicOrigin === undefined ? host !== undefined && originHost === host.toLowerCase() : canonical === publicOrigin;
}

/**
 * Whether a WebSocket upgrade may go on. Browsers send cookies with upgrades from any page, so a foreign Origin is refused;
 * none at all (scripts) is allowed with a bearer token only.
 */
export function isUpgradeAllowed({ headers }: Pick<IncomingMessage, 'headers'>, publicOrigin: string | undefined): boolean {
  if (headers.origin === undefined) return headers.authorization !== undefined;
  return isOwnOrigin(headers.origin, headers.host, publicOrigin);
}
