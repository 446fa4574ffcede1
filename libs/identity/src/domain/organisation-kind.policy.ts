/** Kinds of organisations, with the words lists call them by. */
const kinds = {
  administration: ['verwaltung', 'stadtverwaltung', 'amt', 'behörde', 'fachamt', 'dezernat', 'referat'],
  municipality: ['kommune', 'gemeinde', 'gemeinden', 'stadt', 'städte', 'städte und gemeinden', 'kreisangehörige kommune', 'mitgliedskommune'],
  migrant_organisation: ['migrantenorganisation', 'migrant*innenorganisation', 'migrant:innenorganisation', 'migrantinnenorganisation', 'migrant_innenorganisation', 'mo', 'mso', 'migrantenselbstorganisation', 'migrantenverein'],
  civil_society: ['zivilgesellschaft', 'verein', 'vereine und initiativen', 'initiative', 'stiftung', 'ngo'],
  welfare: ['wohlfahrt', 'wohlfahrtsverband', 'wohlfahrtsverbände', 'freie wohlfahrtspflege', 'träger'],
  business: ['wirtschaft', 'unternehmen', 'kammer', 'gewerkschaft'],
  academia: ['wissenschaft', 'hochschule', 'universität', 'forschung'],
  politics: ['politik', 'fraktion', 'partei'],
  advisory_council: ['beirat', 'beiräte', 'migrantenbeirat', 'migrationsbeirat', 'integrationsrat', 'ausländerbeirat'],
} as const;

export type OrganisationKindName = keyof typeof kinds;

/** All kinds, in the order in which lists show them. */
export const ORGANISATION_KINDS = Object.keys(kinds) as readonly OrganisationKindName[];

const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ').replace(/en$/, '');

/** The kind a text names, by code or word, singular or plural; null for one that is not known. */
export function organisationKind(text: string): OrganisationKindName | null {
  const word = plain(text);
  if (word === '') return null;
  return (Object.keys(kinds) as OrganisationKindName[]).find((kind) => plain(kind) === word || kinds[kind].some((known) => plain(known) === word)) ?? null;
}
