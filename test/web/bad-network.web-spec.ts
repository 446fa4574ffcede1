import { describe, expect } from '@jest/globals';
import { pause, startServer } from '@konzeptwerkstatt/test-support';
import { conceptOf, textOf } from './support/concept.js';
import { Editor } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { useNetwork } from './support/network.js';
import { useJourneys, type Stage } from './support/stage.js';
import { Typist } from './support/typist.js';

const journey = useJourneys();
const network = useNetwork();

const saved = 'Gespeichert';
const saving = 'Wird gespeichert';
const stuck = 'Kann gerade nicht gespeichert werden';
const offline = 'Offline – auf diesem Gerät gesichert';

/** The office in a section's text behind the bad network, in a paragraph of its own. */
async function deskOf(stage: Stage, section: string, name: string) {
  const concept = await conceptOf(stage.application, 'office');
  const editor = await Editor.open(await network.person(stage, 'office'), concept, section);
  await editor.newParagraphAfter((await editor.text.locator('[data-kind="paragraph"]').first().innerText()).slice(0, 30));
  await editor.isSaved();
  const typist = new Typist(editor, name);
  const isWhole = async (): Promise<void> => {
    typist.isWholeIn(await editor.words());
    await eventually(async () => typist.isWholeIn(await textOf(stage.application, concept, section)));
  };
  return { editor, typist, states: await editor.recordSaveStates(), isWhole };
}

/** Whether closing the window would be asked about. */
const leavingWarns = (editor: Editor): Promise<boolean> => editor.page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

describe('typing while the network is bad', () => {
  journey('that is cut: says offline until it is back, and nothing is lost or doubled', async (stage) => {
    const { editor, typist, states, isWhole } = await deskOf(stage, 'Vorwort', 'c');
    typist.start();
    await pause(500);
    network.line.cut('/collab/');
    await eventually(async () => expect(await editor.saveState()).toBe(offline), 2_000);
    const before = (await states()).length;
    await pause(1_500);
    expect(await leavingWarns(editor)).toBe(true);
    expect((await states()).slice(before)).toEqual([]);
    network.line.restore();
    await eventually(async () => expect(await editor.saveState()).not.toBe(offline));
    await typist.stop();
    await editor.isSaved();
    expect(await leavingWarns(editor)).toBe(false);
    await isWhole();
  });

  journey('that breaks again and again: nothing is lost or doubled', async (stage) => {
    const { editor, typist, isWhole } = await deskOf(stage, 'Begriffe', 'f');
    typist.start();
    for (let count = 0; count < 10; count++) {
      await pause(700);
      network.line.drop('/collab/');
    }
    await typist.stop();
    await editor.isSaved(10_000);
    await isWhole();
  });

  journey('that falls silent without closing: says within five seconds that nothing is saved, and saves once it is back', async (stage) => {
    const { editor, typist, states, isWhole } = await deskOf(stage, 'Gesundheitsversorgung und Gesundheitsförderung', 's');
    await typist.type(2);
    await editor.isSaved();
    network.line.silence('both', '/collab/');
    const begun = Date.now();
    await typist.type(3);
    expect(await editor.saveState()).toBe(saving);
    await eventually(async () => expect(await editor.saveState()).toBe(stuck), 5_500 - (Date.now() - begun));
    await editor.page.getByText('Der Server bestätigt Ihren Text nicht. Wir versuchen es weiter.').waitFor();
    expect(await editor.person.reads()).toContain('bleibt auf diesem Gerät');
    expect(await leavingWarns(editor)).toBe(true);
    expect((await states()).slice(-2)).toEqual([saving, stuck]);
    network.line.restore();
    await editor.isSaved();
    expect(await editor.page.getByText('Der Server bestätigt').count()).toBe(0);
    await isWhole();
  });

  journey('that brings no answers though everything arrives: what is stored is not called saved before the server says so', async (stage) => {
    const { editor, typist, states, isWhole } = await deskOf(stage, 'Politische Teilhabe', 'a');
    await editor.isSaved();
    network.line.silence('down', '/collab/');
    await typist.type(3);
    await isWhole();
    expect(await editor.saveState()).toBe(saving);
    network.line.restore();
    await editor.isSaved();
    expect((await states()).filter((word) => word !== saving && word !== stuck)).toEqual([saved, saved]);
    network.line.silence('both', '/collab/');
    // Nobody types: the text is saved, but whether the others write cannot be known any more.
    await eventually(async () => expect(await editor.saveState()).toBe(offline), 8_500);
    expect(await leavingWarns(editor)).toBe(false);
    network.line.restore();
    await editor.isSaved();
    await isWhole();
  });

  journey('that is slow: goes from saving to saved, and nothing else', async (stage) => {
    const { editor, typist, states, isWhole } = await deskOf(stage, 'Sozialräumliche Integration', 'l');
    network.line.slow({ delayMs: 400, jitterMs: 200 });
    await typist.type(15);
    await editor.isSaved();
    // Saved in between where the typing was slower than the network.
    const seen = await states();
    expect(new Set(seen)).toEqual(new Set([saved, saving]));
    expect(seen.at(-1)).toBe(saved);
    await isWhole();
  });
});

describe('typing while the server has trouble', () => {
  journey('and is killed: everything arrives when it is back, once', async (stage) => {
    const { editor, typist, isWhole } = await deskOf(stage, 'Bildung und Erziehung', 'k');
    const { port, databaseUrl } = stage.application.server;
    typist.start();
    await pause(800);
    await stage.application.server.kill();
    await eventually(async () => expect(await editor.saveState()).toBe(offline), 5_000);
    await pause(500);
    stage.application.server = await startServer({ databaseUrl, port });
    await eventually(async () => expect(await editor.saveState()).not.toBe(offline), 15_000);
    await typist.stop();
    await editor.isSaved(10_000);
    await isWhole();
  });

  journey('and its database takes nothing: says so, and saves as soon as it can', async (stage) => {
    const { editor, typist, isWhole } = await deskOf(stage, 'Interkulturelle Orientierung und Öffnung', 'd');
    const holder = await stage.application.database.pool.connect();
    try {
      await holder.query('BEGIN; LOCK TABLE engine.document_update IN ACCESS EXCLUSIVE MODE');
      await typist.type(3);
      expect(await editor.saveState()).toBe(saving);
      await eventually(async () => expect(await editor.saveState()).toBe(stuck), 6_000);
      expect(await leavingWarns(editor)).toBe(true);
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
    await editor.isSaved(10_000);
    await isWhole();
  });
});
