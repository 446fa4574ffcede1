import { describe, expect } from '@jest/globals';
import { pause } from '@konzeptwerkstatt/test-support';
import type { Locator } from 'playwright-core';
import { conceptOf } from './support/concept.js';
import { Editor } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { useJourneys, type Stage } from './support/stage.js';

const journey = useJourneys();

/** An input method as it works in a browser: letters that are put together and finished later. */
interface InputMethod {
  readonly compose: (letters: string) => Promise<void>;
  readonly finish: (word: string) => Promise<void>;
}

interface Scene {
  /** Composes. */
  readonly office: Editor;
  readonly input: InputMethod;
  /** Does something else meanwhile. */
  readonly member: Editor;
  /** The paragraph with these words, as the other one sees it. */
  readonly paragraph: (words: string) => Locator;
}

/** Two people in a section, in which one has just written a few paragraphs. */
async function writing(stage: Stage, section: string, paragraphs: readonly string[]): Promise<Scene> {
  const concept = await conceptOf(stage.application, 'office');
  const office = await Editor.open(await stage.person('office'), concept, section);
  const member = await Editor.open(await stage.person('contributor'), concept, section);
  for (const [index, words] of paragraphs.entries()) {
    if (index === 0) await office.newParagraphAfter((await office.text.locator('[data-kind="paragraph"]').first().innerText()).slice(0, 30));
    else await office.press('Enter');
    await office.type(words);
  }
  const paragraph = (words: string): Locator => member.block(words).last();
  await paragraph(paragraphs.at(-1)!).waitFor();
  const session = await office.person.context.newCDPSession(office.page);
  const compose = async (text: string): Promise<void> => void (await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }));
  return { office, member, paragraph, input: { compose, finish: async (text) => void (await session.send('Input.insertText', { text })) } };
}

/** Keys one after the other as a hand presses them: the editor learns of a moved cursor a moment later. */
async function keys(editor: Editor, ...names: string[]): Promise<void> {
  for (const name of names) {
    await editor.press(name);
    await pause(40);
  }
}

/** Both read the same, with paragraphs of these words one after the other, and what is typed next stands behind the composed word. */
async function bothRead({ office, member }: Scene, before: string, word: string, after: string): Promise<void> {
  const reads = async (words: string): Promise<void> => {
    for (const editor of [office, member]) await eventually(async () => expect(await editor.lines()).toContain(words));
  };
  await reads(`${before}${word}${after}`);
  await office.type('!');
  await reads(`${before}${word}!${after}`);
}

describe('letters that are composed', () => {
  journey('stay whole while somebody else takes words out of the same paragraph', async (stage) => {
    const scene = await writing(stage, 'Daten und Rahmenbedingungen', ['Zusammengesetzt: zu viel']);
    const { input, member, paragraph } = scene;
    await member.cursorAtEndOf(paragraph('Zusammengesetzt: zu viel'));
    for (const letters of ['に', 'にほ', 'にほん', 'にほんご']) {
      await input.compose(letters);
      await member.press('Backspace', 'Backspace');
      await pause(150);
    }
    await input.finish('日本語');
    await bothRead(scene, 'Zusammengesetzt:', '日本語', '');
  });

  journey('stay whole over a pause in the midst of a word, and what is done in other paragraphs is shown meanwhile', async (stage) => {
    const scene = await writing(stage, 'Bildung und Erziehung', ['Darüber.', 'Lange überlegt: zu viel', 'Darunter.']);
    const { office, input, member, paragraph } = scene;
    await office.cursorAtEndOf(office.block('Lange überlegt: zu viel').last());
    await input.compose('に');
    await input.compose('にほ');
    await paragraph('zu vielにほ').waitFor();
    for (const words of ['Darüber.', 'Darunter.']) {
      await member.cursorAtEndOf(paragraph(words));
      await member.type(' Neues.');
    }
    for (const words of ['Darüber. Neues.', 'Darunter. Neues.']) await office.block(words).last().waitFor();
    await member.cursorAtEndOf(paragraph('zu vielにほ'));
    await keys(member, 'ArrowLeft', 'ArrowLeft', 'Backspace', 'Backspace');
    await pause(5_000);
    await input.compose('にほん');
    await input.finish('日本');
    await bothRead(scene, 'Darüber. Neues.\nLange überlegt: zu vi', '日本', '\nDarunter. Neues.');
  });

  journey('are kept when somebody else removes their paragraph meanwhile', async (stage) => {
    const scene = await writing(stage, 'Begriffe', ['Das bleibt.', 'Das kommt weg.']);
    const { office, input, member, paragraph } = scene;
    await member.cursorAtEndOf(paragraph('Das kommt weg.'));
    await input.compose('にほ');
    await paragraph('Das kommt weg.にほ').waitFor();
    await keys(member, 'End', 'Shift+Home', 'Backspace', 'Backspace');
    await member.isSaved();
    await input.finish('日本語');
    for (const editor of [office, member]) await eventually(async () => expect(await editor.lines()).toContain('Das bleibt.\n日本語'));
    await office.type('!');
    await eventually(async () => expect(await member.lines()).toContain('Das bleibt.\n日本語!'));
  });

  journey('go along once and whole when somebody else splits their paragraph, and when it is joined again', async (stage) => {
    const scene = await writing(stage, 'Vorwort', ['Erster Absatz.', 'Eins zwei ']);
    const { input, member, paragraph } = scene;
    await member.cursorAtEndOf(paragraph('Eins zwei '));
    await input.compose('w');
    await input.compose('wi');
    await paragraph('Eins zwei wi').waitFor();
    await keys(member, 'Home', ...Array.from('Eins ', () => 'ArrowRight'), 'Enter');
    await member.isSaved();
    await input.compose('wich');
    await input.finish('wichtig');
    await bothRead(scene, 'Erster Absatz.\nEins \nzwei ', 'wichtig', '');

    await input.compose('に');
    await paragraph('zwei wichtig!に').waitFor();
    await keys(member, 'Home', 'Backspace');
    await member.isSaved();
    await input.compose('にほ');
    await input.finish('日本');
    await bothRead(scene, 'Erster Absatz.\nEins zwei wichtig!', '日本', '');
  });

  journey('go along when somebody else moves their paragraph, and stand where they were when it is copied or made bold', async (stage) => {
    const scene = await writing(stage, 'Politische Teilhabe', ['Oben.', 'Eins zwei ']);
    const { input, member, paragraph } = scene;
    await member.cursorAtEndOf(paragraph('Eins zwei '));
    await input.compose('wi');
    await paragraph('Eins zwei wi').waitFor();
    await keys(member, 'Shift+Home', 'Control+x', 'Backspace', 'Home', 'Control+v', 'Enter');
    await member.isSaved();
    await input.finish('wichtig');
    await bothRead(scene, 'Eins zwei ', 'wichtig', '\nOben.');

    await input.compose('に');
    await paragraph('zwei wichtig!に').waitFor();
    await member.cursorAtEndOf(paragraph('zwei wichtig!に'));
    await keys(member, 'Shift+Home', 'Control+c', 'Control+b', 'End', 'Enter', 'Control+v');
    await member.isSaved();
    await input.finish('日本');
    await bothRead(scene, 'Eins zwei wichtig!', '日本', '\nEins zwei wichtig!に\nOben.');
  });
});
