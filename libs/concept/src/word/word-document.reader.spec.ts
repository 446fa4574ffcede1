import { describe, expect, it } from '@jest/globals';
import { plainText } from '@konzeptwerkstatt/document-model';
import type { DocumentBlock } from '@konzeptwerkstatt/document-model';
import { cell, heading, item, namespaces, p, run, table, wordFile } from '../../test/word-file.js';
import type { WordFileOptions } from '../../test/word-file.js';
import { readWordDocument } from './word-document.reader.js';
import type { WordBlock, WordReading } from './word-reading.js';

function read(body: string, options: WordFileOptions = {}): WordReading {
  const answer = readWordDocument(wordFile(body, options));
  if ('problem' in answer) throw new Error(answer.problem);
  return answer;
}

/** Blocks as short lines: what they are, and their words with marks. */
function lines(blocks: readonly (WordBlock | DocumentBlock)[]): unknown[] {
  return blocks.map((block): unknown => {
    if (block.kind === 'list') return { [block.isOrdered ? 'ol' : 'ul']: block.items.map(({ inlines, children }) => [plainText(inlines), ...lines(children)]) };
    if (block.kind === 'table') return { table: block.rows.map((row) => row.map(({ headerOf, colspan, rowspan, blocks: inner }) => `${headerOf ?? 'cell'} ${colspan}x${rowspan} ${inner.map((one) => ('inlines' in one ? plainText(one.inlines) : '')).join('/')}`)) };
    if (block.kind === 'heading') return `h${block.level} ${plainText(block.inlines)}`;
    return block.kind === 'paragraph' || block.kind === 'quote' ? `${block.kind === 'quote' ? '> ' : ''}${block.inlines.map((inline) => (inline.kind === 'break' ? '|' : `${inline.bold ? '*' : ''}${inline.italic ? '_' : ''}${inline.text}${inline.href === null ? '' : ` (${inline.href})`}`)).join('')}` : block.kind;
  });
}

const linesOf = (body: string, options: WordFileOptions = {}): unknown[] => lines(read(body, options).pieces.map(({ block }) => block));
const field = (instruction: string, result: string): string => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('a Word document', () => {
  it('is read with its headings, whatever the styles are called, its quotations and its marks', () => {
    expect(linesOf([
      p('Integration', '<w:pStyle w:val="Kapitel"/>'), heading(2, 'Lage'), p(`${run('Wir ')}${run('fördern', '<w:b/>')}${run(' alle', '<w:rStyle w:val="Fett"/>')}${run(' sehr', '<w:b w:val="0"/><w:i/>')}`),
      p('Alle sind da.', '<w:pStyle w:val="Zitat"/>'), p('Eigene Ebene', '<w:outlineLvl w:val="2"/>'), p('Text', '<w:outlineLvl w:val="9"/>'), p('<w:r><w:t>Zeile</w:t><w:br/><w:t>zwei</w:t><w:br w:type="page"/></w:r>'), p('   '),
    ].join(''))).toEqual(['h1 Integration', 'h2 Lage', 'Wir *fördern alle_ sehr', '> Alle sind da.', 'h3 Eigene Ebene', 'Text', 'Zeile|zwei']);
  });

  it('is read with nested lists of both kinds, also those that only a style makes', () => {
    expect(linesOf([item('a', 1), item('b', 2, 1), item('c', 2, 1), item('d', 1), p('Zwischen'), p('e', '<w:pStyle w:val="Aufzhlung"/>'), item('f', 1, 2), p('keine Liste', '<w:numPr><w:numId w:val="0"/></w:numPr>')].join('')))
      .toEqual([{ ul: [['a', { ol: [['b'], ['c']] }], ['d']] }, 'Zwischen', { ul: [['e', { ul: [['f']] }]] }, 'keine Liste']);
  });

  it('is read with tables: merged cells span, the first bold row is their head', () => {
    expect(linesOf(table(
      cell(p(run('Wer', '<w:b/>')), '<w:gridSpan w:val="2"/>') + cell(p(run('Was', '<w:b/>'))),
      cell('Amt', '<w:vMerge w:val="restart"/>') + cell('1') + cell('2'),
      cell('', '<w:vMerge/>') + cell('3') + cell(table(cell('innen') + cell('drin')) + p('')),
    ))).toEqual([{ table: [['column 2x1 Wer', 'column 1x1 Was'], ['cell 1x2 Amt', 'cell 1x1 1', 'cell 1x1 2'], ['cell 1x1 3', 'cell 1x1 innen/drin']] }]);
  });

  it('keeps links to the web and to mail addresses, and of the others the words', () => {
    const body = p(`<w:hyperlink r:id="web">${run('Netz')}</w:hyperlink> ${`<w:hyperlink r:id="js">${run('böse')}</w:hyperlink>`}${`<w:hyperlink w:anchor="x">${run('hier')}</w:hyperlink>`}${field(' HYPERLINK "mailto:amt@example.org" ', 'Mail')}${field(' HYPERLINK "file:///etc/passwd" ', 'Datei')}`);
    const reading = read(body, { relations: [['web', 'hyperlink', 'https://example.org/a'], ['js', 'hyperlink', 'javascript:alert(1)']] });
    expect(lines(reading.pieces.map(({ block }) => block))).toEqual(['Netz (https://example.org/a)böse' + 'hier' + 'Mail (mailto:amt@example.org)Datei']);
    expect(reading.notes).toEqual({ refused_links: 2 });
  });

  it('says what the text would be with insertions in and deletions out', () => {
    const reading = read([
      p(`${run('Die ')}<w:del>${'<w:r><w:delText>alte </w:delText></w:r>'}</w:del><w:ins>${run('neue ')}</w:ins>${run('Stadt')}`),
      p(run('Hier endet'), '<w:rPr><w:del/></w:rPr>'), p(' nichts.'), p(`<w:del><w:r><w:delText>Ganz weg</w:delText></w:r></w:del>`, '<w:rPr><w:del/></w:rPr>'), p('Schluss'),
      `<w:moveFrom><w:r/></w:moveFrom>${p(`<w:moveFrom>${run('verschoben')}</w:moveFrom>`, '<w:rPr><w:moveFrom/></w:rPr>')}${p(`<w:moveTo>${run('verschoben')}</w:moveTo>`)}`,
      table(cell('bleibt'), `<w:tr><w:trPr><w:del/></w:trPr>${cell('geht')}</w:tr>`),
    ].join(''));
    expect(lines(reading.pieces.map(({ block }) => block))).toEqual(['Die neue Stadt', 'Hier endet nichts.', 'Schluss', 'verschoben', { table: [['cell 1x1 bleibt']] }]);
    expect(reading.notes.tracked_changes).toBeGreaterThan(4);
  });

  it('is too long by a footnote that is named again and again', () => {
    const footnotes = `<w:footnotes ${namespaces}><w:footnote w:id="2">${p(run('a'.repeat(100_000)))}</w:footnote></w:footnotes>`;
    const file = wordFile(p(`${run('Text')}${'<w:r><w:footnoteReference w:id="2"/></w:r>'.repeat(1_000)}`), { parts: { 'word/footnotes.xml': footnotes }, relations: [['f', 'footnotes', 'footnotes.xml']] });
    expect(readWordDocument(file)).toEqual({ problem: 'too_long' });
  });

  it('numbers footnotes and keeps their words beside the piece that names them', () => {
    const footnotes = `<w:footnotes ${namespaces}><w:footnote w:type="separator" w:id="0">${p('-')}</w:footnote><w:footnote w:id="2">${p(run(' Stadtrat, 2024.'))}</w:footnote></w:footnotes>`;
    const reading = read(p(`${run('Beschluss')}<w:r><w:footnoteReference w:id="2"/></w:r>`), { parts: { 'word/footnotes.xml': footnotes }, relations: [['f', 'footnotes', 'footnotes.xml']] });
    expect(reading).toEqual({ notes: { footnotes: 1 }, pieces: [{ block: { kind: 'paragraph', direction: 'ltr', inlines: [{ kind: 'text', text: 'Beschluss[1]', bold: false, italic: false, href: null }] }, footnotes: [{ number: 1, text: 'Stadtrat, 2024.' }] }] });
  });

  it('leaves out a table of contents, whichever way it is written', () => {
    const contents = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('Lage 3')}</w:p><w:p>${run('Ziele 4')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Lage 3')}</w:sdtContent></w:sdt>`;
    expect(linesOf(`${contents}${control}${p('Lage 3', '<w:pStyle w:val="Verzeichnis1"/>')}${p('Text')}`)).toEqual(['Text']);
  });

  it('counts what it cannot keep, and reads boxes behind their place', () => {
    const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('Im Kasten')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('Im Kasten')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    const picture = (id: string, alt: string): string => `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild" descr="${alt}"/><a:blip ${id}/></wp:inline></w:drawing></w:r>`;
    const reading = read([
      p(`${run('Vor')}<w:r>${box}</w:r>${run(' dem Kasten')}`), p(picture('r:embed="in"', 'Menschen am Tisch')), p('Abb. 1: Auftakt', '<w:pStyle w:val="Beschriftung"/>'), p(picture('r:embed="in"', '')), p(picture('r:embed="emf"', 'Logo')), p(picture('r:link="out"', 'Spion')), p(`<w:r><w:object/></w:r><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>`),
      p(`${run('weg', '<w:vanish/>')}${run('gestrichen', '<w:strike/>')}<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>${field(' DATE ', '1.1.2026')}`), p('Nummeriert', '<w:pStyle w:val="berschrift2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'),
    ].join(''), {
      parts: { 'word/comments.xml': `<w:comments ${namespaces}><w:comment w:id="1">${p('Bitte prüfen')}</w:comment></w:comments>`, 'word/header1.xml': `<w:hdr ${namespaces}>${p('Entwurf')}</w:hdr>`, 'word/media/a.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'word/media/b.emf': new Uint8Array([1]) },
      relations: [['c', 'comments', 'comments.xml'], ['h', 'header', 'header1.xml'], ['in', 'image', 'media/a.png'], ['emf', 'image', 'media/b.emf'], ['out', 'image', 'https://example.org/spy.png'], ['v', 'vbaProject', 'vbaProject.bin']],
    });
    expect(lines(reading.pieces.map(({ block }) => block))).toEqual(['Vor dem Kasten', 'Im Kasten', 'picture', 'picture', 'a+b', 'gestrichen1.1.2026', 'h2 Nummeriert']);
    expect(reading.pieces[2]?.block).toEqual({ kind: 'picture', part: 'word/media/a.png', alt: 'Menschen am Tisch', isDecorative: false, caption: 'Abb. 1: Auftakt' });
    expect(reading.notes).toEqual({ text_boxes: 1, pictures: 1, pictures_without_alt: 1, external_pictures: 1, embedded_objects: 1, equations: 1, hidden_text: 1, struck_text: 1, symbols: 1, fields: 1, numbered_headings: 1, comments: 1, headers_footers: 1, macros: 1 });
  });

  it('takes short bold lines for headings where there are none', () => {
    expect(linesOf([p(run('Sprache lernen', '<w:b/>')), p('Wir bieten Kurse an.'), p(run('Das ist wichtig.', '<w:b/>'))].join(''))).toEqual(['h1 Sprache lernen', 'Wir bieten Kurse an.', '*Das ist wichtig.']);
  });

  it('is understood in the strict edition of the format, in UTF-16 and with other prefixes', () => {
    const strict = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Grüße</x:t></x:r></x:p></x:body></x:document>`;
    const bytes = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(strict, 'utf16le')]));
    expect(linesOf('', { parts: { 'word/document.xml': bytes } })).toEqual(['Grüße']);
  });
});
