import { describe, expect } from '@jest/globals';
import { findings } from './support/accessibility.js';
import { eventually } from './support/eventually.js';
import type { Person } from './support/person.js';
import { phone, useJourneys } from './support/stage.js';

const journey = useJourneys();

/** The server's answer to the next search: what was kept of the last one stands there before it, and must not change while it is looked at. */
function answer(person: Person): Promise<unknown> {
  const answered = person.page.waitForResponse((response) => (response.request().postData() ?? '').includes('"operationName":"Search"'), { timeout: 10_000 });
  answered.catch(() => undefined);
  return answered;
}

/** Opens the search and types until what stood there before the search existed can be found. */
async function searchFor(person: Person, words: string, result: RegExp): Promise<void> {
  const field = person.page.getByRole('searchbox');
  await eventually(async () => {
    // Left empty for long enough that the same words are asked for anew.
    await field.fill('');
    await person.page.getByText('Tippen Sie ein oder mehrere Wörter.').waitFor();
    await person.page.waitForTimeout(300);
    const answered = answer(person);
    await field.fill(words);
    await answered;
    await person.page.getByRole('option').filter({ hasText: result }).first().waitFor({ timeout: 2_000 });
  }, 30_000);
}

/** Goes down the results until one is chosen that says so. */
async function chooseByArrows({ page }: Person, result: RegExp): Promise<void> {
  await eventually(async () => {
    await page.keyboard.press('ArrowDown');
    const chosen = await page.getByRole('searchbox').getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${chosen}"]`).innerText({ timeout: 1_000 })).toMatch(result);
  });
}

describe('finding by searching', () => {
  journey('somebody opens the search by shortcut, mistypes, and goes to the very place with the keyboard', async (stage) => {
    const member = await stage.person('contributor');
    const { page } = member;
    await member.open('/');
    await page.getByRole('button', { name: 'Suchen' }).waitFor();
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Suchen' });
    await dialog.getByText('Tippen Sie ein oder mehrere Wörter.').waitFor();
    await searchFor(member, 'Migrationshintergrnud', /Abschnitt/);
    expect(await findings(page)).toEqual([]);
    await chooseByArrows(member, /Abschnitt/);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForURL(/\/abschnitte\/[0-9a-f-]+\?block=[0-9a-f-]+$/);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  journey('on a phone, by kind, and told when there is nothing', async (stage) => {
    const member = await stage.person('welfare', phone);
    const { page } = member;
    await member.open('/');
    await page.getByRole('button', { name: 'Suchen' }).click();
    await searchFor(member, 'Teilhabe', /Abschnitt/);
    await page.getByRole('radio', { name: 'Maßnahmen' }).click();
    await eventually(async () => expect(await page.getByRole('option').filter({ hasText: /Abschnitt ·/ }).count()).toBe(0));
    await page.getByRole('searchbox').fill('Raumfahrtbehörde');
    await page.getByText('Nichts gefunden').waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    // The first one empties the field.
    await page.keyboard.press('Escape');
    await page.getByText('Tippen Sie ein oder mehrere Wörter.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
