import { describe, expect } from '@jest/globals';
import { PhotonImage } from '@silvia-odwyer/photon-node';
import type { Locator } from 'playwright-core';
import { expectAccessibleInBothLooks, findings, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf, textOf } from './support/concept.js';
import { Editor } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { phone, useJourneys } from './support/stage.js';
import { lostConnection } from './support/watch.js';

const journey = useJourneys();
const SECTION = 'Sozialräumliche Integration';
const FIRST = 'Hier geht es um das Zusammenleben im Stadtteil';
const WORDS = 'Zwei Flächen, eine rot und eine blau';

/** A picture as somebody has it on her device: the left half red, the right half blue. */
function picture(width: number, height: number): Buffer {
  const pixels = new Uint8Array(width * height * 4);
  for (let index = 0; index < width * height; index += 1) pixels.set(index % width < width / 2 ? [170, 40, 40, 255] : [40, 60, 170, 255], index * 4);
  return Buffer.from(new PhotonImage(pixels, width, height).get_bytes());
}

/** Whether the browser has really got the picture. */
const isShown = (image: Locator): Promise<boolean> => image.evaluate((node) => (node as HTMLImageElement).naturalWidth > 0);

async function choosePicture({ page, toolbar }: Editor, name = 'auftakt.png'): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), toolbar.getByRole('button', { name: 'Bild einfügen' }).click()]);
  await chooser.setFiles({ name, mimeType: 'image/png', buffer: picture(320, 160) });
}

describe('a picture in the text', () => {
  journey('is brought and described by one, seen by another at once, found where it lacks words, and read by everybody', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const [amt, verein] = [await stage.person('office'), await stage.person('contributor')];
    const [writer, member] = [await Editor.open(amt, concept, SECTION), await Editor.open(verein, concept, SECTION)];

    await writer.cursorAtEndOf(writer.block(FIRST).last());
    await choosePicture(writer);
    const dialog = amt.page.getByRole('dialog', { name: 'Bild einfügen' });
    await dialog.getByLabel('Was ist auf dem Bild zu sehen?').waitFor();
    await expectAccessibleInBothLooks(amt.page);
    await dialog.getByLabel('Bildunterschrift').fill('Auftakt im Rathaus');
    await dialog.getByRole('button', { name: 'Bild einfügen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await writer.isSaved();

    const theirs = member.text.locator('figure').filter({ hasText: 'Auftakt im Rathaus' });
    await eventually(async () => expect(await isShown(theirs.locator('img'))).toBe(true));
    await theirs.getByText('Ohne Beschreibung').waitFor();

    // It is told among what is still missing, until somebody says what is to be seen.
    await amt.open(`/konzepte/${concept.uuid}/luecken`);
    await eventually(async () => {
      await amt.page.reload();
      await amt.main.getByRole('heading', { name: /^Bilder ohne Beschreibung/ }).waitFor({ timeout: 2_000 });
    }, 10_000);
    await amt.main.getByRole('link', { name: 'Auftakt im Rathaus' }).waitFor();

    await theirs.getByRole('button', { name: 'Bild beschreiben' }).click();
    const describing = verein.page.getByRole('dialog', { name: 'Bild beschreiben' });
    await describing.getByLabel('Was ist auf dem Bild zu sehen?').fill(WORDS);
    await describing.getByRole('button', { name: 'Übernehmen' }).click();
    await describing.waitFor({ state: 'detached' });
    await member.text.getByRole('img', { name: WORDS }).waitFor();
    await member.isSaved();
    await expectAccessibleInBothLooks(verein.page);

    await eventually(async () => expect(await textOf(stage.application, concept, SECTION)).toMatch(new RegExp(`<figure><img src="/files/[0-9a-f-]+" alt="${WORDS}" loading="lazy"><figcaption>Auftakt im Rathaus</figcaption></figure>`)));
    const reader = await stage.person('reviewer', phone);
    await reader.open(concept.pathOf(SECTION));
    const read = reader.main.getByRole('img', { name: WORDS });
    await read.scrollIntoViewIfNeeded();
    await eventually(async () => expect(await isShown(read)).toBe(true));
    expect(await sidewaysScrolling(reader.page)).toEqual([]);
    expect(await findings(reader.page)).toEqual([]);
  });

  journey('is taken out and brought back with the keyboard alone', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const writer = await Editor.open(await stage.person('office'), concept, SECTION);
    await writer.newParagraphAfter(FIRST);
    await writer.type('Vor dem Bild.');
    await choosePicture(writer);
    const dialog = writer.page.getByRole('dialog', { name: 'Bild einfügen' });
    await dialog.getByText('Das Bild ist nur Schmuck').click();
    await dialog.getByRole('button', { name: 'Bild einfügen' }).click();
    await dialog.waitFor({ state: 'detached' });
    const figures = writer.text.locator('figure').filter({ hasText: 'Nur Schmuck' });
    await figures.waitFor();

    await eventually(async () => expect(await writer.text.evaluate((node) => node.contains(document.activeElement))).toBe(true));
    await writer.press('ArrowUp');
    await eventually(async () => expect(await figures.evaluate((node) => node.classList.contains('ProseMirror-selectednode') || node.closest('.ProseMirror-selectednode') !== null)).toBe(true));
    await writer.press('Delete');
    await figures.waitFor({ state: 'detached' });
    await writer.press('Control+z');
    await figures.waitFor();
    await writer.isSaved();
  });

  journey('waits for the connection, and goes in when it is there', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const amt = await stage.person('office');
    const writer = await Editor.open(amt, concept, SECTION);
    await writer.cursorAtEndOf(writer.block(FIRST).last());
    amt.watch.tolerate(...lostConnection);
    await amt.context.setOffline(true);
    await choosePicture(writer);
    const dialog = amt.page.getByRole('dialog', { name: 'Bild einfügen' });
    await dialog.getByText('Keine Verbindung').waitFor();
    await dialog.getByLabel('Was ist auf dem Bild zu sehen?').fill('Nachgereicht');
    await dialog.getByRole('button', { name: 'Bild einfügen' }).click();
    await amt.context.setOffline(false);
    await dialog.waitFor({ state: 'detached' });
    await writer.text.getByRole('img', { name: 'Nachgereicht' }).waitFor();
  });
});
