import { describe, expect, it } from '@jest/globals';
import { isAddressAllowed, isUrlAllowed } from './outbound-address.js';

const outside = { allowsPrivate: false };
const inside = { allowsPrivate: true };

describe('an address that a request may go to', () => {
  it.each(['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '::ffff:a00:1', '64:ff9b::a00:1', '2002:a00:1::', 'ff02::1', 'unsinn'])(
    'is not %s', (address) => expect(isAddressAllowed(address, outside)).toBe(false));

  it.each(['8.8.8.8', '2a00:1450:4001::1'])('is %s', (address) => expect(isAddressAllowed(address, outside)).toBe(true));

  it('is one of the house where the operator says so, never one of the link or of many', () => {
    expect(['127.0.0.1', '10.1.2.3', '192.168.1.1', 'fd00::1', '::1'].map((address) => isAddressAllowed(address, inside))).toEqual([true, true, true, true, true]);
    expect(['169.254.169.254', 'fe80::1', '0.0.0.0', '224.0.0.1', '64:ff9b::a00:1'].map((address) => isAddressAllowed(address, inside))).toEqual([false, false, false, false, false]);
  });
});

describe('a URL that may be asked', () => {
  it.each(['http://login.example.org', 'ftp://login.example.org', 'https://a:b@login.example.org', 'https://127.0.0.1', 'https://0177.0.0.1', 'https://2130706433', 'https://[::1]', 'https://[::ffff:10.0.0.1]', 'https://localhost', 'http://127.0.0.1', 'javascript:alert(1)'])(
    'is not %s', (url) => expect(isUrlAllowed(new URL(url), outside)).toBe(false));

  it('is https everywhere, and http on this machine where private addresses are allowed', () => {
    expect(isUrlAllowed(new URL('https://login.example.org/realms/stadt'), outside)).toBe(true);
    expect(['http://127.0.0.1:8080', 'http://localhost:8080', 'http://[::1]', 'https://10.0.0.5'].map((url) => isUrlAllowed(new URL(url), inside))).toEqual([true, true, true, true]);
    expect(['http://10.0.0.5', 'http://login.stadt.intern', 'https://169.254.169.254'].map((url) => isUrlAllowed(new URL(url), inside))).toEqual([false, false, false]);
  });
});
