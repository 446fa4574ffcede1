import { readFile } from 'node:fs/promises';
import { describe, expect } from '@jest/globals';
import type { WebSocketRoute } from 'playwright-core';
import { expectAccessibleInBothLooks } from './support/accessibility.js';
import { conceptOf, textOf, type Concept } from './support/concept.js';
import { downloadBy } from './support/download.js';
import { Editor } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { useNetwork } from './support/network.js';
import type { Person } from './support/person.js';
import { useJourneys, type Stage } from './support/stage.js';
import { Typist } from './support/typist.js';

const journey = useJourneys();
const network = useNetwork();

const offline = 'Offline – auf diesem Gerät gesichert';
const unkept = 'Offline – auf diesem Gerät nicht gesichert';

const paragraph = async (editor: Editor): Promise<string> => (await editor.text.locator('[data-kind="paragraph"]').first().innerText()).slice(0, 30);
const isStored = (stage: Stage, concept: Concept, section: string, ...typists: Typist[]) =>
  eventually(async () => { for (const typist of typists) typist.isWholeIn(await textOf(stage.application, concept, section)); });
const copiesOf = ({ page }: Person): Promise<number> => page.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name?.startsWith('konzeptwerkstatt/')).length);

/** Keeps the only copy on this device from being opened, as a slow or busy device does, until the returned function is called. */
async function holdCopy({ page }: Person): Promise<() => Promise<void>> {
  await page.evaluate(async () => {
    const name = (await indexedDB.databases()).find((database) => database.name?.startsWith('konzeptwerkstatt/'))?.name ?? '';
    const request = indexedDB.open(name, 2);
    const holding = new Promise<void>((resolve) => {
      request.onupgradeneeded = () => {
        const store = request.transaction?.objectStore('custom');
        // A transaction lives as long as it is asked for something.
        const ask = (): void => { if (store && !('isReleased' in globalThis)) store.get('nothing').onsuccess = ask; };
        ask();
        resolve();
      };
    });
    request.onsuccess = () => request.result.close();
    await holding;
  });
  return () => page.evaluate(() => void Object.assign(globalThis, { isReleased: true }));
}

/** Answers every question of the browser whether to leave a page with yes. @returns how many there were */
function leavesAnyway({ page }: Person): () => number {
  let asked = 0;
  page.on('dialog', (dialog) => {
    if (dialog.type() === 'beforeunload') asked += 1;
    void dialog.accept();
  });
  return () => asked;
}

describe('what is typed without a connection', () => {
  journey('survives a reload that also has none, is not called saved, and arrives later', async (stage) => {
    const section = 'Vorwort';
    const concept = await conceptOf(stage.application, 'office');
    const editor = await Editor.open(await network.person(stage, 'office'), concept, section);
    const asked = leavesAnyway(editor.person);
    network.line.cut('/collab/');
    await editor.newParagraphAfter(await paragraph(editor));
    const typist = new Typist(editor, 'r');
    await typist.type(4);
    await eventually(async () => expect(await editor.saveState()).toBe(offline));
    await editor.page.reload();
    expect(asked()).toBe(1);
    await editor.text.getByText('rx004').waitFor();
    expect(await editor.saveState()).toBe(offline);
    typist.isWholeIn(await editor.words());
    const states = await editor.recordSaveStates();
    await editor.page.reload();
    expect(asked()).toBe(2);
    await editor.text.getByText('rx004').waitFor();
    network.line.restore();
    await editor.isSaved(10_000);
    expect(await states().catch(() => [])).not.toContain('Gespeichert');
    await isStored(stage, concept, section, typist);
    await editor.page.reload();
    expect(asked()).toBe(2);
    await editor.isSaved();
    typist.isWholeIn(await editor.words());
  });

  journey('is not lost or doubled when two windows of one person wrote it, and both are loaded anew', async (stage) => {
    const section = 'Begriffe';
    const concept = await conceptOf(stage.application, 'office');
    const one = await Editor.open(await network.person(stage, 'office'), concept, section);
    const other = await Editor.open(await stage.window(one.person, 'office'), concept, section);
    other.person.watch.tolerate(/./);
    for (const { person } of [one, other]) leavesAnyway(person);
    network.line.cut('/collab/');
    const typists = [new Typist(one, 'e'), new Typist(other, 'z')] as const;
    for (const [index, editor] of [one, other].entries()) {
      await editor.page.bringToFront();
      await editor.newParagraphAfter(await paragraph(editor));
      await typists[index]?.type(3);
    }
    await one.page.bringToFront();
    await Promise.all([one, other].map(({ page }) => page.reload()));
    for (const { text } of [one, other]) for (const word of ['ex003', 'zx003']) await text.getByText(word).waitFor();
    network.line.restore();
    for (const editor of [one, other]) await editor.isSaved(10_000);
    await isStored(stage, concept, section, ...typists);
    for (const editor of [one, other]) for (const typist of typists) typist.isWholeIn(await editor.words());
  });

  journey('comes later when the device is slow to hand it out: the text does not wait for it', async (stage) => {
    const section = 'Gesundheitsversorgung und Gesundheitsförderung';
    const concept = await conceptOf(stage.application, 'office');
    const editor = await Editor.open(await network.person(stage, 'office'), concept, section);
    leavesAnyway(editor.person);
    network.line.cut('/collab/');
    await editor.newParagraphAfter(await paragraph(editor));
    const typist = new Typist(editor, 'd');
    await typist.type(3);
    await eventually(async () => expect(await editor.saveState()).toBe(offline));
    const elsewhere = await stage.window(editor.person, 'office');
    await elsewhere.open('/ueber');
    await editor.person.open('/ueber');
    const release = await holdCopy(elsewhere);
    network.line.restore();
    await editor.person.open(concept.pathOf(section));
    await editor.isSaved(15_000);
    expect(await editor.text.innerText()).not.toContain('dx003');
    await release();
    await editor.text.getByText('dx003').waitFor();
    await isStored(stage, concept, section, typist);
    await editor.isSaved();
    typist.isWholeIn(await editor.words());
  });

  journey('is not called kept when the browser keeps nothing; the words can be taken along as a file', async (stage) => {
    const section = 'Politische Teilhabe';
    const concept = await conceptOf(stage.application, 'office');
    const person = await network.person(stage, 'office');
    await person.page.addInitScript(() => {
      IDBObjectStore.prototype.add = () => { throw new DOMException('no room', 'QuotaExceededError'); };
    });
    const editor = await Editor.open(person, concept, section);
    const asked = leavesAnyway(person);
    network.line.cut('/collab/');
    await editor.newParagraphAfter(await paragraph(editor));
    const typist = new Typist(editor, 'q');
    await typist.type(3);
    await eventually(async () => expect(await editor.saveState()).toBe(unkept));
    expect(await person.reads()).toContain('steht nur in diesem Fenster');
    const download = await downloadBy(editor.page.getByRole('button', { name: 'Text herunterladen' }));
    expect(download.suggestedFilename()).toBe(`${section}.txt`);
    const file = await readFile(await download.path(), 'utf8');
    typist.isWholeIn(file);
    expect(file).toContain(`${section}\n\n`);
    expect(await editor.page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(false);
    network.line.restore();
    await editor.isSaved(10_000);
    await isStored(stage, concept, section, typist);
    expect(asked()).toBe(0);
  });
});

describe('loading a page again while the whole server is away', () => {
  journey('says where the words are, and shows them by itself once it is back', async (stage) => {
    const section = 'Interkulturelle Orientierung und Öffnung';
    const concept = await conceptOf(stage.application, 'office');
    const editor = await Editor.open(await network.person(stage, 'office'), concept, section);
    leavesAnyway(editor.person);
    await editor.page.evaluate(async () => { await navigator.serviceWorker.ready; });
    network.line.cut();
    await editor.newParagraphAfter(await paragraph(editor));
    const typist = new Typist(editor, 'w');
    await typist.type(4);
    await eventually(async () => expect(await editor.saveState()).toBe(offline));
    await editor.page.reload();
    await editor.person.isAt('Keine Verbindung');
    expect(await editor.person.reads()).toContain('„auf diesem Gerät gesichert“');
    await expectAccessibleInBothLooks(editor.page);
    await editor.page.getByRole('link', { name: 'Jetzt noch einmal versuchen' }).click();
    await editor.person.isAt('Keine Verbindung');
    network.line.restore();
    await editor.text.getByText('wx004').waitFor({ timeout: 30_000 });
    await editor.isSaved(10_000);
    await isStored(stage, concept, section, typist);
  });
});

describe('opening a text without a connection to it', () => {
  journey('shows an error after a while, never an empty text, and the text as soon as it comes', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const person = await network.person(stage, 'office');
    network.line.silence('both', '/collab/');
    await person.open(concept.pathOf('Sozialräumliche Integration'));
    const editor = new Editor(person, 'Sozialräumliche Integration');
    await eventually(async () => expect(await editor.saveState()).toBe('Text wird geladen'));
    await editor.page.getByText('Der Text konnte nicht geladen werden').waitFor({ timeout: 12_000 });
    expect(await editor.saveState()).toBe('Der Text kommt noch nicht');
    expect(await editor.text.count()).toBe(0);
    network.line.restore();
    await editor.text.waitFor({ timeout: 12_000 });
    await editor.isSaved();
    expect(await editor.page.getByText('Der Text konnte nicht geladen werden').count()).toBe(0);
  });
});

describe('signing out', () => {
  journey('asks when another window has something unsent, and leaves nothing on the device', async (stage) => {
    const section = 'Bildung und Erziehung';
    const concept = await conceptOf(stage.application, 'office');
    const visitor = await stage.visitor('welfare', {}, (await network.person(stage, 'welfare')).origin);
    visitor.watch.tolerate(/./);
    await visitor.open('/anmelden');
    await visitor.signIn();
    await visitor.isAt('Meine Aufgaben');
    const writing = await Editor.open(visitor, concept, section);
    const other = await stage.window(visitor, 'welfare');
    other.watch.tolerate(/./);
    await other.open('/konzepte');
    network.line.cut('/collab/');
    await writing.page.bringToFront();
    await writing.newParagraphAfter(await paragraph(writing));
    await new Typist(writing, 'o').type(2);
    await eventually(async () => expect(await writing.saveState()).toBe(offline));

    const signOut = async (): Promise<void> => {
      await other.page.bringToFront();
      await other.page.getByRole('banner').getByRole('button', { name: visitor.name }).click();
      await other.page.getByRole('menuitem', { name: 'Abmelden' }).click();
    };
    await signOut();
    const question = other.page.getByRole('alertdialog', { name: 'Noch nicht alles gespeichert' });
    await question.getByRole('button', { name: 'Abbrechen' }).click();
    expect(await copiesOf(other)).toBeGreaterThan(0);
    network.line.restore();
    await writing.isSaved(10_000);
    await signOut();
    await other.isAt('Anmelden');
    expect(await question.count()).toBe(0);
    await eventually(async () => expect(await copiesOf(other)).toBe(0));
    expect(await other.page.evaluate(() => caches.keys())).toEqual([]);
    await writing.text.waitFor({ state: 'detached' });
    expect(await textOf(stage.application, concept, section)).toContain('ox002');
  });
});

/** Stands between a page and the rooms. @returns how the next sockets fare: connected, cut, or told that the page is of an older build */
async function doorman({ page }: Person): Promise<{ lets: 'in' | 'nobody' | 'newer'; cut(): Promise<void> }> {
  const open = new Set<WebSocketRoute>();
  const door = {
    lets: 'in' as 'in' | 'nobody' | 'newer',
    cut: async (): Promise<void> => { for (const socket of open) await socket.close({ code: 1012, reason: 'restart' }); open.clear(); },
  };
  await page.routeWebSocket(/\/collab\//, async (socket) => {
    if (door.lets === 'nobody') return socket.close({ code: 1013, reason: 'not available' });
    if (door.lets === 'newer') return socket.close({ code: 4409, reason: 'schema too old' });
    open.add(socket);
    socket.connectToServer();
  });
  return door;
}

describe('what is typed in a page that is older than the server', () => {
  journey('waits on the device until the page is loaded anew, which it asks for', async (stage) => {
    const section = 'Begriffe';
    const concept = await conceptOf(stage.application, 'office');
    const person = await stage.person('office');
    const door = await doorman(person);
    leavesAnyway(person);
    const editor = await Editor.open(person, concept, section);
    door.lets = 'nobody';
    await door.cut();
    await eventually(async () => expect(await editor.saveState()).toBe(offline));
    await editor.writeAfter(await paragraph(editor), 'In der alten Fassung geschrieben.');
    door.lets = 'newer';
    await eventually(async () => expect(await editor.saveState()).toBe('Bitte die Seite neu laden'), 15_000);
    expect(await editor.text.getAttribute('contenteditable')).toBe('false');
    expect(await textOf(stage.application, concept, section)).not.toContain('In der alten Fassung geschrieben.');
    door.lets = 'in';
    await editor.page.getByRole('button', { name: 'Seite neu laden' }).click();
    await editor.text.waitFor();
    await editor.isSaved(15_000);
    expect(await editor.words()).toContain('In der alten Fassung geschrieben.');
    expect(await textOf(stage.application, concept, section)).toContain('In der alten Fassung geschrieben.');
  });
});
