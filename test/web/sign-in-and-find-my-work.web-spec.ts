import { describe, expect } from '@jest/globals';
import { expectAccessibleInBothLooks } from './support/accessibility.js';
import { conceptOf, measuresOf } from './support/concept.js';
import { useJourneys } from './support/stage.js';

const journey = useJourneys();

/** What only Rostock's content says. */
const ofRostock = /Rostock|Offener Hafen|Ostwind|Warnow|Bürgerschaft|Maren Petersen|Yusuf Demir|Elternlotsen|Sprachcafé/;

describe('signing in', () => {
  for (const account of ['office', 'contributor', 'welfare'] as const) {
    journey(`leads ${account === 'office' ? 'the integration office' : account === 'contributor' ? 'a migrant organisation' : 'a welfare association'} to what waits for them`, async (stage) => {
      const concept = await conceptOf(stage.application, account);
      const person = await stage.visitor(account);
      await person.open('/');
      await person.isAt('Anmelden');
      await person.signIn();
      await person.isAt('Meine Aufgaben');
      const proposals = person.main.locator('section').filter({ has: person.page.getByRole('heading', { name: 'Maßnahmen mit Ihrer Organisation' }) });
      await proposals.getByRole('listitem').first().waitFor();

      const own = (await measuresOf(stage.application, concept, account)).filter(({ lead, partners }) => [lead, ...partners].includes(person.organisation));
      expect(own.length).toBeGreaterThan(3);
      expect((await proposals.getByRole('link').allInnerTexts()).sort()).toEqual(own.map(({ title }) => title).sort());
      await proposals.getByRole('listitem').filter({ hasText: own[0]!.title }).getByText(own[0]!.lead === person.organisation ? 'Federführung' : 'beteiligt').waitFor();

      await person.main.getByRole('heading', { name: /Maßnahmen ohne Federführung/ }).waitFor();
      await person.main.getByRole('link', { name: 'Wohnlotsen begleiten bei der Wohnungssuche (Beispiel)' }).first().waitFor();
      expect(await person.main.getByRole('list', { name: 'Zuletzt geändert' }).getByRole('listitem').count()).toBeGreaterThan(5);
      const seen = await person.reads();
      expect(seen).toContain(person.organisation);
      expect(seen).not.toMatch(ofRostock);
    });
  }

  journey('brings people to the page they wanted to open', async (stage) => {
    const concept = await conceptOf(stage.application, 'contributor');
    const member = await stage.visitor('contributor');
    await member.open(`/konzepte/${concept.uuid}/luecken`);
    await member.isAt('Anmelden');
    await member.signIn();
    await member.isAt('Lücken');
    expect(new URL(member.page.url()).pathname).toBe(`/konzepte/${concept.uuid}/luecken`);
  });

  journey('ends with signing out, and nothing of it stays in the browser', async (stage) => {
    const office = await stage.visitor('office');
    await office.open('/anmelden');
    await office.signIn();
    await office.isAt('Meine Aufgaben');
    await office.page.getByRole('button', { name: new RegExp(`Konto.*${office.name.slice(0, 6)}`) }).click();
    await office.page.getByRole('menuitem', { name: 'Abmelden' }).click();
    await office.isAt('Anmelden');
    expect(await office.context.cookies()).toEqual([]);
    await office.open('/');
    await office.isAt('Anmelden');
  });
});

describe('signing in with something wrong', () => {
  journey('says so beside the field and keeps the address', async (stage) => {
    const member = await stage.visitor('contributor');
    await member.open('/anmelden');
    await member.signIn('falsches-passwort');
    const password = member.page.getByLabel('Passwort', { exact: true });
    const message = 'E-Mail-Adresse oder Passwort stimmen nicht. Bitte prüfen Sie beides.';
    await member.main.getByText(message).first().waitFor();
    expect(await password.getAttribute('aria-invalid')).toBe('true');
    const described = await password.evaluate((field) => (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
    expect(described).toContain(message);
    expect(await member.page.getByLabel('E-Mail-Adresse').inputValue()).toBe(member.email);
    expect(await member.context.cookies()).toEqual([]);
    await expectAccessibleInBothLooks(member.page);
  });
});

describe('what belongs to another municipality', () => {
  journey('occurs nowhere for people of Leipzig, and its addresses look like missing ones', async (stage) => {
    const [leipzig, rostock] = [await conceptOf(stage.application, 'office'), await conceptOf(stage.application, 'foreignOffice')];
    const member = await stage.person('contributor');
    for (const [path, title] of [['/konzepte', 'Konzepte'], ['/organisationen', 'Organisationen'], ['/prozesse', 'Beteiligung'], ['/indikatoren', 'Indikatoren'], [`/konzepte/${leipzig.uuid}/massnahmen`, 'Maßnahmen']] as const) {
      await member.open(path);
      await member.isAt(new RegExp(title));
      await member.main.getByRole('link').or(member.main.getByRole('listitem')).first().waitFor();
      expect({ path, found: ofRostock.exec(await member.reads())?.[0] }).toEqual({ path, found: undefined });
    }
    const unknown = leipzig.uuid.replace(/^.{8}/, '00000000');
    const looks: string[] = [];
    for (const uuid of [rostock.uuid, unknown]) {
      for (const view of ['', '/massnahmen', '/luecken', '/verlauf', `/abschnitte/${rostock.sections[0]!.uuid}`]) {
        await member.open(`/konzepte/${uuid}${view}`);
        await member.isAt('Seite nicht gefunden');
        looks.push(await member.main.innerText());
      }
    }
    expect(new Set(looks).size).toBe(1);
    expect(looks[0]).not.toMatch(ofRostock);
  });
});
