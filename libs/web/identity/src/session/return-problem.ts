/** Reasons with which somebody comes back from a provider: the server names one in the address, and only these have a sentence. */
const codes = [
  'SIGN_IN_INTERRUPTED', 'SIGN_IN_DENIED', 'PROVIDER_UNKNOWN', 'PROVIDER_UNREACHABLE', 'PROVIDER_REFUSES_CLIENT', 'NOT_IN_GROUP', 'NO_ACCOUNT_HERE', 'NO_ORGANISATION_GIVEN', 'EMAIL_UNVERIFIED', 'EMAIL_HAS_ACCOUNT',
  'EMAIL_DIFFERS', 'ACCOUNT_ENDED', 'IDENTITY_TAKEN', 'ALREADY_LINKED', 'INSTALLATION_LOCAL_ONLY',
] as const;

/** Key of the sentence for a reason; null without one. What is unknown counts as an answer that was not good. */
export function returnProblemKey(code: string | null): string | null {
  if (code === null) return null;
  return `identity.error.${codes.find((known) => known === code) ?? 'SIGN_IN_UNTRUSTED'}`;
}
