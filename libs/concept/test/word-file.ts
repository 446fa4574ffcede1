import { strToU8, zipSync } from 'fflate';

const office = 'http://schemas.openxmlformats.org';
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
export const namespaces = [
  `xmlns:w="${office}/wordprocessingml/2006/main"`, `xmlns:r="${office}/officeDocument/2006/relationships"`, `xmlns:wp="${office}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${office}/drawingml/2006/main"`, `xmlns:m="${office}/officeDocument/2006/math"`, `xmlns:mc="${office}/markup-compatibility/2006"`, 'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"', 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

export interface WordFileOptions {
  /** Further parts, XML or bytes, by path. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Relationships of the text: id, last word of the type, target; external ones begin with a scheme. */
  readonly relations?: readonly (readonly [id: string, type: string, target: string])[];
  readonly mainType?: string;
  /** Instead of the namespaces and the body. */
  readonly document?: string;
}

const styles = `<w:styles ${namespaces}>
  ${[1, 2, 3, 4].map((level) => `<w:style w:type="paragraph" w:styleId="berschrift${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`).join('')}
  <w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel der Stadt"/><w:basedOn w:val="berschrift1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
  <w:style w:type="paragraph" w:styleId="Aufzhlung"><w:name w:val="List Bullet 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
  <w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>`;

const levels = (format: string, linked = ''): string => [0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/>${level === 1 ? linked : ''}</w:lvl>`).join('');
const numbering = `<w:numbering ${namespaces}>
  <w:abstractNum w:abstractNumId="10">${levels('bullet', '<w:pStyle w:val="Aufzhlung"/>')}</w:abstractNum><w:abstractNum w:abstractNumId="11">${levels('lowerLetter')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="10"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="11"/></w:num></w:numbering>`;

/** A Word document as a program writes it, of the given body; styles are those of a German Word. */
export function wordFile(body: string, { parts = {}, relations = [], mainType = main, document }: WordFileOptions = {}): Uint8Array {
  const relation = ([id, type, target]: readonly [string, string, string]): string =>
    `<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"${/^[a-z]+:/i.test(target) ? ' TargetMode="External"' : ''}/>`;
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships">${relation(['rId1', 'officeDocument', 'word/document.xml'])}</Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${office}/package/2006/relationships">${([['s', 'styles', 'styles.xml'], ['n', 'numbering', 'numbering.xml'], ...relations] as const).map(relation).join('')}</Relationships>`,
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    'word/document.xml': document ?? `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])));
}

/** Words, with what stands before them in the run. */
export const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
/** A paragraph of runs, or of plain words. */
export const p = (content: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;
export const heading = (level: number, text: string): string => p(text, `<w:pStyle w:val="berschrift${level}"/>`);
export const item = (text: string, list: 1 | 2, level = 0): string => p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
export const cell = (content: string, properties = ''): string => `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : p(content)}</w:tc>`;
export const table = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => (cells.startsWith('<w:tr') ? cells : `<w:tr>${cells}</w:tr>`)).join('')}</w:tbl>`;
