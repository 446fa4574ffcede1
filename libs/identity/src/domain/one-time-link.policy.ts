import { z } from 'zod';

/**
 * What a link may be for, and what it carries: the closed set. `installation-setup` makes the installation's first administrator,
 * `municipality-setup` the first administrator of a new municipality.
 */
export const LINK_PAYLOADS = {
  'installation-setup': z.object({}),
  'municipality-setup': z.object({ municipalityId: z.uuid() }),
  'invitation': z.object({ invitationId: z.uuid() }),
  'password-reset': z.object({ personId: z.uuid() }),
  'email-change': z.object({ personId: z.uuid(), email: z.email() }),
} as const;

export type LinkPurpose = keyof typeof LINK_PAYLOADS;
export type LinkPayload<P extends LinkPurpose> = z.infer<(typeof LINK_PAYLOADS)[P]>;

/** How long a link lasts, in minutes. */
export const LINK_MINUTES: Readonly<Record<LinkPurpose, number>> = {
  'installation-setup': 24 * 60,
  'municipality-setup': 7 * 24 * 60,
  'invitation': 7 * 24 * 60,
  'password-reset': 60,
  'email-change': 24 * 60,
};

/** How a link stands: only an open one can be used. */
export type LinkState = 'open' | 'used' | 'expired' | 'unknown';
