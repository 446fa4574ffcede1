import { describe, expect, it } from '@jest/globals';
import { wordMarkName } from '@konzeptwerkstatt/document-model';
import type { WordMarkKind } from '@konzeptwerkstatt/document-model';
import { p, run, table, cell, wordFile } from '../../test/word-file.js';
import { readWordCorrections } from './word-corrections.reader.js';

const uuid = (digit: number): string => `${String(digit).repeat(8)}-0000-4000-8000-00000000000${digit}`;
/** Words in the bookmark of a block. */
const marked = (digit: number, content: string, kind: WordMarkKind = 'block'): string => `<w:bookmarkStart w:id="${digit}" w:name="${wordMarkName(kind, uuid(digit), 'x') ?? ''}"/>${content}<w:bookmarkEnd w:id="${digit}"/>`;
const title = p(`${run('3 ')}${marked(9, run('Sprache'), 'section')}`);
const deletedEnd = '<w:rPr><w:del/></w:rPr>';
const gone = (text: string): string => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

function read(body: string): unknown[] {
  const answer = readWordCorrections(wordFile(`${title}${body}`));
  if ('problem' in answer) throw new Error(answer.problem);
  return answer.paragraphs.slice(1).map(({ mark, words }) => [mark?.id[0] ?? null, words]);
}

describe('a Word document of ours that was worked on', () => {
  it('says what stands under each mark, with tracked changes accepted, and what is new', () => {
    expect(read([p(marked(1, `${run('Wir ')}${gone('alle')}<w:ins>${run('beide')}</w:ins>`)), p('Neu'), table(cell(p(marked(2, run('Zelle'))))), p(`${run('Davor ')}${marked(3, run('dahinter'))}${run(' weiter')}`)].join('')))
      .toEqual([['1', 'Wir beide'], [null, 'Neu'], ['2', 'Zelle'], ['3', 'Davor dahinter weiter']]);
  });

  it('leaves the number and label before a title out, also when words were added behind it', () => {
    const answer = readWordCorrections(wordFile(`${title}${p(`${run('Maßnahme 3.1: ')}${marked(4, run('Lotsen'), 'object')}${run(' für alle')}`)}`));
    expect(answer).toMatchObject({ sent: null, paragraphs: [{ mark: { kind: 'section', id: uuid(9) }, words: 'Sprache' }, { mark: { kind: 'object', id: uuid(4) }, words: 'Lotsen für alle' }] });
  });

  it('knows a paragraph that was taken out with tracking, one that was split and two that were joined', () => {
    expect(read([p(marked(1, gone('Weg')), deletedEnd), p(marked(2, run('Bleibt')))].join(''))).toEqual([['2', 'Bleibt']]);
    expect(read(`<w:p><w:bookmarkStart w:id="1" w:name="${wordMarkName('block', uuid(1), 'x') ?? ''}"/>${run('Vorn')}</w:p><w:p>${run('hinten')}<w:bookmarkEnd w:id="1"/></w:p>`)).toEqual([['1', 'Vorn'], [null, 'hinten']]);
    expect(read([p(marked(1, run('Eins ')), deletedEnd), p(marked(2, run('zwei')))].join(''))).toEqual([['1', 'Eins zwei']]);
  });

  it('gives words to the mark that is around them, not to one that was emptied, and to a copy none', () => {
    expect(read(p(`${marked(1, '')}${marked(2, run('Zwei'))}`))).toEqual([['2', 'Zwei']]);
    expect(read(p(`${marked(1, '')}${run('Neu getippt')}`))).toEqual([['1', 'Neu getippt']]);
    expect(read(`${p(marked(1, run('Eins')))}${p(marked(1, run('Eins')))}`)).toEqual([['1', 'Eins'], [null, 'Eins']]);
  });

  it('is refused without marks, and when it is no Word document', () => {
    expect(readWordCorrections(wordFile(p('Fremd')))).toEqual({ problem: 'no_marks' });
    expect(readWordCorrections(Buffer.from('PDF'))).toEqual({ problem: 'not_a_word_document' });
  });
});
