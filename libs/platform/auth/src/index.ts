export { PasswordHasher } from './password-hasher.js';
export { API_TOKEN_PREFIX, hashToken, newApiToken, newLinkToken, newSessionToken } from './token.js';
export { clearedSessionCookie, credentialOf, sessionCookie, sessionCookieName, type Credential, type CredentialHeaders } from './credential.js';
export { isOwnOrigin, isUpgradeAllowed } from './upgrade-origin.js';
export { clientAddressReader, type AddressedRequest } from './client-address.js';
export { AttemptLimiter, type AttemptLimit } from './attempt.limiter.js';
