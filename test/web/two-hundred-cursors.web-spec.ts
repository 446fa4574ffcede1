import { describe, expect } from '@jest/globals';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { pause, until } from '@konzeptwerkstatt/test-support';
import * as Y from 'yjs';
import { conceptOf, textOf } from './support/concept.js';
import { Crowd } from './support/crowd.js';
import { Editor } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { useJourneys, type Stage } from './support/stage.js';

const journey = useJourneys();
const section = 'Begriffe';
const people = 200;

/** Two hundred paragraphs at the end of a section, and somebody in each of them. */
async function crowdIn(stage: Stage, documentId: string): Promise<Crowd> {
  const member = await stage.application.as('contributor');
  const room = await stage.application.join(member, documentId, { params: { acks: '1' } });
  appendBlocks(room.doc, Array.from({ length: people }, (_, index) => ({ type: 'paragraph' as const, text: `Absatz ${index} mit genug Wörtern für einen Cursor, der sich bewegt.` })));
  await until(() => room.isSaved, 'the paragraphs are stored');
  const texts = (room.doc.getXmlFragment('body').toArray() as Y.XmlElement[]).slice(-people).map((block) => block.get(0)).filter((text) => text instanceof Y.XmlText);
  return Crowd.enter([member, ...(await Promise.all((['office', 'reviewer'] as const).map((account) => stage.application.as(account))))], documentId, texts);
}

/** Blocks with a cursor in them: how many there are, and how far from the window the farthest is, in pixels. */
const drawn = ({ text }: Editor) => text.evaluate((node) => {
  const blocks = [...node.querySelectorAll('.kw-cursor')].map((cursor) => (cursor.closest('[data-kind]') ?? cursor).getBoundingClientRect());
  return { count: blocks.length, farthest: Math.max(0, ...blocks.map(({ top, bottom }) => Math.max(-bottom, top - innerHeight))) };
});

/** Counts how often cursors are drawn anew, and whether the list of people is. Whoever types draws her own line anew, with the cursor that stands in it. */
const watchDrawing = ({ page }: Editor) => page.evaluate(() => {
  const seen = { redraws: 0, listChanges: 0, began: performance.now() };
  Object.assign(globalThis, { seenDrawing: seen });
  const isCursor = (node: Node): boolean => node instanceof Element && (node.matches('.kw-cursor') || node.querySelector('.kw-cursor') !== null);
  const ownLine = [...document.querySelectorAll('.kw-text [data-kind]')].find((line) => line.textContent?.includes('Absatz 100 mit'));
  new MutationObserver((records) => {
    if (records.filter(({ target }) => !ownLine?.contains(target)).some(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes].some(isCursor))) seen.redraws += 1;
  }).observe(document.querySelector('.kw-text') ?? document.body, { subtree: true, childList: true });
  new MutationObserver((records) => { seen.listChanges += records.length; })
    .observe(document.querySelector('.kw-participants') ?? document.body, { subtree: true, childList: true, characterData: true, attributes: true });
});
const drawing = ({ page }: Editor) => page.evaluate(() => {
  const seen = (globalThis as unknown as { seenDrawing: { redraws: number; listChanges: number; began: number } }).seenDrawing;
  return { ...seen, seconds: (performance.now() - seen.began) / 1000 };
});

describe('two hundred people in one text', () => {
  journey('move their cursors while somebody types: only those in view are drawn, ten times a second, and typing goes on', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const documentId = concept.sections.find(({ title }) => title === section)?.documentId ?? '';
    const crowd = await crowdIn(stage, documentId);
    try {
      const person = await stage.person('office');
      const told: number[] = [];
      // The seconds in which she heard of somebody's cursor: a busy machine brings fewer.
      const heardIn = new Set<number>();
      const isAboutCursors = (payload: string | Buffer): boolean => typeof payload !== 'string' && payload[0] === 1;
      person.page.on('websocket', (socket) => {
        socket.on('framesent', ({ payload }) => { if (isAboutCursors(payload)) told.push(Date.now()); });
        socket.on('framereceived', ({ payload }) => { if (isAboutCursors(payload)) heardIn.add(Math.floor(Date.now() / 1000)); });
      });
      const editor = await Editor.open(person, concept, section);
      crowd.move(2);
      await editor.text.getByText('Absatz 100 mit').scrollIntoViewIfNeeded();
      await eventually(async () => expect((await drawn(editor)).count).toBeGreaterThan(10));
      await editor.cursorAtEndOf(editor.block('Absatz 100 mit'));

      await watchDrawing(editor);
      told.length = 0;
      heardIn.clear();
      const began = Date.now();
      await editor.page.keyboard.type(' Mitten unter zweihundert Leuten geschrieben.', { delay: 50 });
      await pause(500);
      const { redraws, listChanges, seconds } = await drawing(editor);
      expect(heardIn.size).toBeGreaterThan(2);
      expect(redraws).toBeGreaterThanOrEqual(heardIn.size - 1);
      expect(redraws).toBeLessThanOrEqual(Math.ceil(10 * seconds) + 1);
      expect(listChanges).toBe(0);
      expect(told.length).toBeLessThanOrEqual(Math.ceil((10 * (Date.now() - began)) / 1000) + 1);
      expect(told.length).toBeGreaterThan(2);

      const { count, farthest } = await drawn(editor);
      expect(count).toBeLessThan(people / 2);
      expect(farthest).toBeLessThan(400);
      expect(await editor.text.locator('.kw-remote-selection').count()).toBe(0);
      await editor.text.getByText('Absatz 190 mit').scrollIntoViewIfNeeded();
      await eventually(async () => expect(await editor.block('Absatz 190 mit').locator('.kw-cursor').count()).toBe(1));
      expect((await drawn(editor)).farthest).toBeLessThan(400);

      await editor.isSaved();
      expect(await editor.words()).toContain('der sich bewegt. Mitten unter zweihundert Leuten geschrieben.');
      expect(await textOf(stage.application, concept, section)).toContain('Mitten unter zweihundert Leuten geschrieben.');
    } finally {
      crowd.leave();
    }
  });
});
