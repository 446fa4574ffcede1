/** What is looked at of a request before anybody is asked who it is. */
export { isOwnOrigin, isUpgradeAllowed } from './upgrade-origin.js';
export { clientAddressReader, type AddressedRequest } from './client-address.js';
