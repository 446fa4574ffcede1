import { readFile } from 'node:fs/promises';
import { describe, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { findings, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf } from './support/concept.js';
import { downloadBy } from './support/download.js';
import { Editor } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { phone, useJourneys } from './support/stage.js';
import type { Person } from './support/person.js';

const journey = useJourneys();
const NAME = 'Menschen in Sprachcafés';

async function choose(person: Person, within: Locator, field: RegExp, option: string): Promise<void> {
  await within.getByRole('button', { name: field }).click();
  await person.page.getByRole('option', { name: option, exact: true }).click();
}

/** Records a value by the dialog; with a part of the people where one is named. */
async function record(person: Person, period: string, value: string, district: string | null = null): Promise<void> {
  const dialog = person.page.getByRole('dialog');
  await person.main.getByRole('button', { name: 'Wert eintragen' }).click();
  await dialog.getByLabel('Zeitraum oder Stichtag').fill(period);
  if (district !== null) {
    await dialog.getByRole('button', { name: 'Nur für einen Teil, zum Beispiel einen Stadtteil' }).click();
    await dialog.getByLabel('Welcher Teil?').fill(district);
  }
  await dialog.getByLabel('Wert in Personen').fill(value);
  await dialog.getByRole('button', { name: 'Eintragen', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('an indicator is followed over the years', () => {
  journey('defined, recorded, corrected, broken down, counted otherwise, and taken along', async (stage) => {
    const office = await stage.person('office');
    const { page, main } = office;
    const dialog = page.getByRole('dialog');
    await office.open('/indikatoren');
    await main.getByRole('button', { name: 'Indikator anlegen' }).click();
    await dialog.getByRole('button', { name: 'Anlegen', exact: true }).click();
    await dialog.getByText('Bitte einen Namen eingeben.').waitFor();
    await dialog.getByLabel('Name', { exact: true }).fill(NAME);
    await choose(office, dialog, /Einheit/, 'Personen');
    await dialog.getByLabel(/^Quelle/).fill('Freiwilligenagentur');
    await dialog.getByText('Mehr', { exact: true }).click();
    await choose(office, dialog, /Richtung/, 'soll steigen');
    for (const [label, value] of [['Ausgangswert', '100'], ['Jahr des Ausgangswerts', '2020'], ['Zielwert', '50'], ['Zieljahr', '2030']] as const) await dialog.getByLabel(new RegExp(`^${label}`)).fill(value);
    await dialog.getByLabel(/^Wer gehört zum Personenkreis/).fill('Migrationshintergrund');
    await dialog.getByRole('button', { name: 'Anlegen', exact: true }).click();
    await dialog.getByText('Der Zielwert liegt in der anderen Richtung als gewünscht.').waitFor();
    expect(await findings(page)).toEqual([]);
    await dialog.getByLabel(/^Zielwert/).fill('300');
    await dialog.getByRole('button', { name: 'Anlegen', exact: true }).click();
    await office.isAt(NAME);

    await record(office, '2020', '100');
    await record(office, '2023', '155');
    await main.getByRole('button', { name: /^Berichtigen/ }).first().waitFor();
    await main.getByText('dazwischen kein Wert', { exact: true }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('button:visible, a[download]:visible').allInnerTexts()).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
    // The chart is made anew for the sheet, so that its words are not shrunk with it.
    const chartWidth = async (): Promise<number> => Number(await main.locator('.kw-series__drawing svg').getAttribute('width'));
    const onScreen = await chartWidth();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect([onScreen > 900, await chartWidth()]).toEqual([true, 680]);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await main.locator(`.kw-series__drawing svg[width="${onScreen}"]`).waitFor();
    await main.getByText('Auf dem geraden Weg zum Ziel wären es 2023 160 Personen gewesen; der Wert ist noch nicht so weit.').waitFor();
    await main.getByRole('button', { name: 'Wert eintragen' }).click();
    await dialog.getByLabel('Zeitraum oder Stichtag').fill('2023');
    await dialog.getByLabel('Wert in Personen').fill('viele');
    await dialog.getByLabel(/Wann wurde der Wert dort abgerufen/).fill('31.2.2024');
    await dialog.getByRole('button', { name: 'Eintragen', exact: true }).click();
    await dialog.getByText(/Bitte eine Zahl eingeben/).waitFor();
    await dialog.getByText(/Diesen Tag gibt es nicht/).waitFor();
    await dialog.getByLabel('Wert in Personen').fill('160');
    await dialog.getByLabel(/Wann wurde der Wert dort abgerufen/).fill('');
    await dialog.getByRole('button', { name: 'Eintragen', exact: true }).click();
    await dialog.getByText(/Für diesen Zeitraum und diesen Personenkreis gibt es schon einen Wert/).waitFor();
    await dialog.getByLabel('Zeitraum oder Stichtag').fill('2099');
    await dialog.getByRole('button', { name: 'Eintragen', exact: true }).click();
    await dialog.getByText(/Dieser Zeitraum ist noch nicht zu Ende/).waitFor();
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();

    const row = (period: string, part: string) => main.getByRole('row').filter({ has: page.getByRole('rowheader', { name: period, exact: true }) }).filter({ hasText: part });
    await row('2023', 'alle').getByRole('button', { name: /^Berichtigen/ }).click();
    await dialog.getByLabel('Wert in Personen').fill('160');
    await dialog.getByRole('button', { name: 'Eintragen', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await row('2023', 'alle').getByText('Frühere Werte').click();
    await row('2023', 'alle').getByText(/155.Personen, endgültig, eingetragen am/).waitFor();
    await main.getByText(/der Wert liegt dort oder schon weiter/).waitFor();

    await record(office, '2023', '90', 'Mitte');
    await record(office, '2023', '67', 'Süd');
    await record(office, '2023', '3', 'Nord');
    await row('2023', 'Nord').getByText('nicht gezeigt').waitFor();
    await row('2023', 'Süd').getByText('nicht gezeigt').waitFor();
    await row('2023', 'Mitte').getByText(/90.Personen/).waitFor();
    await choose(office, main, /Ansicht/, 'Stadtteil');
    await main.getByText(/Ein Kreuz steht, wo ein Wert nicht gezeigt wird/).waitFor();
    // Whoever has only the picture knows which line is which, too.
    const parts = await readFile(await (await downloadBy(main.getByRole('button', { name: 'Bild (SVG)' }))).path(), 'utf8');
    expect([...parts.matchAll(/<svg[^>]*width="36"[^]*?<\/svg><text[^>]*>([^<]*)/g)].map(([, words]) => words)).toEqual(await main.locator('figure.kw-series figcaption li').allInnerTexts());
    expect(parts).toContain('Ein Kreuz steht, wo ein Wert nicht gezeigt wird');
    await choose(office, main, /Ansicht/, 'insgesamt');

    await main.getByRole('button', { name: 'Bearbeiten' }).click();
    await dialog.getByText('Mehr', { exact: true }).click();
    await dialog.getByLabel(/^Wer gehört zum Personenkreis/).fill('Einwanderungsgeschichte');
    await dialog.getByLabel(/^Lizenz der Daten/).fill('dl-de/by-2-0');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog.waitFor({ state: 'detached' });
    await main.getByText('Ausgangswert und Ziel gehören zu einer früheren Zählweise.').waitFor();
    await record(office, '2024', '120');
    await main.getByText('Zwischendurch wurde die Zählweise geändert: Werte davor und danach lassen sich nicht vergleichen.').waitFor();
    await main.getByText('andere Zählweise', { exact: true }).waitFor();
    expect(await findings(page)).toEqual([]);

    const picture = await downloadBy(main.getByRole('button', { name: 'Bild (SVG)' }));
    const svg = await readFile(await picture.path(), 'utf8');
    expect(svg).toMatch(/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain(NAME);
    expect(svg).not.toMatch(/oklab|var\(/);
    const photo = await downloadBy(main.getByRole('button', { name: 'Bild (PNG)' }));
    expect((await readFile(await photo.path())).subarray(1, 4).toString()).toBe('PNG');
    const table = await downloadBy(main.getByRole('link', { name: 'CSV, ein Wert je Zeile' }));
    expect(await readFile(await table.path(), 'utf8')).toMatch(/Stadtteil: Nord;;Personen/);

    await main.getByRole('button', { name: 'Für alle freigeben' }).click();
    const asking = page.getByRole('alertdialog');
    await asking.getByText(/Alle können dann ohne Anmeldung lesen/).waitFor();
    expect(await findings(page)).toEqual([]);
    await asking.getByRole('button', { name: 'Für alle freigeben' }).click();
    const address = (await main.getByRole('link', { name: /\/k\/.*\/indikatoren\/menschen_in_sprachcafes/ }).getAttribute('href')) ?? '';
    const anybody = await stage.visitor(null, { javaScriptEnabled: false });
    await anybody.open(address);
    await anybody.isAt(NAME);
    await anybody.main.getByText(/^Zuletzt: 120.Personen \(2024\)\./).waitFor();
    expect(await anybody.main.getByRole('row').filter({ hasText: 'Nord' }).innerText()).toContain('nicht gezeigt, damit niemand erkennbar ist');
    for (const language of ['de', 'ar']) {
      await office.open(`${address}?lang=${language}`);
      expect([language, await findings(page)]).toEqual([language, []]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect([language, await sidewaysScrolling(page)]).toEqual([language, []]);
      await page.setViewportSize({ width: 1280, height: 900 });
    }
  });

  journey('stands in the text with its value of today, and is taken out again', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await stage.person('office');
    const editor = await Editor.open(office, concept, 'Vorwort');
    await editor.text.getByText('Es ist nicht das von der Ratsversammlung').click();
    await editor.toolbar.getByRole('button', { name: 'Indikator einfügen' }).click();
    const dialog = office.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Indikator einfügen' }).click();
    await dialog.getByText('Bitte wählen Sie aus den Indikatoren.').waitFor();
    await dialog.getByRole('combobox', { name: 'Indikator' }).fill('Beratene Menschen');
    await office.page.getByRole('option', { name: /^Beratene Menschen/ }).click();
    await dialog.getByRole('button', { name: 'Indikator einfügen' }).click();
    await dialog.waitFor({ state: 'detached' });
    const shown = editor.text.getByRole('group', { name: 'Indikator' });
    await shown.getByText(/705.Personen \(2025\)/).waitFor();
    await shown.getByText('hinter dem Weg zum Ziel').waitFor();
    expect(await findings(office.page)).toEqual([]);
    await editor.isSaved();
    await office.open(`${concept.pathOf('Vorwort')}?ansicht=lesen`);
    await office.main.getByText(/Beratene Menschen je Jahr \(Beispiel\): zuletzt 705.Personen \(2025\)/).waitFor();
    await Editor.open(office, concept, 'Vorwort');
    await shown.getByRole('button', { name: 'Indikator aus dem Text nehmen' }).click();
    await shown.waitFor({ state: 'detached' });
    await editor.isSaved();
  });

  journey('comes from the starter set by choice, and is removed when nobody needs it; otherwise the program says what does', async (stage) => {
    const office = await stage.person('office');
    const { page, main } = office;
    const [dialog, asking, name] = [page.getByRole('dialog'), page.getByRole('alertdialog'), 'Rechtzeitige Rückmeldungen zu Maßnahmen'];
    const tick = (label: string) => dialog.locator('label').filter({ hasText: label }).click();
    await office.open('/indikatoren');
    await main.getByRole('button', { name: /^Startauswahl übernehmen/ }).click();
    await tick('Alle auswählen');
    expect(await dialog.getByRole('button', { name: 'Nichts ausgewählt' }).isDisabled()).toBe(true);
    await tick(name);
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Übernehmen (1)' }).click();
    await dialog.waitFor({ state: 'detached' });
    await main.getByRole('link', { name }).click();
    await office.isAt(name);
    await main.getByRole('link', { name: 'Indikatoren', exact: true }).click();
    await main.getByRole('link', { name }).click();
    await office.isAt(name);
    await main.getByRole('button', { name: 'Indikator entfernen' }).click();
    await asking.getByText(`„${name}“ wird mit der Definition entfernt. Das lässt sich nicht rückgängig machen.`).waitFor();
    expect(await findings(page)).toEqual([]);
    await asking.getByRole('button', { name: 'Indikator entfernen' }).click();
    await office.isAt('Indikatoren');
    await page.getByText(`„${name}“ ist entfernt.`).waitFor();
    await main.getByRole('link', { name: /^Beratene Menschen/ }).waitFor();
    expect(await main.getByRole('link', { name }).count()).toBe(0);
    // Whoever comes back to its address reads that it is gone.
    await page.goBack();
    await page.goBack();
    await main.getByText(/Vielleicht wurde es entfernt\.$/).waitFor();
    expect(await findings(page)).toEqual([]);
    await main.getByRole('link', { name: 'Zu den Indikatoren' }).click();
    await office.isAt('Indikatoren');

    await main.getByRole('link', { name: /^Beratene Menschen/ }).click();
    await office.isAt(/Beratene Menschen/);
    await page.setViewportSize({ width: 390, height: 844 });
    await main.getByRole('button', { name: 'Indikator entfernen' }).click();
    await asking.getByText(/^Dazu wurden schon Werte eingetragen/).waitFor();
    await asking.getByRole('listitem').filter({ hasText: 'Ziele oder Maßnahmen werden damit beobachtet.' }).getByRole('link').first().waitFor();
    expect(await asking.getByRole('button', { name: 'Indikator entfernen' }).count()).toBe(0);
    expect([await findings(page), await sidewaysScrolling(page)]).toEqual([[], []]);
    await asking.getByRole('button', { name: 'Schließen' }).last().click();
    await asking.waitFor({ state: 'detached' });
  });

  journey('on a phone by a member, who sees what is overdue and may change nothing', async (stage) => {
    const member = await stage.person('contributor', phone);
    await member.open('/indikatoren');
    await member.main.getByRole('link', { name: /^Beratene Menschen/ }).click();
    await member.isAt(/Beratene Menschen/);
    await eventually(async () => expect(await member.main.getByRole('img', { name: /Zuletzt: 705.Personen/ }).count()).toBe(1));
    expect(await member.main.getByRole('button', { name: /Wert eintragen|Bearbeiten|Berichtigen|Indikator entfernen/ }).count()).toBe(0);
    expect(await sidewaysScrolling(member.page)).toEqual([]);
  });
});
