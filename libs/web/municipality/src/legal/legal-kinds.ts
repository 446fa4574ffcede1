import type { LegalPageKind } from '@konzeptwerkstatt/web-data';

/** The pages that a municipality answers for, as they stand in the footer. */
export const legalKinds: readonly LegalPageKind[] = ['IMPRINT', 'PRIVACY', 'ACCESSIBILITY', 'HOUSE_RULES'];

const paths: Readonly<Record<LegalPageKind, string>> = { IMPRINT: 'impressum', PRIVACY: 'datenschutz', ACCESSIBILITY: 'barrierefreiheit', HOUSE_RULES: 'hausordnung' };

/** The page's word in addresses. */
export const legalPath = (kind: LegalPageKind): string => paths[kind];

/** Which page an address means; undefined for none. */
export const legalKindOf = (path: string | undefined): LegalPageKind | undefined => legalKinds.find((kind) => paths[kind] === path);
