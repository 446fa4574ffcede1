import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { heading, p, wordFile } from '../../test/word-file.js';
import { ReadingThreads } from '@konzeptwerkstatt/platform-files';
import { WordDocumentReading } from './word-document.reading.js';

const sentence = 'Die Stadt fördert das Zusammenleben und lädt alle ein, daran mitzuwirken. ';
/** So many pages of three thousand characters. */
const pages = (count: number): string => Array.from({ length: count }, (_, page) => `${heading(page % 20 === 0 ? 1 : 2, `Seite ${page}`)}${Array.from({ length: 5 }, () => p(sentence.repeat(8))).join('')}`).join('');

describe('the thread that reads Word documents', () => {
  let threads: ReadingThreads;
  let pool: WordDocumentReading;
  beforeEach(() => {
    threads = new ReadingThreads(createLogger({ level: 'silent' }));
    pool = new WordDocumentReading(threads);
  });
  afterEach(() => threads.onApplicationShutdown());

  it('reads eight hundred pages, says of half as many more that they are too long, and reads on', async () => {
    const answer = await pool.read(Buffer.from(wordFile(pages(800))));
    expect('pieces' in answer ? answer.pieces.length : answer).toBe(4_800);
    expect(await pool.read(Buffer.from(wordFile(pages(1_200))))).toEqual({ problem: 'too_long' });
    expect(await pool.read(Buffer.from(wordFile(p('Kurz'))))).toMatchObject({ notes: {}, pieces: [{ block: { kind: 'paragraph' } }] });
  }, 60_000);

  it('gives up a document that takes too long, and nothing of one that the end of the process kept from being read', async () => {
    const impatient = new (class extends WordDocumentReading {
      protected override readonly deadlineMs = 50;
    })(threads);
    expect(await impatient.read(Buffer.from(wordFile(pages(2_000))))).toEqual({ problem: 'too_large' });
    const reading = impatient.read(Buffer.from(wordFile(pages(2_000)))).then(() => 'read', () => 'again');
    await threads.onApplicationShutdown();
    expect(await reading).toBe('again');
  }, 60_000);
});
