import { describe, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { expectAccessibleInBothLooks, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf, measureCalled, textOf } from './support/concept.js';
import { choose, Editor } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { useFirewall } from './support/firewall.js';
import type { Person } from './support/person.js';
import { phone, useJourneys } from './support/stage.js';

const journey = useJourneys();
const firewall = useFirewall();
const title = 'Politische Teilhabe';
const opening = 'Politische Teilhabe heißt hier';

/** The block in the list that begins with these words. */
const blockOf = ({ main }: Person, words: string): Locator => main.locator('.kw-simple').getByRole('listitem').filter({ hasText: words }).last();
const edit = (person: Person, words: string): Promise<void> => blockOf(person, words).getByRole('button', { name: /^Bearbeiten: / }).first().click();
const step = async (person: Person, words: string, name: string): Promise<void> => {
  await blockOf(person, words).getByRole('button', { name: /^Weitere Schritte: / }).first().click();
  await person.page.getByRole('menuitem', { name, exact: true }).click();
};
const says = async ({ page }: Person, state: string): Promise<void> => eventually(async () => expect((await page.locator('.kw-save-status').innerText()).trim()).toBe(state));
/** As when somebody comes back to the window. */
const lookAgain = ({ page }: Person): Promise<void> => page.evaluate(() => void globalThis.dispatchEvent(new Event('focus')));

describe('behind a firewall that lets no WebSocket through', () => {
  journey('a section is written as plain blocks, and others who write live see each other at once', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const member = await Editor.open(await stage.person('contributor'), concept, title);
    const office = await firewall.person(stage, 'office');
    await office.open(concept.pathOf(title));
    await office.page.getByRole('link', { name: 'Ohne Live-Verbindung weiterarbeiten' }).click();
    await says(office, 'Gespeichert');
    expect(firewall.refused).toBeGreaterThan(2);

    await edit(office, opening);
    const field = office.main.getByRole('textbox', { name: /^Wortlaut: / });
    const before = await field.inputValue();
    await field.fill(`${before} Im Rathaus geschrieben.`);
    await says(office, 'Nicht gespeichert – auf diesem Gerät gesichert');
    await expectAccessibleInBothLooks(office.page);
    await office.main.getByRole('button', { name: 'Speichern', exact: true }).click();
    await member.text.getByText('Im Rathaus geschrieben.').waitFor();
    await says(office, 'Gespeichert');
    expect(await textOf(stage.application, concept, title)).toContain('Im Rathaus geschrieben.');
    // The field is gone; who works with the keyboard goes on where she was.
    await eventually(async () => expect(await blockOf(office, 'Im Rathaus geschrieben.').getByRole('button', { name: /^Bearbeiten: / }).first().evaluate((button) => button === document.activeElement)).toBe(true));

    await member.writeAfter('Der Migrantenbeirat besteht', 'Live geschrieben.');
    await member.isSaved();
    await lookAgain(office);
    await blockOf(office, 'Live geschrieben.').waitFor();
    await expectAccessibleInBothLooks(office.page);

    // The choice holds on this device, for other sections too, and other pages do not wait for a live connection.
    await office.open(concept.pathOf('Bildung und Erziehung'));
    await office.main.getByRole('button', { name: 'Am Ende einfügen' }).waitFor();
    await office.open(`/konzepte/${concept.uuid}/massnahmen`);
    await office.main.getByRole('row').nth(3).waitFor();
    await office.open(`/konzepte/${concept.uuid}`);
    await office.isAt(concept.title);
  });

  journey('what is typed survives a reload, and nothing of others is written over unasked', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const member = await Editor.open(await stage.person('contributor'), concept, title);
    const office = await firewall.person(stage, 'office', phone);
    await office.open(`${concept.pathOf(title)}?ansicht=einfach`);
    await edit(office, opening);
    const field = office.main.getByRole('textbox', { name: /^Wortlaut: / });
    const before = await field.inputValue();
    await field.fill(`Mein Entwurf. ${before}`);
    await office.page.reload();
    await office.main.getByText('Das haben Sie vorhin geschrieben').waitFor();
    expect(await field.inputValue()).toBe(`Mein Entwurf. ${before}`);
    expect(await sidewaysScrolling(office.page)).toEqual([]);

    await member.cursorAtEndOf(member.block(opening));
    await member.type(' Von nebenan.');
    await member.isSaved();
    await office.main.getByRole('button', { name: 'Speichern', exact: true }).click();
    await office.main.getByText('wurde inzwischen geändert').waitFor();
    await office.main.getByText('Von nebenan.').waitFor();
    expect(await textOf(stage.application, concept, title)).not.toContain('Mein Entwurf.');
    await expectAccessibleInBothLooks(office.page);
    await office.main.getByRole('button', { name: 'Meinen Stand speichern' }).click();
    await member.text.getByText('Mein Entwurf.').waitFor();
    await says(office, 'Gespeichert');
  });

  journey('blocks and measures are added, filled, moved, removed and brought back', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await firewall.person(stage, 'office', phone);
    await office.open(`${concept.pathOf(title)}?ansicht=einfach`);
    await step(office, opening, 'Darüber einfügen');
    const form = office.main.getByRole('form', { name: 'Neue Stelle im Text' });
    await choose(form, 'Art', 'Maßnahme');
    await form.getByRole('textbox').fill('Sprechstunde ohne Firewall');
    await form.getByRole('button', { name: 'Einfügen', exact: true }).click();
    const measure = office.main.locator('.kw-simple').getByRole('listitem').filter({ hasText: 'Sprechstunde ohne Firewall' }).first();
    await measure.getByRole('button', { name: 'Angaben bearbeiten' }).click();
    await choose(measure, 'Stand', 'läuft');
    await eventually(async () => expect((await measureCalled(stage.application, concept, 'Sprechstunde ohne Firewall')).status).toBe('RUNNING'));
    await says(office, 'Gespeichert');
    await expectAccessibleInBothLooks(office.page);

    const order = async (): Promise<number> => {
      const html = await textOf(stage.application, concept, title);
      return html.indexOf('Sprechstunde ohne Firewall') - html.indexOf(opening);
    };
    expect(await order()).toBeLessThan(0);
    await step(office, 'Sprechstunde ohne Firewall', 'Nach unten');
    await eventually(async () => expect(await order()).toBeGreaterThan(0));
    await step(office, 'Sprechstunde ohne Firewall', 'Entfernen');
    await office.main.getByText('Entfernt: Maßnahme').waitFor();
    expect(await textOf(stage.application, concept, title)).not.toContain('Sprechstunde ohne Firewall');
    await office.main.getByRole('button', { name: 'Rückgängig machen' }).click();
    await office.main.getByText('Entfernt: Maßnahme').waitFor({ state: 'detached' });
    expect((await measureCalled(stage.application, concept, 'Sprechstunde ohne Firewall')).status).toBe('RUNNING');
    expect(await order()).toBeGreaterThan(0);
  });
});

describe('the simple view', () => {
  journey('is reached by hand and left again, and the way back is remembered', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const editor = await Editor.open(await stage.person('office'), concept, title);
    await editor.person.main.getByRole('link', { name: 'Einfache Ansicht' }).click();
    await editor.person.main.getByRole('button', { name: 'Am Ende einfügen' }).waitFor();
    await editor.page.reload();
    await editor.person.main.getByRole('link', { name: 'Gemeinsam schreiben' }).click();
    await editor.text.waitFor();
    await editor.isSaved();
    await Editor.open(editor.person, concept, 'Bildung und Erziehung');
  });
});
