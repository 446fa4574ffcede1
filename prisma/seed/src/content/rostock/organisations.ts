import type { OrganisationContent, PersonContent, RoleContent } from '../city-content.js';

/** Bodies and offices named in the facts, and invented associations and offices, which say so in their names. */
export const organisations: readonly OrganisationContent[] = [
  { key: 'city', kind: 'administration', name: 'Stadtverwaltung Rostock', shortName: 'Stadt Rostock', example: false },
  { key: 'integration', kind: 'administration', name: 'Büro für Integration', parent: 'city', example: false },
  { key: 'housing', kind: 'administration', name: 'Amt für Stadtentwicklung und Wohnen (Beispiel)', parent: 'city', example: true, reach: { mailbox: 'stadtentwicklung.rostock@example.org', contact: 'Birgit Hansen (Beispiel)', phone: '030 23125-130' } },
  { key: 'schools', kind: 'administration', name: 'Amt für Bildung und Kita (Beispiel)', parent: 'city', example: true, reach: { mailbox: 'bildung.rostock@example.org', contact: 'Torsten Voss (Beispiel)', phone: '030 23125-131' } },
  { key: 'personnel', kind: 'administration', name: 'Amt für Personal (Beispiel)', parent: 'city', example: true },
  { key: 'council', kind: 'politics', name: 'Bürgerschaft Rostock', shortName: 'Bürgerschaft', example: false },
  { key: 'network', kind: 'civil_society', name: 'Kommunales Netzwerk für Integration und Migration', shortName: 'Netzwerk Integration', example: false },
  { key: 'advisory', kind: 'advisory_council', name: 'Beirat für Migration (Beispiel)', example: true, reach: { mailbox: 'migrationsbeirat.rostock@example.org', contact: 'Olha Melnyk (Beispiel)', phone: '030 23125-132' } },
  { key: 'harbour', kind: 'migrant_organisation', name: 'Offener Hafen e. V. (Beispiel)', shortName: 'Offener Hafen', example: true, reach: { mailbox: 'info.offener-hafen@example.org', contact: 'Yusuf Demir (Beispiel)', phone: '030 23125-133' } },
  { key: 'district', kind: 'civil_society', name: 'Stadtteiltreff Ostwind (Beispiel)', example: true, reach: { mailbox: 'treff.ostwind@example.org', contact: 'Silke Jahn (Beispiel)', phone: '030 23125-134' } },
  { key: 'welfare', kind: 'welfare', name: 'Wohlfahrtsverband Rostock-Nord (Beispiel)', example: true, reach: { mailbox: 'verband.rostock-nord@example.org', contact: 'Andreas Lemke (Beispiel)', phone: '030 23125-135' } },
  { key: 'companies', kind: 'business', name: 'Wirtschaftskreis Warnow (Beispiel)', example: true, reach: { mailbox: 'kreis.warnow@example.org', contact: 'Ulrike Brandt (Beispiel)', phone: '030 23125-136' } },
  { key: 'research', kind: 'academia', name: 'Arbeitsstelle Stadt und Vielfalt (Beispiel)', example: true, reach: { mailbox: 'arbeitsstelle.rostock@example.org', contact: 'Dr. Farid Rahimi (Beispiel)', phone: '030 23125-137' } },
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
