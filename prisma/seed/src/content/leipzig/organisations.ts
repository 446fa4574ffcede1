import type { OrganisationContent, PersonContent, RoleContent } from '../city-content.js';

/** Bodies and offices named in the facts, and invented associations and offices, which say so in their names. */
export const organisations: readonly OrganisationContent[] = [
  { key: 'city', kind: 'administration', name: 'Stadtverwaltung Leipzig', shortName: 'Stadt Leipzig', example: false },
  { key: 'department', kind: 'administration', name: 'Dezernat Soziales, Gesundheit und Vielfalt', parent: 'city', example: false },
  { key: 'integration', kind: 'administration', name: 'Referat für Migration und Integration', shortName: 'Referat Migration', parent: 'department', example: false },
  { key: 'welcome', kind: 'administration', name: 'Willkommenszentrum Leipzig', parent: 'integration', example: false },
  { key: 'schools', kind: 'administration', name: 'Amt für Schule und Kita (Beispiel)', parent: 'city', example: true, reach: { mailbox: 'schule-und-kita.leipzig@example.org', contact: 'Sabine Krause (Beispiel)', phone: '030 23125-110' } },
  { key: 'health', kind: 'administration', name: 'Gesundheitsamt (Beispiel)', parent: 'department', example: true, reach: { mailbox: 'gesundheit.leipzig@example.org', contact: 'Martin Vogel (Beispiel)', phone: '030 23125-111' } },
  { key: 'housing', kind: 'administration', name: 'Amt für Wohnen und Stadtteile (Beispiel)', parent: 'city', example: true, reach: { mailbox: 'wohnen.leipzig@example.org', contact: 'Heike Lorenz (Beispiel)', phone: '030 23125-112' } },
  { key: 'personnel', kind: 'administration', name: 'Personalamt (Beispiel)', parent: 'city', example: true },
  { key: 'council', kind: 'politics', name: 'Ratsversammlung Leipzig', shortName: 'Stadtrat', example: false },
  { key: 'advisory', kind: 'advisory_council', name: 'Migrantenbeirat Leipzig', shortName: 'Migrantenbeirat', example: false },
  { key: 'voices', kind: 'migrant_organisation', name: 'Viele Stimmen e. V. (Beispiel)', shortName: 'Viele Stimmen', example: true, reach: { mailbox: 'info.viele-stimmen@example.org', contact: 'Amira Haddad (Beispiel)', phone: '030 23125-113' } },
  { key: 'women', kind: 'migrant_organisation', name: 'Frauen im Austausch e. V. (Beispiel)', example: true, reach: { mailbox: 'kontakt.frauen-im-austausch@example.org', contact: 'Leyla Aydın (Beispiel)', phone: '030 23125-114' } },
  { key: 'neighbours', kind: 'civil_society', name: 'Nachbarschaft am Kanal e. V. (Beispiel)', example: true, reach: { mailbox: 'post.nachbarschaft-am-kanal@example.org', contact: 'Peter Wolf (Beispiel)', phone: '030 23125-115' } },
  { key: 'religions', kind: 'civil_society', name: 'Gesprächskreis der Religionen (Beispiel)', example: true, reach: { mailbox: 'gespraechskreis.leipzig@example.org', contact: 'Ruth Steiner (Beispiel)', phone: '030 23125-116' } },
  { key: 'advice', kind: 'civil_society', name: 'Beratungsstelle gegen Diskriminierung (Beispiel)', example: true, reach: { mailbox: 'beratung.leipzig@example.org', contact: 'Daniel Okafor (Beispiel)', phone: '030 23125-117' } },
  { key: 'welfare', kind: 'welfare', name: 'Wohlfahrtsverband Leipzig-Mitte (Beispiel)', shortName: 'Wohlfahrtsverband', example: true, reach: { mailbox: 'verband.leipzig-mitte@example.org', contact: 'Jonas Berger (Beispiel)', phone: '030 23125-118' } },
  { key: 'companies', kind: 'business', name: 'Unternehmensnetz Ausbildung (Beispiel)', example: true, reach: { mailbox: 'ausbildung.leipzig@example.org', contact: 'Claudia Neumann (Beispiel)', phone: '030 23125-119' } },
  { key: 'research', kind: 'academia', name: 'Institut für Stadt und Teilhabe (Beispiel)', example: true, reach: { mailbox: 'institut.leipzig@example.org', contact: 'Dr. Hoang Nguyen (Beispiel)', phone: '030 23125-120' } },
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
