import { isStorableText } from '@konzeptwerkstatt/kernel';
import { tidyEmail } from './account.policy.js';
import { MAX_PERSON_NAME_LENGTH } from './new-account.policy.js';

/** RFC 5321. */
const MAX_EMAIL_LENGTH = 254;

/** What a provider says of somebody's mail address and name. */
export interface ProvidedFacts {
  readonly email: string | null;
  readonly isEmailVerified: boolean;
  readonly name: string | null;
}

/**
 * The address that a provider says is checked, as it is stored and compared; null for every other one: whoever may type her address there freely
 * could otherwise take somebody else's.
 */
export function verifiedEmail({ email, isEmailVerified }: ProvidedFacts): string | null {
  if (email === null || !isEmailVerified) return null;
  const tidy = tidyEmail(email);
  return /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\.]{2,}$/.test(tidy) && tidy.length <= MAX_EMAIL_LENGTH && isStorableText(tidy) ? tidy : null;
}

/** Address and name of an account made of what a provider says; null without a checked address. */
export function providedAccount(facts: ProvidedFacts): { readonly email: string; readonly displayName: string } | null {
  const email = verifiedEmail(facts);
  if (email === null) return null;
  const name = facts.name?.trim() ?? '';
  return { email, displayName: (name !== '' && isStorableText(name) ? name : email).slice(0, MAX_PERSON_NAME_LENGTH) };
}
