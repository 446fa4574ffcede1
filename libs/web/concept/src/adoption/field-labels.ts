const differing: Readonly<Record<string, string>> = {
  title: 'concept.cell.title', description: 'concept.cell.description', leadOrganisationId: 'concept.measure.lead', partnerIds: 'concept.measure.partners', indicatorIds: 'concept.measure.indicators',
};

/** The key of a field's name in the catalogue, by its name in the comparison of two editions. */
export const fieldLabelKey = (field: string): string => differing[field] ?? `concept.measure.${field}`;
