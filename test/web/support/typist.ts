import { expect } from '@jest/globals';
import { pause } from '@konzeptwerkstatt/test-support';
import type { Editor } from './editor.js';

/** What a typist waits between two words, in milliseconds. */
const rhythm = 60;

/** Somebody who types numbered words (`ax001`), one after the other, whatever happens around. Their letter `x` is in no id. */
export class Typist {
  readonly words: string[] = [];
  private isTyping = false;
  private ended: Promise<void> = Promise.resolve();

  constructor(private readonly editor: Editor, private readonly name: string) {}

  /** Types so many words. */
  async type(count: number): Promise<void> {
    for (let left = count; left > 0; left--) {
      const word = `${this.name}x${String(this.words.length + 1).padStart(3, '0')}`;
      await this.editor.type(`${word} `);
      this.words.push(word);
      await pause(rhythm);
    }
  }

  /** Types until `stop`. */
  start(): void {
    this.isTyping = true;
    this.ended = (async () => {
      while (this.isTyping) await this.type(1);
    })();
  }

  async stop(): Promise<void> {
    this.isTyping = false;
    await this.ended;
  }

  /** Everything typed stands in a text once, in its order. */
  isWholeIn(text: string): void {
    expect(text.match(new RegExp(`${this.name}x\\d{3}`, 'g')) ?? []).toEqual(this.words);
  }
}
