import type { ContributionKind } from '@konzeptwerkstatt/web-data';

/** What a card may say, the most frequent first. */
export const cardKinds: readonly ContributionKind[] = ['PROPOSAL', 'NEW_MEASURE', 'SUPPORT', 'OBJECTION', 'QUESTION'];
