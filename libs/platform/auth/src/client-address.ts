import { BlockList, isIP } from 'node:net';

/** What is looked at of a request. */
export interface AddressedRequest {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: NodeJS.Dict<string | string[]>;
}

const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '');
const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function trustedList(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/');
    if (isIP(address) === 0) continue;
    if (prefix === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(prefix), family(address));
  }
  return list;
}

/**
 * Makes the function that gives a visitor's address: the socket's, or behind trusted proxies the last address of
 * X-Forwarded-For that is not one of them. Anybody else's header is not believed.
 */
export function clientAddressReader(trustedProxies: readonly string[]): (request: AddressedRequest) => string {
  const trusted = trustedList(trustedProxies);
  const isTrusted = (address: string): boolean => isIP(address) !== 0 && trusted.check(address, family(address));
  return ({ socket, headers }) => {
    const direct = plain(socket.remoteAddress ?? '');
    if (!isTrusted(direct)) return direct;
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').map(plain).filter((address) => isIP(address) !== 0);
    return forwarded.findLast((address) => !isTrusted(address)) ?? direct;
  };
}
