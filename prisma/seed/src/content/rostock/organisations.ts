import type { OrganisationContent, PersonContent, RoleContent } from '../city-content.js';

/** Bodies and offices named in the facts, and invented associations and offices, which say so in their names. */
export const organisations: readonly OrganisationContent[] = [
  { key: 'city', kind: 'administration', name: 'Stadtverwaltung Rostock', shortName: 'Stadt Rostock', example: false },
  { key: 'integration', kind: 'administration', name: 'Büro für Integration', parent: 'city', example: false },
  { key: 'housing', kind: 'administration', name: 'Amt für Stadtentwicklung und Wohnen (Beispiel)', parent: 'city', example: true },
  { key: 'schools', kind: 'administration', name: 'Amt für Bildung und Kita (Beispiel)', parent: 'city', example: true },
  { key: 'personnel', kind: 'administration', name: 'Amt für Personal (Beispiel)', parent: 'city', example: true },
  { key: 'council', kind: 'politics', name: 'Bürgerschaft Rostock', shortName: 'Bürgerschaft', example: false },
  { key: 'network', kind: 'civil_society', name: 'Kommunales Netzwerk für Integration und Migration', shortName: 'Netzwerk Integration', example: false },
  { key: 'advisory', kind: 'advisory_council', name: 'Beirat für Migration (Beispiel)', example: true },
  { key: 'harbour', kind: 'migrant_organisation', name: 'Offener Hafen e. V. (Beispiel)', shortName: 'Offener Hafen', example: true },
  { key: 'district', kind: 'civil_society', name: 'Stadtteiltreff Ostwind (Beispiel)', example: true },
  { key: 'welfare', kind: 'welfare', name: 'Wohlfahrtsverband Rostock-Nord (Beispiel)', example: true },
  { key: 'companies', kind: 'business', name: 'Wirtschaftskreis Warnow (Beispiel)', example: true },
  { key: 'research', kind: 'academia', name: 'Arbeitsstelle Stadt und Vielfalt (Beispiel)', example: true },
];

export const people: readonly PersonContent[] = [
  { email: 'amt.rostock@example.org', name: 'Maren Petersen (Beispiel)', organisation: 'integration', administrator: true },
  { email: 'verein.rostock@example.org', name: 'Yusuf Demir (Beispiel)', organisation: 'harbour', administrator: false },
];

export const roles: readonly RoleContent[] = [
  { organisation: 'integration', role: 'steering' },
  { organisation: 'harbour', role: 'contributor' },
  { organisation: 'welfare', role: 'contributor' },
  { organisation: 'network', role: 'contributor' },
  { organisation: 'district', role: 'contributor', sections: ['Leben und Wohnen im Stadtteil'] },
  { organisation: 'advisory', role: 'reviewer' },
  { organisation: 'council', role: 'reader' },
];
