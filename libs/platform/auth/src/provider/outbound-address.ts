import ipaddr from 'ipaddr.js';

/** Whether addresses inside the house may be asked: the operator's decision, `OIDC_PRIVATE_ISSUERS`. */
export interface OutboundPolicy {
  readonly allowsPrivate: boolean;
}

/** An address that this installation does not ask. */
export class AddressNotAllowedError extends Error {
  override readonly name = 'AddressNotAllowedError';
}

/** The address behind all its spellings: `::ffff:10.0.0.1` is 10.0.0.1. */
function rangeOf(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).range() : 'unknown';
}

/** Whether a request may go to this IP address. What is neither public nor of the house (multicast, unspecified, reserved) is never asked. */
export function isAddressAllowed(address: string, { allowsPrivate }: OutboundPolicy): boolean {
  const range = rangeOf(address);
  return range === 'unicast' || (allowsPrivate && ['private', 'loopback', 'uniqueLocal'].includes(range));
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');
const isLoopbackName = (hostname: string): boolean => hostname === 'localhost' || rangeOf(bare(hostname)) === 'loopback';

/**
 * Whether an address may be asked or people sent to it, as far as its text tells: https, or http on this machine where that is allowed; no name and
 * password in it. The URL parser has already turned `0177.1` and `2130706433` into `127.0.0.1`.
 */
export function isUrlAllowed(url: URL, policy: OutboundPolicy): boolean {
  if (url.username !== '' || url.password !== '') return false;
  const isEncrypted = url.protocol === 'https:' || (url.protocol === 'http:' && policy.allowsPrivate && isLoopbackName(url.hostname));
  const isLiteral = ipaddr.isValid(bare(url.hostname));
  return isEncrypted && (isLiteral ? isAddressAllowed(bare(url.hostname), policy) : policy.allowsPrivate || url.hostname !== 'localhost');
}
