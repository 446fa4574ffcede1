import { describe, expect } from '@jest/globals';
import type { Person } from './support/person.js';
import { conceptOf } from './support/concept.js';
import { useJourneys } from './support/stage.js';

const journey = useJourneys();

const fieldsOfLeipzig = [
  'Bildung und Erziehung', 'Ausbildung, Qualifizierung und Beschäftigung', 'Gesundheitsversorgung und Gesundheitsförderung', 'Sozialräumliche Integration',
  'Interkultureller und interreligiöser Dialog', 'Interkulturelle Orientierung und Öffnung', 'Politische Teilhabe', 'Bekämpfung von Diskriminierung und Rassismus',
];
const fieldsOfRostock = ['Bildung/Ausbildung', 'Interkulturelle Öffnung', 'Leben und Wohnen im Stadtteil', 'Gesellschaftliche Teilhabe'];

interface SectionLine {
  readonly number: string;
  readonly title: string;
  readonly isField: boolean;
}

/** The sections of the concept on the page, in order, with their kind. */
async function sectionsOn(person: Person): Promise<SectionLine[]> {
  const lines = person.main.locator('ol > li').filter({ has: person.page.getByRole('heading', { level: 3 }) });
  await lines.first().waitFor();
  return Promise.all((await lines.all()).map(async (line) => {
    const heading = line.getByRole('heading', { level: 3 });
    const title = await heading.getByRole('link').innerText();
    return { number: (await heading.innerText()).replace(title, '').trim(), title, isField: (await line.innerText()).includes('Handlungsfeld') };
  }));
}

/** Opens a card of a list page and waits for its page. */
async function openCard(person: Person, list: string, title: string): Promise<void> {
  await person.page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: list, exact: true }).click();
  await person.main.getByRole('link', { name: new RegExp(title.replace(/[.()]/g, '\\$&')) }).first().click();
  await person.isAt(new RegExp(title.replace(/[.()]/g, '\\$&')));
}

describe('the concept of Leipzig', () => {
  journey('shows its eight fields of action in order, chapters around them, and where it comes from', async (stage) => {
    const concept = await conceptOf(stage.application, 'contributor');
    const member = await stage.person('contributor');
    await member.open('/');
    await openCard(member, 'Konzepte', concept.title);
    const sections = await sectionsOn(member);
    expect(sections.map(({ title }) => title)).toEqual(concept.sections.map(({ title }) => title));
    expect(sections.filter(({ isField }) => isField).map(({ title }) => title)).toEqual(fieldsOfLeipzig);
    expect(sections[0]).toEqual({ number: '1', title: 'Vorwort', isField: false });
    expect(sections.map(({ number }) => number)).toEqual(sections.map((_, index) => String(index + 1)));
    expect(sections.at(-1)?.isField).toBe(false);
    await member.main.getByText('Gesemann/Freudenberg/Walther 2022, Abschnitt 4.1, CC BY 4.0').waitFor();
    await member.main.getByText('Leipzig (Beispiel)').first().waitFor();
    await member.main.getByRole('link', { name: 'Quellen und Lizenzen' }).click();
    await member.isAt('Quellen und Lizenzen');
    for (const words of ['Bertelsmann Stiftung', 'CC BY 4.0']) await member.main.getByText(words).first().waitFor();
  });

  journey('can be read section by section, with real headings, lists and tables', async (stage) => {
    const concept = await conceptOf(stage.application, 'welfare');
    const reader = await stage.person('welfare');
    await reader.open(`${concept.pathOf('Begriffe')}?ansicht=lesen`);
    const text = reader.page.getByRole('region', { name: 'Text des Abschnitts' });
    await text.waitFor();
    expect(await text.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Migrationshintergrund', 'Teilhabe', 'Interkulturelle Öffnung']);
    await reader.page.getByRole('navigation', { name: 'Abschnitt davor und danach' }).getByRole('link', { name: /Danach/ }).click();
    await reader.isAt('Daten und Rahmenbedingungen');
    await reader.page.getByRole('link', { name: 'Leseansicht' }).click();
    await text.getByRole('table').first().waitFor();
    expect(await text.getByRole('table').first().getByRole('row').count()).toBeGreaterThan(3);
    await reader.open(`${concept.pathOf('Leitlinien und Leitziele')}?ansicht=lesen`);
    await text.getByRole('list').first().waitFor();
    expect(await text.getByRole('list').first().getByRole('listitem').count()).toBe(4);
    await reader.open(`${concept.pathOf('Politische Teilhabe')}?ansicht=lesen`);
    await text.getByText('Mehr Zeit für Vorbereitung, Übersetzung und Öffentlichkeitsarbeit.').waitFor();
    expect(await reader.reads()).toContain('Ziele und Maßnahmen sind Beispiele');
  });

  journey('has organisations of every kind', async (stage) => {
    const member = await stage.person('contributor');
    await member.open('/organisationen');
    await member.main.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await member.main.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Verwaltung', 'Migrantenorganisationen', 'Vereine und Initiativen', 'Wohlfahrtsverbände', 'Beiräte', 'Politik', 'Wissenschaft', 'Wirtschaft']);
    await member.page.getByLabel('Organisation suchen').fill('stimmen');
    await member.main.getByText('1 Organisation', { exact: true }).waitFor();
    expect(await member.main.getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('Viele Stimmen e. V. (Beispiel)')]);
  });

  journey('has a process with bodies and dated steps', async (stage) => {
    const member = await stage.person('contributor');
    await member.open('/');
    await openCard(member, 'Beteiligung', 'Fortschreibung des Gesamtkonzepts zur Integration (Beispiel)');
    const steps = await member.main.locator('ol > li').allInnerTexts();
    expect(steps.length).toBeGreaterThan(4);
    expect(steps.find((step) => step.includes('29. Januar 2020'))).toMatch(/Ratsversammlung/);
    const years = steps.map((step) => Number(/\b(?:19|20)\d\d\b/.exec(step)?.[0])).filter(Boolean);
    expect(years).toEqual([...years].sort((a, b) => a - b));
    await member.main.getByText('Migrantenbeirat').first().waitFor();
    await member.main.getByText('Referat für Migration und Integration').first().waitFor();
    await member.main.getByText(/CC BY 4\.0/).first().waitFor();
  });

  journey('has indicators with their observations, and says where there is none', async (stage) => {
    const member = await stage.person('contributor');
    await member.open('/indikatoren');
    await member.isAt('Indikatoren');
    await member.main.getByRole('link').first().waitFor();
    expect(await member.main.getByRole('link').count()).toBeGreaterThan(8);
    await member.main.getByRole('link', { name: /Beschäftigte mit Migrationshintergrund in der Verwaltung/ }).first().click();
    await member.isAt(/Beschäftigte mit Migrationshintergrund in der Verwaltung/);
    await member.main.getByText('Noch keine freiwillige Befragung der Beschäftigten (Beispiel).').waitFor();
  });
});

describe('the concept of Rostock', () => {
  journey('is there for its own people, with its own fields of action', async (stage) => {
    const concept = await conceptOf(stage.application, 'foreign');
    const member = await stage.person('foreign');
    await member.open('/');
    await openCard(member, 'Konzepte', concept.title);
    const sections = await sectionsOn(member);
    expect(sections.filter(({ isField }) => isField).map(({ title }) => title)).toEqual(fieldsOfRostock);
    await member.main.getByText('Gesemann/Freudenberg/Walther 2022, Abschnitt 4.2, CC BY 4.0').waitFor();
    expect(await member.reads()).not.toMatch(/Leipzig|Viele Stimmen|Migrantenbeirat/);
  });
});
