import { readFile } from 'node:fs/promises';
import { describe, expect } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { findings } from './support/accessibility.js';
import { conceptOf, measuresOf } from './support/concept.js';
import { downloadBy } from './support/download.js';
import { eventually } from './support/eventually.js';
import type { Person } from './support/person.js';
import { phone, useJourneys } from './support/stage.js';

const journey = useJourneys();
const patience = { timeout: 20_000 };

async function openDownload(person: Person): Promise<Locator> {
  await person.main.getByRole('button', { name: 'Herunterladen' }).click();
  const dialog = person.page.getByRole('dialog', { name: 'Herunterladen' });
  await dialog.waitFor();
  return dialog;
}

/** Has the file made and saves it. @returns its name and bytes */
async function save(dialog: Locator): Promise<{ name: string; bytes: Buffer }> {
  await dialog.getByRole('button', { name: 'Datei erstellen' }).click();
  const link = dialog.getByRole('link', { name: 'Datei speichern' });
  await link.waitFor(patience);
  const download = await downloadBy(link);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe('a concept is taken along', () => {
  journey('whole as PDF and a section as Word, with the options in reach', async (stage) => {
    const concept = await conceptOf(stage.application, 'contributor');
    const member = await stage.person('contributor');
    await member.open(`/konzepte/${concept.uuid}`);
    await member.isAt(concept.title);
    const dialog = await openDownload(member);
    expect(await findings(member.page)).toEqual([]);
    await dialog.getByText('Zeilen nummerieren, zum Beispiel für eine Sitzung').click();
    await dialog.getByText('Offene Rückmeldungen mit ausgeben, als Liste am Ende').click();
    const pdf = await save(dialog);
    expect([pdf.name.endsWith('.pdf'), pdf.bytes.subarray(0, 5).toString()]).toEqual([true, '%PDF-']);
    await dialog.getByRole('button', { name: 'Schließen' }).first().click();

    await member.open(concept.pathOf('Sozialräumliche Integration'));
    const second = await openDownload(member);
    await second.locator('.kw-check__label', { hasText: /^Word/ }).click();
    await second.getByText('Offene Rückmeldungen mit ausgeben, als Kommentare').click();
    const docx = await save(second);
    const parts = unzipSync(new Uint8Array(docx.bytes));
    expect(strFromU8(parts['word/document.xml']!)).toContain('Sozialräumliche Integration');
    expect(strFromU8(parts['word/comments.xml']!)).toContain('w:author="Gast eines Treffens"');
  });

  journey('on a phone, too', async (stage) => {
    const concept = await conceptOf(stage.application, 'contributor');
    const member = await stage.person('contributor', phone);
    await member.open(`/konzepte/${concept.uuid}/massnahmen`);
    await member.isAt('Maßnahmen');
    const dialog = await openDownload(member);
    await dialog.locator('.kw-check__label', { hasText: /^CSV/ }).click();
    expect((await save(dialog)).bytes.toString('utf8')).toContain('Maßnahme');
  });
});

describe('the measure table', () => {
  journey('goes out as Excel file and comes back: the difference is looked at, then taken over', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await stage.person('office');
    await office.open(`/konzepte/${concept.uuid}/massnahmen`);
    await office.isAt('Maßnahmen');
    const { bytes } = await save(await openDownload(office));
    const [first] = await measuresOf(stage.application, concept);
    const title = first?.title ?? '';
    const parts = unzipSync(new Uint8Array(bytes));
    const changed = zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, /sharedStrings|sheet1\.xml$/.test(name) ? strToU8(strFromU8(part).replace(`>${title}<`, '>Neu aus Excel<')) : part])));

    await office.page.keyboard.press('Escape');
    await office.main.getByRole('link', { name: 'Excel-Datei einlesen' }).click();
    await office.isAt('Excel-Datei einlesen');
    const [chooser] = await Promise.all([office.page.waitForEvent('filechooser'), office.main.getByRole('button', { name: 'Datei auswählen' }).click()]);
    await chooser.setFiles({ name: 'tabelle.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(changed) });
    await office.main.getByText('Eine Änderung kann übernommen werden').waitFor(patience);
    await office.main.locator('del', { hasText: title }).waitFor();
    await office.main.locator('ins', { hasText: 'Neu aus Excel' }).waitFor();
    expect(await findings(office.page)).toEqual([]);
    await office.main.getByRole('button', { name: 'Eine Änderung übernehmen' }).click();
    await office.main.getByText('Eine Änderung ist übernommen').waitFor(patience);
    await office.main.getByRole('link', { name: 'Zur Maßnahmentabelle' }).click();
    await office.main.getByRole('link', { name: 'Neu aus Excel', exact: true }).waitFor();
    await eventually(async () => expect((await measuresOf(stage.application, concept)).map((measure) => measure.title)).toContain('Neu aus Excel'));
  });
});
