import { readFile } from 'node:fs/promises';
import { describe, expect } from '@jest/globals';
import { editedWord, tracked, withParagraph } from '../e2e/journeys/edited-word.js';
import { p, wordFile } from '../../libs/concept/test/word-file.js';
import { colours, findings, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf, type Concept } from './support/concept.js';
import { downloadBy } from './support/download.js';
import { eventually } from './support/eventually.js';
import type { Person } from './support/person.js';
import { phone, useJourneys } from './support/stage.js';

const journey = useJourneys();
const patience = { timeout: 20_000 };
const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const field = 'Sozialräumliche Integration';

/** The section as a Word file, saved through the page. */
async function saved(person: Person, concept: Concept): Promise<Uint8Array> {
  await person.open(concept.pathOf(field));
  await person.main.getByRole('button', { name: 'Herunterladen' }).click();
  const dialog = person.page.getByRole('dialog', { name: 'Herunterladen' });
  await dialog.locator('.kw-check__label', { hasText: /^Word/ }).click();
  await dialog.getByRole('button', { name: 'Datei erstellen' }).click();
  const link = dialog.getByRole('link', { name: 'Datei speichern' });
  await link.waitFor(patience);
  const download = await downloadBy(link);
  return new Uint8Array(await readFile(await download.path()));
}

async function bring(person: Person, concept: Concept, content: Uint8Array): Promise<void> {
  await person.open(`/konzepte/${concept.uuid}`);
  await person.isAt(concept.title);
  await person.main.getByRole('link', { name: 'Korrekturen aus Word' }).click();
  await person.isAt('Korrekturen aus Word');
  const [chooser] = await Promise.all([person.page.waitForEvent('filechooser'), person.main.getByRole('button', { name: /Word-Datei auswählen/ }).click()]);
  await chooser.setFiles({ name: 'korrigiert.docx', mimeType, buffer: Buffer.from(content) });
}

/** The words of the first paragraph of the text in a file. */
function firstWords(xml: string): string {
  const [, words] = /w:name="kw_[^>]*>(?:<w:r>(?:<w:rPr>.*?<\/w:rPr>)?)<w:t[^>]*>([^<]{12,})<\/w:t>/.exec(xml) ?? [];
  if (words === undefined) throw new Error('no paragraph');
  return words;
}

describe('a colleague\'s corrections in Word', () => {
  journey('are looked at one by one, taken over or left', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await stage.person('office');
    const content = editedWord(await saved(office, concept), (xml) => {
      const words = firstWords(xml);
      return withParagraph(xml, words, (paragraph) => `${paragraph.replace(words, `${tracked(words, 'Ganz neu gesagt. ')}`)}${p('Ein neuer Absatz aus Word.')}${p('Noch einer.')}`);
    });
    await bring(office, concept, content);
    await office.main.getByText('3 Änderungen in „korrigiert.docx“').waitFor(patience);
    await office.main.getByText('2 nachverfolgte Änderungen gelten als angenommen.').waitFor();
    expect(await office.main.locator('ins').count()).toBeGreaterThanOrEqual(3);
    expect(await findings(office.page)).toEqual([]);
    await office.page.emulateMedia({ colorScheme: 'dark' });
    expect(await findings(office.page, colours)).toEqual([]);
    await office.page.emulateMedia({ colorScheme: 'light' });
    const lines = office.main.locator('.kw-corrections__one');
    await lines.filter({ hasText: 'Noch einer.' }).getByRole('button', { name: 'So lassen' }).click();
    await office.main.getByText('Eine Änderung gelassen').waitFor();
    await office.main.getByRole('button', { name: `Alle 2 Änderungen in „${field}“ übernehmen` }).click();
    await office.main.getByText(`2 Änderungen in „${field}“ übernommen`).waitFor(patience);
    await office.main.getByRole('button', { name: 'Wieder zeigen' }).click();
    await lines.filter({ hasText: 'Noch einer.' }).waitFor();
    await eventually(async () => expect(await lines.count()).toBe(1));
    await office.open(concept.pathOf(field));
    await office.page.getByRole('textbox').getByText('Ein neuer Absatz aus Word.').waitFor(patience);
    await office.page.getByRole('textbox').getByText('Ganz neu gesagt.').waitFor();
  });

  journey('are brought by phone, too, and a file that is none of ours is sent to the right place', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const content = editedWord(await saved(await stage.person('office'), concept), (xml) => withParagraph(xml, firstWords(xml), (paragraph) => `${paragraph}${p('Vom Telefon aus gesehen.')}${p('Und gleich noch etwas.')}`));
    const office = await stage.person('office', phone);
    await bring(office, concept, content);
    await office.main.getByText('Vom Telefon aus gesehen.').waitFor(patience);
    expect([...(await findings(office.page)), ...(await sidewaysScrolling(office.page))]).toEqual([]);
    // Also between words in Arabic a German text runs from left to right.
    await office.page.goto(`${office.page.url()}&lang=ar`);
    const added = office.main.locator('.kw-compared__words').filter({ hasText: 'Vom Telefon aus gesehen.' });
    expect(await added.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    await office.page.evaluate(() => localStorage.clear());
    await bring(office, concept, wordFile(p('Ein fremdes Dokument.')));
    await office.main.getByText(/nicht aus diesem Konzept heruntergeladen/).waitFor(patience);
    await office.main.getByRole('link', { name: 'Aus Word übernehmen' }).click();
    await office.isAt('Aus Word übernehmen');
  });
});
