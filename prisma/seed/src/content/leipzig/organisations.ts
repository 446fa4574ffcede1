import type { OrganisationContent, PersonContent, RoleContent } from '../city-content.js';

/** Bodies and offices named in the facts, and invented associations and offices, which say so in their names. */
export const organisations: readonly OrganisationContent[] = [
  { key: 'city', kind: 'administration', name: 'Stadtverwaltung Leipzig', shortName: 'Stadt Leipzig', example: false },
  { key: 'department', kind: 'administration', name: 'Dezernat Soziales, Gesundheit und Vielfalt', parent: 'city', example: false },
  { key: 'integration', kind: 'administration', name: 'Referat für Migration und Integration', shortName: 'Referat Migration', parent: 'department', example: false },
  { key: 'welcome', kind: 'administration', name: 'Willkommenszentrum Leipzig', parent: 'integration', example: false },
  { key: 'schools', kind: 'administration', name: 'Amt für Schule und Kita (Beispiel)', parent: 'city', example: true },
  { key: 'health', kind: 'administration', name: 'Gesundheitsamt (Beispiel)', parent: 'department', example: true },
  { key: 'housing', kind: 'administration', name: 'Amt für Wohnen und Stadtteile (Beispiel)', parent: 'city', example: true },
  { key: 'personnel', kind: 'administration', name: 'Personalamt (Beispiel)', parent: 'city', example: true },
  { key: 'council', kind: 'politics', name: 'Ratsversammlung Leipzig', shortName: 'Stadtrat', example: false },
  { key: 'advisory', kind: 'advisory_council', name: 'Migrantenbeirat Leipzig', shortName: 'Migrantenbeirat', example: false },
  { key: 'voices', kind: 'migrant_organisation', name: 'Viele Stimmen e. V. (Beispiel)', shortName: 'Viele Stimmen', example: true },
  { key: 'women', kind: 'migrant_organisation', name: 'Frauen im Austausch e. V. (Beispiel)', example: true },
  { key: 'neighbours', kind: 'civil_society', name: 'Nachbarschaft am Kanal e. V. (Beispiel)', example: true },
  { key: 'religions', kind: 'civil_society', name: 'Gesprächskreis der Religionen (Beispiel)', example: true },
  { key: 'advice', kind: 'civil_society', name: 'Beratungsstelle gegen Diskriminierung (Beispiel)', example: true },
  { key: 'welfare', kind: 'welfare', name: 'Wohlfahrtsverband Leipzig-Mitte (Beispiel)', shortName: 'Wohlfahrtsverband', example: true },
  { key: 'companies', kind: 'business', name: 'Unternehmensnetz Ausbildung (Beispiel)', example: true },
  { key: 'research', kind: 'academia', name: 'Institut für Stadt und Teilhabe (Beispiel)', example: true },
];

export const people: readonly PersonContent[] = [
  { email: 'amt.leipzig@example.org', name: 'Katrin Seidel (Beispiel)', organisation: 'integration', administrator: true },
  { email: 'verein.leipzig@example.org', name: 'Amira Haddad (Beispiel)', organisation: 'voices', administrator: false },
  { email: 'wohlfahrt.leipzig@example.org', name: 'Jonas Berger (Beispiel)', organisation: 'welfare', administrator: false },
  { email: 'beirat.leipzig@example.org', name: 'Oleksandra Koval (Beispiel)', organisation: 'advisory', administrator: false },
];

export const roles: readonly RoleContent[] = [
  { organisation: 'integration', role: 'steering' },
  { organisation: 'voices', role: 'contributor' },
  { organisation: 'welfare', role: 'contributor' },
  { organisation: 'neighbours', role: 'contributor', sections: ['Sozialräumliche Integration'] },
  { organisation: 'religions', role: 'contributor', sections: ['Interkultureller und interreligiöser Dialog'] },
  { organisation: 'advisory', role: 'reviewer' },
  { organisation: 'council', role: 'reader' },
];
