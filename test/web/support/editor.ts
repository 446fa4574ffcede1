import { expect } from '@jest/globals';
import { pause } from '@konzeptwerkstatt/test-support';
import type { Locator, Page } from 'playwright-core';
import type { Concept } from './concept.js';
import { eventually } from './eventually.js';
import type { Person } from './person.js';

/** The open text of a section in somebody's browser. */
export class Editor {
  readonly page: Page;
  readonly text: Locator;
  readonly toolbar: Locator;

  constructor(readonly person: Person, readonly sectionTitle: string) {
    this.page = person.page;
    this.text = this.page.getByRole('textbox', { name: sectionTitle, exact: true });
    this.toolbar = this.page.getByRole('toolbar', { name: 'Werkzeuge für den Text' });
  }

  /** Opens a section and waits until its text can be written in. */
  static async open(person: Person, concept: Concept, sectionTitle: string): Promise<Editor> {
    await person.open(concept.pathOf(sectionTitle));
    const editor = new Editor(person, sectionTitle);
    await editor.text.waitFor();
    await editor.isSaved();
    return editor;
  }

  /** What the line about saving says. */
  async saveState(): Promise<string> {
    return (await this.page.locator('[data-state][role="status"].kw-save-status').innerText()).trim();
  }

  /** Waits until everything is said to be saved. */
  async isSaved(ms = 8_000): Promise<void> {
    await eventually(async () => expect(await this.saveState()).toBe('Gespeichert'), ms);
  }

  /** A block of running text by its words. */
  block(words: string | RegExp): Locator {
    return this.text.locator('[data-kind]').filter({ hasText: words });
  }

  /** All words of the text itself, without the names at the cursors of others, which stand in the middle of them. */
  async words(): Promise<string> {
    return this.text.evaluate((node) => {
      const copy = node.cloneNode(true) as Element;
      copy.querySelectorAll('.kw-cursor, [contenteditable="false"]').forEach((other) => other.remove());
      return (copy.textContent ?? '').replaceAll('\u2060', '');
    });
  }

  /** The same, with each block on a line of its own. */
  async lines(): Promise<string> {
    const blocks = await this.text.locator('[data-kind]').evaluateAll((nodes) => nodes.map((node) => {
      const copy = node.cloneNode(true) as Element;
      copy.querySelectorAll('.kw-cursor').forEach((other) => other.remove());
      return (copy.textContent ?? '').replaceAll('\u2060', '');
    }));
    return blocks.join('\n');
  }

  /** Takes back or repeats step by step until something holds: how much is one step depends on how fast somebody typed. */
  async stepUntil(step: () => Promise<void>, holds: (words: string) => boolean): Promise<void> {
    for (let count = 0; count < 8 && !holds(await this.words()); count++) {
      await step();
      await pause(50);
    }
    expect(holds(await this.words())).toBe(true);
  }

  /** Puts the cursor behind the last letter of an element, with the mouse. */
  async cursorAtEndOf(element: Locator): Promise<void> {
    const isInside = (node: Element): boolean => node.contains(document.getSelection()?.anchorNode ?? null);
    await eventually(async () => {
      await element.scrollIntoViewIfNeeded();
      const { x, y } = await element.evaluate((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const last = [...range.getClientRects()].at(-1) ?? node.getBoundingClientRect();
        return { x: last.right - 1, y: last.top + last.height / 2 };
      });
      await this.page.mouse.click(x, y);
      // The editor takes the place of the cursor over a moment after the click; nobody is as fast with the next key as a program. When a
      // notice has moved the text meanwhile, one clicks again.
      await pause(60);
      await eventually(async () => expect(await element.evaluate(isInside)).toBe(true), 1_000);
    });
    await this.page.keyboard.press('End');
    await pause(30);
  }

  /** Begins a paragraph after the block with these words. */
  async newParagraphAfter(words: string): Promise<void> {
    await this.cursorAtEndOf(this.block(words).last());
    await this.page.keyboard.press('Enter');
  }

  /** Begins a paragraph after the block with these words, and writes. */
  async writeAfter(words: string, text: string): Promise<void> {
    await this.newParagraphAfter(words);
    await this.type(text);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Presses a button of the toolbar. */
  async tool(name: string): Promise<void> {
    await this.toolbar.getByRole('button', { name, exact: true }).click();
  }

  /** Chooses from a menu of the toolbar. */
  async toolMenu(button: string, entry: string): Promise<void> {
    await this.tool(button);
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click();
  }

  /** A goal or measure in the text, by words in it. */
  object(kind: 'Ziel' | 'Maßnahme', words: string): Locator {
    return this.text.getByRole('group', { name: kind, exact: true }).filter({ hasText: words });
  }

  /** Opens the fields of a goal or measure. */
  async openFields(object: Locator): Promise<void> {
    await object.getByRole('button', { name: 'Angaben bearbeiten' }).click();
    const further = object.locator('summary', { hasText: /^Mehr/ });
    if ((await further.count()) > 0) await further.click();
  }

  /** Writes down from now on what the line about saving says, one word after the other. @returns how to read it */
  async recordSaveStates(): Promise<() => Promise<string[]>> {
    await this.page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seenSaveStates: seen });
      const look = (): void => {
        const now = document.querySelector('.kw-save-status')?.textContent?.trim() ?? '';
        if (seen.at(-1) !== now) seen.push(now);
      };
      look();
      new MutationObserver(look).observe(document.querySelector('main') ?? document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    return () => this.page.evaluate(() => [...(globalThis as unknown as { seenSaveStates: string[] }).seenSaveStates]);
  }
}

/** Chooses one of a closed list, e.g. a status. */
export async function choose(within: Locator, label: string, option: string): Promise<void> {
  await within.getByRole('button', { name: new RegExp(`${label}$`) }).click();
  await within.page().getByRole('option', { name: option, exact: true }).click();
}

/** Picks from a long list by typing, e.g. an organisation. */
export async function pick(within: Locator, label: string, option: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label, exact: true });
  await field.click();
  await field.pressSequentially(option.slice(0, 12));
  await within.page().getByRole('option', { name: option, exact: true }).click();
  // Going on to the next field must not choose anything more.
  await field.press('Tab');
}

/** Fills a field and leaves it, as a person who goes on to the next one. */
export async function fill(within: Locator, label: string, text: string): Promise<void> {
  const field = within.getByLabel(label, { exact: true });
  await field.fill(text);
  await field.press('Tab');
}
