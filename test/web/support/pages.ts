import { conceptOf, nodesOf } from './concept.js';
import type { Person } from './person.js';
import type { Stage } from './stage.js';

/** The pages of the client by what they are about, so that no journey has to go through all of them. */
export const AREAS = ['a concept', 'what comes into a concept', 'taking part', 'processes and gatherings', 'the municipality and its people'] as const;
export type Area = (typeof AREAS)[number];

const PLACES = '{ processes { edges { node { uuid gatherings { uuid } } } } indicators(first: 100) { edges { node { uuid name } } } }';

/** Indicators with a series, its way to a target, parts and what is withheld. */
const chartNames = /^(Beratene Menschen|Betreuungsquote der Drei)/;

/** The public page of a concept and of one of its measures, as the links of the list and of the concept lead there. */
async function publicPages(origin: string): Promise<readonly string[]> {
  const linked = async (address: string, link: RegExp): Promise<string> => {
    const [, found] = link.exec(await (await fetch(`${origin}${address}`)).text()) ?? [];
    if (found === undefined) throw new Error(`${address} has no link ${String(link)}`);
    return found;
  };
  const place = '/k/beispiel-13003000';
  const concept = await linked(place, /href="(\/k\/beispiel-13003000\/[a-z0-9-]+-\d{4})"/);
  const measure = await linked(concept, /href="(\/k\/[a-z0-9-]+\/massnahmen\/[0-9a-f-]{36})"/);
  return [place, concept, measure, `${measure}?lang=en`, `${measure}?lang=ar`];
}

/** An address for every route of the client, with real content. */
export async function pagesOf({ application }: Stage, area: Area): Promise<readonly string[]> {
  const concept = await conceptOf(application, 'office');
  const data = await (await application.as('office')).get<{ processes: { edges: { node: { uuid: string; gatherings: { uuid: string }[] } }[] }; indicators: { edges: { node: { uuid: string; name: string } }[] } }>(PLACES);
  const here = `/konzepte/${concept.uuid}`;
  const [process] = nodesOf(data.processes);
  const gathering = `/treffen/${process?.gatherings[0]?.uuid}`;
  const section = concept.pathOf('Sozialräumliche Integration');
  const pages: Readonly<Record<Area, readonly string[]>> = {
    'a concept': [
      '/', '/konzepte', here, section, `${section}?ansicht=lesen`, `${section}?ansicht=einfach`, `${concept.pathOf('Daten und Rahmenbedingungen')}?ansicht=lesen`, `${here}/massnahmen?suche=Sprach`,
      `${here}/umsetzung`, `${here}/luecken`, `${here}/verlauf`,
    ],
    'what comes into a concept': [`${here}/massnahmen/einlesen`, `${here}/aus-word`, `${here}/korrekturen-aus-word`, `${here}/massnahmen/liste`, `${here}/beschluss`, `${here}/vergleich`, '/indikatoren', '/indikatoren/einlesen', ...nodesOf(data.indicators).filter(({ name }) => chartNames.test(name)).map(({ uuid }) => `/indikatoren/${uuid}`)],
    'taking part': [`${here}/rueckmeldung`, `${here}/rueckmeldungen`, `${here}/beteiligung`, `${here}/pruefung`, `${here}/weitergeben`, '/mitreden', '/mitreden/gesendet', '/rueckmeldungen', '/benachrichtigungen', `${here}/abfragen`, `${here}/abfragen/neu`, '/abfragen', '/abfrage'],
    'processes and gatherings': [
      '/prozesse', '/prozesse/vorlagen', '/prozesse/vorlagen/belm', `/prozesse/${process?.uuid}`, `/prozesse/${process?.uuid}/treffen/neu`, gathering, `${gathering}/planen`, `${gathering}/moderation`, `${gathering}/leinwand`, `${gathering}/drucken`,
      '/w', '/w/ABCD-0000',
    ],
    'the municipality and its people': ['/organisationen', '/konto', '/einstellungen', '/einstellungen/anmeldung', '/einstellungen/seiten/impressum', '/einrichten', '/impressum', '/quellen', '/ueber', '/gibt-es-nicht', ...(await publicPages(application.origin))],
  };
  return pages[area];
}

/** Opens a page and waits until nothing on it is still loading. */
export async function openWhole(person: Person, path: string): Promise<void> {
  await person.open(path);
  await person.page.getByRole('heading', { level: 1 }).waitFor();
  await person.page.locator('.kw-loading, .kw-skeleton').first().waitFor({ state: 'detached' });
  if (/abschnitte\/[^?]*$/.test(path)) await person.page.getByRole('textbox').first().waitFor();
  await person.page.evaluate(() => document.fonts.ready.then(() => undefined));
}
