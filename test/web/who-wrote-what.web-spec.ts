import { describe, expect } from '@jest/globals';
import { pause } from '@konzeptwerkstatt/test-support';
import type { Locator, Page } from 'playwright-core';
import { expectAccessibleInBothLooks } from './support/accessibility.js';
import { conceptOf } from './support/concept.js';
import { Editor } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { enter, tabTo } from './support/keyboard.js';
import { useJourneys, type Stage } from './support/stage.js';

const journey = useJourneys();
const SWITCH = 'Wer hat was geschrieben?';

/** The organisations that wrote the text, each with its button. */
const legend = (editor: Editor): Locator => editor.page.getByRole('list', { name: 'Organisationen, die an diesem Text geschrieben haben' });
const entry = (editor: Editor, organisation: string): Locator => legend(editor).getByRole('button', { name: organisation });

/** From the cursor back to the beginning of the line; the editor takes the selection over a moment after the keys. */
async function selectLine(editor: Editor): Promise<void> {
  await editor.press('Shift+Home');
  await pause(100);
}

async function switchOn(editor: Editor): Promise<void> {
  await editor.page.getByRole('button', { name: SWITCH }).click();
  await legend(editor).waitFor();
}

/** Whose the words are, as the text shows it: name by name in the order of a block. */
async function authorsIn(editor: Editor, words: string): Promise<string[]> {
  return editor.block(words).last().evaluate((block) =>
    [...block.querySelectorAll('.kw-author')].map((part) => `${part.getAttribute('data-author') ?? ''}: ${part.textContent ?? ''}`));
}

/** An organisation's name at its passages. */
const nameOf = (editor: Editor, words: string): Promise<string> => editor.text.locator('.kw-author').filter({ hasText: words }).first().evaluate((part) => part.getAttribute('data-author') ?? '');

/** Holds back what tells the server where pasted words come from. @returns lets it go on */
async function holdOrigins(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => { letGo = resolve; });
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('RecordCopiedText') === true) await held;
    await route.continue();
  });
  return letGo;
}

async function twoIn(stage: Stage, section: string) {
  const concept = await conceptOf(stage.application, 'office');
  const [amt, verein] = [await stage.person('office'), await stage.person('contributor')];
  return { concept, office: await Editor.open(amt, concept, section), member: await Editor.open(verein, concept, section) };
}

describe('who wrote what', () => {
  journey('shows by name and stays right when somebody else splits, makes a list, moves and copies', async (stage) => {
    const { concept, office, member } = await twoIn(stage, 'Politische Teilhabe');
    await office.writeAfter('Politische Teilhabe heißt hier', 'Das Amt schreibt den ersten Satz. Das Amt schreibt den zweiten Satz.');
    await member.text.getByText('den zweiten Satz.').waitFor();
    await member.writeAfter('Das Amt schreibt', 'Der Verein ist auch dabei.');
    await Promise.all([office.isSaved(), member.isSaved()]);
    await switchOn(member);
    await entry(member, office.person.organisation).waitFor();
    await entry(member, member.person.organisation).waitFor();
    await eventually(async () => expect((await authorsIn(member, 'Der Verein ist auch dabei.')).length).toBe(1));
    const [amt, verein] = [await nameOf(member, 'den ersten Satz'), await nameOf(member, 'Der Verein ist auch')];
    for (const [editor, name] of [[office, amt], [member, verein]] as const) expect(await entry(member, editor.person.organisation).innerText()).toContain(name);
    expect(verein).not.toBe(amt);

    // Splits the paragraph of the office and makes a list of its second half.
    await member.cursorAtEndOf(member.block('den zweiten Satz.'));
    for (let step = 0; step < 'Das Amt schreibt den zweiten Satz.'.length; step++) {
      await member.press('ArrowLeft');
      // The editor takes the place of the cursor over a moment after the key; nobody is as fast as a program.
      await pause(20);
    }
    await member.press('Enter');
    await member.tool('Aufzählung');
    await member.text.locator('[data-kind="bulletItem"]').filter({ hasText: 'den zweiten Satz.' }).waitFor();
    await eventually(async () => expect(await authorsIn(member, 'den zweiten Satz.')).toEqual([`${amt}: Das Amt schreibt den zweiten Satz.`]), 10_000);

    // Moves it: cuts the words and puts them in behind her own.
    await member.cursorAtEndOf(member.block('den zweiten Satz.'));
    await selectLine(member);
    await member.press('Control+x');
    await member.newParagraphAfter('Der Verein ist auch dabei.');
    await member.press('Control+v');
    await member.type(' Und weiter.');
    await member.isSaved();
    await eventually(async () => expect(await authorsIn(member, 'den zweiten Satz.')).toEqual([`${amt}: Das Amt schreibt den zweiten Satz.`, `${verein}:  Und weiter.`]), 10_000);

    // Copies it into another section.
    await member.cursorAtEndOf(member.block('den zweiten Satz.'));
    await selectLine(member);
    await member.press('Control+c');
    const other = await Editor.open(member.person, concept, 'Bildung und Erziehung');
    const words = (await other.text.locator('[data-kind="paragraph"]').first().innerText()).slice(0, 30);
    await other.newParagraphAfter(words);
    await other.press('Control+v');
    await other.isSaved();
    await switchOn(other);
    await eventually(async () => expect(await authorsIn(other, 'den zweiten Satz.')).toEqual([`${amt}: Das Amt schreibt den zweiten Satz.`, `${verein}:  Und weiter.`]), 10_000);
  });

  journey('becomes right for everybody in the text when the server hears late where pasted words come from', async (stage) => {
    const { office, member } = await twoIn(stage, 'Vorwort');
    const words = 'Vom Amt zum Mitnehmen.';
    await office.writeAfter('Es ist nicht das von der Ratsversammlung', words);
    await member.text.getByText(words).waitFor();
    await office.isSaved();
    await Promise.all([switchOn(office), switchOn(member)]);
    await eventually(async () => expect((await authorsIn(member, words)).length).toBe(1));
    const right = await authorsIn(member, words);
    const letGo = await holdOrigins(member.page);
    await member.cursorAtEndOf(member.block(words));
    await selectLine(member);
    await member.press('Control+c');
    await member.newParagraphAfter(words);
    await member.press('Control+v');
    await eventually(async () => expect(await member.block(words).count()).toBe(2));
    await member.isSaved();
    // As long as nobody knows better, they count as hers who put them in. By then all have asked.
    await pause(5_000);
    for (const editor of [member, office]) expect(await authorsIn(editor, words)).not.toEqual(right);
    letGo();
    for (const editor of [member, office]) await eventually(async () => expect(await authorsIn(editor, words)).toEqual(right), 10_000);
  });

  journey('says when it cannot be looked up, and is looked up again though nobody writes', async (stage) => {
    const office = await Editor.open(await stage.person('office'), await conceptOf(stage.application, 'office'), 'Begriffe');
    let isAway = true;
    await office.page.route('**/graphql', (route) => {
      const isAsked = route.request().postData()?.includes('SectionAuthorship') === true;
      return isAsked && isAway ? route.fulfill({ json: { data: null, errors: [{ message: 'Nicht da', extensions: { code: 'UNAVAILABLE' } }] } }) : route.continue();
    });
    await office.page.getByRole('button', { name: SWITCH }).click();
    const notice = office.page.getByText('Das lässt sich gerade nicht abfragen. Wir versuchen es weiter.');
    await notice.waitFor();
    isAway = false;
    await legend(office).waitFor({ timeout: 15_000 });
    expect(await notice.count()).toBe(0);
  });

  journey('is read by whoever may only read, with the keyboard alone', async (stage) => {
    const section = 'Sozialräumliche Integration';
    const concept = await conceptOf(stage.application, 'office');
    const office = await Editor.open(await stage.person('office'), concept, section);
    await office.writeAfter('Hier geht es um das Zusammenleben im Stadtteil', 'Vom Amt, zum Mitlesen.');
    await office.isSaved();
    const council = await stage.person('reviewer');
    await council.open(concept.pathOf(section));
    const reading = new Editor(council, section);
    await reading.text.getByText('Vom Amt, zum Mitlesen.').waitFor();
    const toggle = council.page.getByRole('button', { name: SWITCH });
    await tabTo(council.page, toggle);
    await council.page.keyboard.press('Space');
    expect(await toggle.getAttribute('aria-pressed')).toBe('true');
    const button = entry(reading, office.person.organisation);
    await enter(council.page, button);
    await eventually(async () => expect(await button.getAttribute('aria-pressed')).toBe('true'));
    await eventually(async () => expect(await reading.text.locator('.kw-author--marked').filter({ hasText: 'Vom Amt, zum Mitlesen.' }).count()).toBe(1));
    expect(await reading.text.locator('.kw-author').first().evaluate((part) => getComputedStyle(part).textDecorationLine)).toBe('underline');
    expect(await button.evaluate((node) => node === document.activeElement)).toBe(true);
    await tabTo(council.page, toggle, 'Shift+Tab');
    await council.page.keyboard.press('Space');
    await eventually(async () => expect(await reading.text.locator('.kw-author, .kw-author-name').count()).toBe(0));
  });

  journey('shows persons and numbers only once an administrator has switched that on', async (stage) => {
    const { office, member } = await twoIn(stage, 'Begriffe');
    await office.writeAfter('Einrichtungen und Angebote werden so gestaltet', 'Nachzuzählen.');
    await office.isSaved();
    await switchOn(member);
    await entry(member, office.person.organisation).waitFor();
    expect(await legend(member).innerText()).not.toMatch(/Zeichen/);
    expect(await legend(member).innerText()).not.toContain(office.person.name);

    await member.person.open('/konto');
    await member.person.isAt('Konto und Anmeldungen');
    const box = 'Bei „Wer hat was geschrieben?“ auch Personen und Zeichenzahlen zeigen';
    expect(await member.page.getByRole('checkbox', { name: box }).count()).toBe(0);
    await office.person.open('/konto');
    await office.page.getByText(box).click();
    await eventually(async () => expect(await office.page.getByRole('checkbox', { name: box }).isChecked()).toBe(true));

    const concept = await conceptOf(stage.application, 'office');
    const again = await Editor.open(member.person, concept, 'Begriffe');
    await switchOn(again);
    await eventually(async () => expect(await legend(again).innerText()).toContain(`${office.person.name} 13 Zeichen`));
    await office.page.getByText(box).click();
    await eventually(async () => expect(await office.page.getByRole('checkbox', { name: box }).isChecked()).toBe(false));
  });

  journey('is accessible in German and in Arabic, in light and in dark', async (stage) => {
    const { office, member } = await twoIn(stage, 'Vorwort');
    await office.writeAfter('Es ist nicht das von der Ratsversammlung', 'Zur Prüfung vom Amt.');
    await member.text.getByText('Zur Prüfung vom Amt.').waitFor();
    await member.writeAfter('Zur Prüfung vom Amt.', 'Und vom Verein.');
    await Promise.all([office.isSaved(), member.isSaved()]);
    await switchOn(member);
    await entry(member, office.person.organisation).click();
    await eventually(async () => expect(await member.text.locator('.kw-author--marked').count()).toBeGreaterThan(0));
    await expectAccessibleInBothLooks(member.page);
    await member.page.evaluate(() => localStorage.setItem('konzeptwerkstatt.language', 'ar'));
    await member.page.reload();
    await member.text.waitFor();
    expect(await member.page.locator('html').getAttribute('dir')).toBe('rtl');
    await member.page.getByRole('button', { name: 'من كتب ماذا؟' }).click();
    await member.text.locator('.kw-author').first().waitFor();
    await expectAccessibleInBothLooks(member.page);
  });
});
