import { Prisma } from '@konzeptwerkstatt/platform-database';

/** Memberships `m` that count: not ended, of persons who have an account, in organisations that are there. Tables of a FROM. */
export const countingMemberships = Prisma.sql`memberships m
      JOIN organisations o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id AND o.removed_at IS NULL AND m.ended_at IS NULL
      JOIN persons p ON p.id = m.person_id AND p.disabled_at IS NULL AND p.erased_at IS NULL`;

/** Whether a grant `g` is a membership's: given to its person or to its organisation, and valid now. The municipality is the caller's condition. */
export const grantedToMember = Prisma.sql`((g.subject_kind = 'person' AND g.subject_id = m.person_id) OR (g.subject_kind = 'organisation' AND g.subject_id = m.organisation_id))
        AND g.valid_from <= now() AND (g.valid_to IS NULL OR g.valid_to > now())`;
