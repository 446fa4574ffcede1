export const SECTION_KINDS = ['chapter', 'field_of_action'] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];
