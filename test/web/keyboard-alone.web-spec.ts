import { DEMONSTRATION_PASSWORD } from '@konzeptwerkstatt/demonstration/accounts';
import { describe, expect } from '@jest/globals';
import { conceptOf, measureCalled, textOf } from './support/concept.js';
import { Editor } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { enter, tabTo } from './support/keyboard.js';
import { useJourneys } from './support/stage.js';

const journey = useJourneys();

describe('with the keyboard alone', () => {
  journey('somebody signs in, writes, inserts a measure, says who leads it, and finds it in the table', async (stage) => {
    const section = 'Interkulturelle Orientierung und Öffnung';
    const concept = await conceptOf(stage.application, 'office');
    const member = await stage.visitor('contributor');
    const { page } = member;
    const { keyboard } = page;

    await member.open('/');
    await tabTo(page, page.getByLabel('E-Mail-Adresse'));
    await keyboard.type(member.email);
    await keyboard.press('Tab');
    await keyboard.type(DEMONSTRATION_PASSWORD);
    await keyboard.press('Enter');
    await member.isAt('Meine Aufgaben');

    await enter(page, page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'Konzepte' }), 'Shift+Tab');
    await member.isAt('Konzepte');
    await enter(page, member.main.getByRole('link', { name: new RegExp(concept.title) }));
    await member.isAt(concept.title);
    await enter(page, member.main.getByRole('link', { name: section, exact: true }));
    await member.isAt(section);

    const editor = new Editor(member, section);
    await tabTo(page, editor.text);
    await editor.isSaved();
    await keyboard.type('Zuerst: ');
    await editor.press('End', 'Enter');
    await keyboard.type('Mit der Tastatur geschrieben.');
    await editor.text.getByText('Mit der Tastatur geschrieben.').waitFor();

    await keyboard.press('Shift+Tab');
    const insert = editor.toolbar.getByRole('button', { name: 'Maßnahme', exact: true });
    for (let step = 0; step < 15 && !(await insert.evaluate((node) => node === document.activeElement)); step++) await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await eventually(async () => expect(await editor.text.evaluate((node) => node === document.activeElement)).toBe(true));
    await keyboard.type('Tastaturkurs für alle');
    await keyboard.press('Enter');
    await keyboard.type('Ohne Maus durch das Konzept.');

    const measure = editor.object('Maßnahme', 'Tastaturkurs für alle');
    await enter(page, measure.getByRole('button', { name: 'Angaben bearbeiten' }));
    await enter(page, measure.getByRole('button', { name: /Stand$/ }));
    await page.getByRole('listbox').waitFor();
    await keyboard.type('gep');
    await keyboard.press('Enter');
    await measure.locator('.kw-object__summary').getByText('geplant').waitFor();
    await tabTo(page, measure.getByRole('combobox', { name: 'Federführung' }));
    await keyboard.type('Referat für Mig');
    await page.getByRole('option', { name: 'Referat für Migration und Integration' }).waitFor();
    await editor.press('ArrowDown', 'Enter');
    await measure.locator('.kw-object__summary').getByText('Referat für Migration und Integration').waitFor();
    await editor.isSaved();

    await enter(page, member.main.getByRole('link', { name: concept.title }), 'Shift+Tab');
    await member.isAt(concept.title);
    await enter(page, member.main.getByRole('link', { name: 'Maßnahmen', exact: true }));
    await member.isAt('Maßnahmen');
    const row = member.main.getByRole('row').filter({ has: page.getByRole('link', { name: 'Tastaturkurs für alle' }) });
    await row.getByText('geplant', { exact: true }).waitFor();
    await tabTo(page, page.getByRole('searchbox', { name: 'Suche' }));
    await keyboard.type('Tastaturkurs');
    await member.main.getByText('1 Maßnahme', { exact: true }).waitFor();
    await enter(page, row.getByRole('button', { name: /^Stand ändern/ }));
    await page.getByRole('radiogroup').waitFor();
    await editor.press('ArrowDown', 'Enter');
    await row.getByText('läuft', { exact: true }).waitFor();
    await eventually(async () => expect(await row.getByRole('button', { name: /^Stand ändern/ }).evaluate((node) => node === document.activeElement)).toBe(true));

    expect(await measureCalled(stage.application, concept, 'Tastaturkurs für alle')).toMatchObject({ status: 'RUNNING', lead: 'Referat für Migration und Integration', description: 'Ohne Maus durch das Konzept.' });
    expect(await textOf(stage.application, concept, section)).toMatch(/Zuerst: [\s\S]*Mit der Tastatur geschrieben\./);
  });
});
