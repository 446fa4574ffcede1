import { describe, expect } from '@jest/globals';
import { findings, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf } from './support/concept.js';
import { Editor } from './support/editor.js';
import { enter, tabTo } from './support/keyboard.js';
import type { Person } from './support/person.js';
import { phone, useJourneys } from './support/stage.js';

const journey = useJourneys();
const field = 'Politische Teilhabe';
const measure = 'Kurs „So funktioniert Stadtpolitik“ (Beispiel)';

/** A choice of the form, by the beginning of its label. */
const choice = (person: Person, label: string) => person.main.locator('label').filter({ hasText: new RegExp(`^${label}`) });

/** The form, filled in and sent. */
async function send(person: Person, kind: string, text: string): Promise<void> {
  await choice(person, kind).click();
  await person.main.getByLabel('Ihre Worte').fill(text);
  await person.main.getByText('Wer sieht das?').waitFor();
  await person.main.getByRole('button', { name: 'Senden' }).click();
  await person.main.getByText('Ihre Rückmeldung ist angekommen').waitFor();
}

/** 200 ways to make a page run something, or show what nobody here wrote. */
function attacks(): string[] {
  const calls = ['window.__hit=1', 'globalThis["__hit"]=1'];
  const carriers = (call: string): string[] => [
    `<script>${call}</script>`, `<img src=x onerror=${call}>`, `<svg onload=${call}>`, `<svg><script>${call}</script></svg>`, `"><script>${call}</script>`, `'><img src=x onerror='${call}'>`,
    `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`, `<a href="javascript:${call}">hier</a>`, `<body onload=${call}>`, `<details open ontoggle=${call}>`, `<video src=x onerror=${call}>`,
    `<math><a xlink:href="javascript:${call}">x</a></math>`, `<style>@import 'javascript:${call}'</style>`, `<input autofocus onfocus=${call}>`, `<select autofocus onfocus=${call}>`, `</textarea><script>${call}</script>`,
    `<object data="javascript:${call}"></object>`, `<embed src="javascript:${call}">`, `{{constructor.constructor('${call}')()}}`, `\${${call}}`,
  ];
  const disguises: ((text: string) => string)[] = [(text) => text, (text) => text.toUpperCase(), (text) => text.replaceAll('<', '&lt;'), (text) => text.replaceAll('<', '\u003c\u200b'), (text) => `<!--${text}-->`];
  return calls.flatMap((call) => carriers(call).flatMap((text) => disguises.map((disguise) => disguise(text))));
}

describe('somebody who takes part', () => {
  journey('says something about a measure by keys alone, from the reading view, and finds it again', async (stage) => {
    const concept = await conceptOf(stage.application, 'contributor');
    const member = await stage.person('reviewer');
    await member.open(`${concept.pathOf(field)}?ansicht=lesen`);
    const region = member.main.getByRole('region', { name: 'Text' });
    await enter(member.page, region.getByRole('link', { name: `Rückmeldung geben zu: ${measure}` }));
    await member.isAt('Rückmeldung geben');
    expect(await member.reads()).toContain(measure);
    await tabTo(member.page, member.main.getByRole('radio', { name: /^Frage/ }));
    await member.page.keyboard.press('Space');
    await tabTo(member.page, member.main.getByLabel('Ihre Worte'));
    await member.page.keyboard.type('Gibt es den Kurs auch abends? Das weiß @');
    await member.main.getByRole('combobox', { name: /^Wen möchten Sie erwähnen/ }).waitFor();
    await member.page.keyboard.type('Referat für Migr');
    await member.page.getByRole('option', { name: /^Referat für Migration und Integration/ }).waitFor();
    await member.page.keyboard.press('ArrowDown');
    await member.page.keyboard.press('Enter');
    await member.main.getByLabel('Ihre Worte').and(member.page.locator(':focus')).waitFor();
    expect(await findings(member.page)).toEqual([]);
    await enter(member.page, member.main.getByRole('button', { name: 'Senden' }));
    await member.main.getByText('Ihre Rückmeldung ist angekommen').waitFor();
    await member.main.getByRole('link', { name: 'Ansehen' }).click();
    await member.isAt('Frage');
    await member.main.getByText('Gibt es den Kurs auch abends?').waitFor();
    await member.main.locator('.kw-mention', { hasText: '@Referat für Migration und Integration' }).waitFor();
    expect(await findings(member.page)).toEqual([]);
    await member.main.getByRole('button', { name: 'Zurücknehmen' }).click();
    await member.page.getByRole('alertdialog').getByRole('button', { name: 'Zurücknehmen' }).click();
    await member.main.getByText('zurückgenommen').waitFor();
  });

  journey('proposes other words for a passage she has marked in the text', async (stage) => {
    const concept = await conceptOf(stage.application, 'contributor');
    const member = await stage.person('contributor');
    const editor = await Editor.open(member, concept, field);
    const block = editor.block('Politische Teilhabe heißt hier');
    await block.first().evaluate((node) => {
      const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode() as Text;
      document.getSelection()?.setBaseAndExtent(text, 0, text, 'Politische Teilhabe'.length);
    });
    await member.main.getByRole('button', { name: 'Rückmeldung zur markierten Stelle' }).click();
    await member.isAt('Rückmeldung geben');
    await member.main.locator('blockquote').getByText('Politische Teilhabe', { exact: true }).waitFor();
    await choice(member, 'Vorschlag').click();
    await member.main.getByLabel('So soll es heißen').fill('Mitbestimmung');
    await member.main.getByRole('button', { name: 'Senden' }).click();
    await member.main.getByRole('link', { name: 'Ansehen' }).click();
    await member.main.locator('blockquote').getByText('Mitbestimmung').waitFor();
    await member.main.getByRole('link', { name: field }).first().click();
    await member.isAt(field);
  });

  journey('loses nothing: a closed page, a text that is far too long, a right that is gone', async (stage) => {
    const concept = await conceptOf(stage.application, 'welfare');
    const member = await stage.person('welfare');
    const address = `/konzepte/${concept.uuid}/rueckmeldung`;
    await member.open(address);
    await member.main.getByLabel('Ihre Worte').fill('Halb fertig');
    await member.open('/konzepte');
    await member.open(address);
    await member.main.getByText('Ihr Entwurf ist noch da').waitFor();
    expect(await member.main.getByLabel('Ihre Worte').inputValue()).toBe('Halb fertig');
    await choice(member, 'Einwand').click();
    const long = 'Wort '.repeat(400_000);
    await member.main.getByLabel('Ihre Worte').fill(long);
    await member.main.getByText('Das sind 2.000.000 Zeichen').waitFor();
    await member.main.getByRole('button', { name: 'Senden' }).click();
    expect((await member.main.getByLabel('Ihre Worte').inputValue()).length).toBe(long.length);

    await member.main.getByLabel('Ihre Worte').fill('Zu spät gesagt');
    const { pool } = stage.application.database;
    await pool.query("UPDATE grants SET valid_to = now() WHERE subject_id IN (SELECT organisation_id FROM memberships m JOIN persons p ON p.id = m.person_id WHERE p.email = $1)", [member.email]);
    await pool.query('UPDATE grants SET valid_to = now() WHERE subject_id IN (SELECT id FROM persons WHERE email = $1)', [member.email]);
    await stage.application.database.pool.query('SELECT pg_sleep(5.1)');
    await member.main.getByRole('button', { name: 'Senden' }).click();
    await member.main.getByText('Ihr Text bleibt als Entwurf auf diesem Gerät').waitFor();
    expect(await member.main.getByLabel('Ihre Worte').inputValue()).toBe('Zu spät gesagt');
    // One sentence says what happened, beside the button.
    expect(await member.main.getByText('Das hat nicht geklappt').count()).toBe(0);
    await member.page.reload();
    await member.main.getByRole('region', { name: 'Das haben Sie geschrieben' }).getByText('Zu spät gesagt').waitFor();
    expect(await findings(member.page)).toEqual([]);
    await pool.query('UPDATE grants SET valid_to = NULL');
  });

  journey('writes Arabic on a phone, and it is read from right to left', async (stage) => {
    const concept = await conceptOf(stage.application, 'contributor');
    const member = await stage.person('contributor', phone);
    await member.open(`/konzepte/${concept.uuid}/rueckmeldung`);
    await member.main.getByRole('button', { name: /Sprache Ihres Textes/ }).tap();
    await member.page.getByRole('option', { name: 'العربية' }).tap();
    const words = member.main.getByLabel('Ihre Worte');
    await words.fill('هذا');
    expect(await words.evaluate((node) => getComputedStyle(node).direction)).toBe('rtl');
    expect(await member.main.getByText('Ihre Worte', { exact: true }).evaluate((node) => [getComputedStyle(node).direction, node.closest('[lang]')?.getAttribute('lang')])).toEqual(['ltr', 'de']);
    await send(member, 'Zustimmung', 'هذا جيد ويجب أن يبقى.');
    await member.main.getByRole('link', { name: 'Ansehen' }).tap();
    const sent = member.main.locator('.kw-words').filter({ hasText: 'هذا جيد' });
    await sent.waitFor();
    expect(await sent.getAttribute('lang')).toBe('ar');
    expect(await sent.evaluate((node) => getComputedStyle(node).textAlign)).toBe('start');
    expect([...(await findings(member.page)), ...(await sidewaysScrolling(member.page))]).toEqual([]);
    await member.open(`/konzepte/${concept.uuid}/rueckmeldungen?lang=ar`);
    await member.main.getByText('هذا جيد ويجب أن يبقى.').first().waitFor();
    expect([...(await findings(member.page)), ...(await sidewaysScrolling(member.page))]).toEqual([]);

    // Somebody is mentioned with an Arabic interface, too.
    await member.open(`/konzepte/${concept.uuid}/rueckmeldung?lang=ar`);
    const area = member.main.locator('textarea').first();
    await area.fill('من يعرف ذلك؟ ');
    await area.press('@');
    await member.main.getByRole('combobox').waitFor();
    await member.page.keyboard.type('Referat für Migr');
    await member.page.getByRole('option', { name: /^Referat für Migration und Integration/ }).waitFor();
    await member.page.keyboard.press('ArrowDown');
    await member.page.keyboard.press('Enter');
    await area.and(member.page.locator(':focus')).waitFor();
    expect(await area.inputValue()).toMatch(/^من يعرف ذلك؟ @Referat für Migration und Integration/);
    expect([...(await findings(member.page)), ...(await sidewaysScrolling(member.page))]).toEqual([]);
  });
});

describe('the office', () => {
  journey('enters what came by letter, and hostile text is nothing but text', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await stage.person('office');
    const texts = attacks();
    expect(texts).toHaveLength(200);
    await office.open(`/konzepte/${concept.uuid}/rueckmeldungen`);
    await office.main.getByRole('link', { name: 'Für andere eintragen' }).click();
    await office.isAt('Für andere eintragen');
    await office.main.getByLabel('Von wem').fill(texts[0] ?? '');
    await choice(office, 'Neue Maßnahme').click();
    await office.main.getByLabel('Titel der Maßnahme').fill(texts[1] ?? '');
    await office.main.getByLabel('Ihre Worte').fill(texts.join('\n'));
    expect(await findings(office.page)).toEqual([]);
    await office.main.getByRole('button', { name: 'Eintragen' }).click();
    await office.main.getByRole('link', { name: 'Ansehen' }).click();
    const words = office.main.locator('.kw-words').first();
    await words.waitFor();
    expect((await words.textContent())?.split('\n')).toEqual(texts);
    expect(await words.evaluate((node) => node.childElementCount)).toBe(0);
    await office.main.getByText(texts[0] ?? '').first().waitFor();
    // The same in what is said to it, as an answer and below it.
    await choice(office, 'gelesen und festgehalten').click();
    await office.main.getByRole('textbox', { name: 'Gründe' }).fill(texts.join('\n'));
    await office.main.getByRole('button', { name: 'Antwort speichern' }).click();
    await office.main.getByRole('button', { name: 'Antwort veröffentlichen' }).click();
    await office.page.getByRole('alertdialog').getByRole('button', { name: 'Antwort veröffentlichen' }).click();
    await office.main.getByLabel('Etwas dazu sagen').fill(texts.join('\n'));
    await office.main.getByRole('button', { name: 'Dazu schreiben' }).click();
    await office.main.locator('.kw-replies .kw-words').waitFor();
    for (const shown of [office.main.locator('.kw-replies .kw-words'), office.main.locator('.kw-words', { hasText: texts[0] ?? '' }).nth(1)]) {
      expect((await shown.textContent())?.split('\n')).toEqual(texts);
      expect(await shown.evaluate((node) => node.childElementCount)).toBe(0);
    }
    expect(await office.page.evaluate(() => '__hit' in globalThis)).toBe(false);
    await office.open(`/konzepte/${concept.uuid}/rueckmeldungen`);
    await office.main.getByText(texts[1] ?? '').first().waitFor();
    expect(await office.page.evaluate(() => '__hit' in globalThis)).toBe(false);
  });

  journey('enters one letter after the other, each about what it is about, and loses none of them when the page is closed', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await stage.person('office');
    const address = `/konzepte/${concept.uuid}/rueckmeldung?fuer=andere`;
    await office.open(address);
    await office.main.getByLabel('Von wem').fill('Frau K. aus der Nordstraße');
    await office.main.getByLabel('Eingegangen am').fill('2026-11-02');
    await office.main.getByRole('combobox', { name: /^Worum geht es/ }).fill(field);
    await office.page.getByRole('option', { name: new RegExp(field) }).first().click();
    await office.open('/konzepte');
    await office.open(address);
    await office.main.getByText('Ihr Entwurf ist noch da').waitFor();
    expect(await office.main.getByLabel('Von wem').inputValue()).toBe('Frau K. aus der Nordstraße');
    await choice(office, 'Frage').click();
    await office.main.getByLabel('Ihre Worte').fill('Wann tagt der Beirat?');
    expect(await findings(office.page)).toEqual([]);
    await office.main.getByRole('button', { name: 'Eintragen' }).click();
    await office.main.getByRole('button', { name: 'Weitere eintragen' }).click();
    expect(await office.main.getByLabel('Von wem').inputValue()).toBe('');
    await office.open(`/konzepte/${concept.uuid}/rueckmeldungen`);
    await office.main.getByRole('button', { name: /Worum es geht/ }).click();
    await office.page.getByRole('option', { name: new RegExp(field) }).click();
    await office.main.getByRole('link', { name: 'Wann tagt der Beirat?' }).click();
    await office.main.getByText('Frau K. aus der Nordstraße', { exact: false }).waitFor();
    expect(await office.reads()).toContain('2. November 2026');
  });
});
