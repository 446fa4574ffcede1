import { describe, expect } from '@jest/globals';
import { colours, findings, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf, measureCalled, textOf } from './support/concept.js';
import { Editor } from './support/editor.js';
import { AREAS, openWhole, pagesOf } from './support/pages.js';
import { phone, useJourneys } from './support/stage.js';

const journey = useJourneys();

describe('every page', () => {
  for (const area of AREAS) journey(`about ${area} is accessible in German, in light and in dark, and fits the width of a phone`, async (stage) => {
    const office = await stage.person('office');
    const found: string[] = [];
    for (const path of await pagesOf(stage, area)) {
      await openWhole(office, path);
      found.push(...(await findings(office.page)).map((finding) => `${path}: ${finding}`));
      await office.page.emulateMedia({ colorScheme: 'dark' });
      // Only colours differ.
      found.push(...(await findings(office.page, colours)).map((finding) => `${path} in dark: ${finding}`));
      await office.page.emulateMedia({ colorScheme: 'light' });
      await office.page.setViewportSize({ width: 390, height: 844 });
      found.push(...(await sidewaysScrolling(office.page)).map((finding) => `${path} on a phone: ${finding}`));
      await office.page.setViewportSize({ width: 1280, height: 900 });
    }
    expect(found).toEqual([]);
  });

  journey('can be used on a phone: menu, text and table', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const member = await stage.person('contributor', phone);
    await member.open('/');
    await member.page.getByRole('button', { name: 'Menü' }).tap();
    await member.page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'Konzepte' }).tap();
    await member.main.getByRole('link', { name: new RegExp(concept.title) }).tap();
    await member.isAt(concept.title);
    await member.main.getByRole('link', { name: 'Vorwort' }).tap();
    const editor = new Editor(member, 'Vorwort');
    await editor.text.waitFor();
    await editor.isSaved();
    await editor.writeAfter('Es ist nicht das von der Ratsversammlung', 'Von unterwegs.');
    await editor.isSaved();
    expect(await textOf(stage.application, concept, 'Vorwort')).toContain('Von unterwegs.');
    await member.open(`/konzepte/${concept.uuid}/massnahmen`);
    await member.main.getByRole('button', { name: 'Suchen und ordnen' }).tap();
    await member.page.getByRole('searchbox', { name: 'Suche' }).fill('Wohnlotsen');
    await member.main.getByText('1 Maßnahme', { exact: true }).waitFor();
    const card = member.main.getByRole('row').filter({ hasText: 'Wohnlotsen' });
    await card.getByRole('button', { name: /^Stand ändern/ }).tap();
    await member.page.getByRole('radiogroup').getByText('geplant', { exact: true }).tap();
    await member.page.getByRole('button', { name: 'Speichern' }).tap();
    await card.getByText('geplant', { exact: true }).waitFor();
    expect((await measureCalled(stage.application, concept, 'Wohnlotsen begleiten bei der Wohnungssuche (Beispiel)')).status).toBe('PLANNED');
  });

  journey('is accessible with the fields of a measure, a menu and a dialog open', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await stage.person('office');
    const editor = await Editor.open(office, concept, 'Sozialräumliche Integration');
    const found: string[] = [];
    const look = async (state: string): Promise<void> => {
      found.push(...(await findings(office.page)).map((finding) => `${state}: ${finding}`));
      await office.page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await findings(office.page, colours)).map((finding) => `${state} in dark: ${finding}`));
      await office.page.emulateMedia({ colorScheme: 'light' });
    };
    const measure = editor.object('Maßnahme', 'Fest der Nachbarschaften (Beispiel)');
    await editor.openFields(measure);
    await measure.getByRole('combobox', { name: 'Beteiligte' }).waitFor();
    await look('fields');
    await measure.getByRole('button', { name: /Stand$/ }).click();
    await office.page.getByRole('listbox').waitFor();
    await look('list');
    await office.page.keyboard.press('Escape');
    await office.open(`/konzepte/${concept.uuid}/massnahmen`);
    await office.main.getByRole('button', { name: /^Zeitraum ändern/ }).first().click();
    await office.page.getByLabel('Beginn').waitFor();
    await look('cell');
    await office.page.keyboard.press('Escape');
    await office.main.getByRole('button', { name: 'Maßnahme hinzufügen' }).click();
    await office.page.getByRole('dialog').waitFor();
    await look('dialog');
    expect(found).toEqual([]);
  });
});

describe('somebody without an account', () => {
  journey('gets accessible pages of what is public, and is asked to sign in for the rest', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const visitor = await stage.visitor();
    const found: string[] = [];
    for (const path of ['/anmelden', '/konzepte', `/konzepte/${concept.uuid}`, '/quellen', '/ueber', '/indikatoren']) {
      await openWhole(visitor, path);
      found.push(...(await findings(visitor.page)).map((finding) => `${path}: ${finding}`));
      expect(await visitor.reads()).not.toContain(concept.title);
    }
    expect(found).toEqual([]);
    await visitor.open('/organisationen');
    await visitor.isAt('Anmelden');
  });
});
