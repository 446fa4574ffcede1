import { LevelFormat, LineRuleType } from 'docx';
import type { INumberingOptions, IStylesOptions } from 'docx';
import type { TextDirection } from '@konzeptwerkstatt/document-model';

/** Lines as high as what stands in them, in 240ths. Said with each, because LibreOffice takes the bare number for an exact height: it cuts pictures and prints large titles over each other. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });

/** The level is said by its number, too: Word knows it by the style's name, LibreOffice does not, and would have no outline, bookmarks or tags for it. */
const heading = (level: number, size: number, before: number) => ({ run: { size, bold: true, color: '1A2433' }, paragraph: { spacing: { before, after: 160 }, keepNext: true, outlineLevel: level - 1 } });

/** One that every office has, with letters for Arabic, and whose widths are known where the pages of the contents are worked out. */
const font = 'Arial';

/** Entries of the contents, indented by their level and running as the document does. */
const contents = (level: number, direction: TextDirection) => ({
  id: `TOC${level}`, name: `toc ${level}`, basedOn: 'Normal', next: 'Normal', paragraph: { spacing: { after: 60, ...lines(260) }, indent: { start: 240 * (level - 1) }, ...(direction === 'rtl' ? { bidirectional: true } : {}) },
});

/** Word's own styles, so that its navigation, its tables of contents and screen readers know what a heading is. Sizes in half points. */
export const docxStyles = (language: string, direction: TextDirection): IStylesOptions => ({
  default: {
    document: { run: { font, size: 20, language: { value: language === 'en' ? 'en-GB' : 'de-DE', bidirectional: 'ar-SA' } }, paragraph: { spacing: { after: 140, ...lines(300) } } },
    title: { run: { size: 56, bold: true }, paragraph: { spacing: { before: 240, after: 240, ...lines(260) } } },
    heading1: heading(1, 36, 480),
    heading2: heading(2, 28, 360),
    heading3: heading(3, 24, 280),
    heading4: heading(4, 22, 240),
    heading5: heading(5, 21, 200),
    heading6: heading(6, 21, 200),
    listParagraph: { paragraph: { spacing: { after: 80 }, contextualSpacing: true } },
  },
  paragraphStyles: [
    { id: 'Quote', name: 'Quote', basedOn: 'Normal', next: 'Normal', quickFormat: true, run: { italics: true }, paragraph: { indent: { left: 567, right: 567 } } },
    { id: 'TableText', name: 'Table Text', basedOn: 'Normal', quickFormat: true, run: { size: 18 }, paragraph: { spacing: { after: 40, ...lines(240) } } },
    { id: 'Caption', name: 'caption', basedOn: 'Normal', next: 'Normal', quickFormat: true, run: { color: '4A5361' } },
    ...[1, 2, 3].map((level) => contents(level, direction)),
    { id: 'Muted', name: 'Muted', basedOn: 'Normal', quickFormat: true, run: { color: '4A5361' } },
  ],
});

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const indentOf = (level: number) => ({ left: 360 * (level + 1), hanging: 300 });

/** Bullets and numbers of nested lists. Every numbered list is an instance of its own, so that it begins at 1. */
export const docxNumbering: INumberingOptions = {
  config: [
    { reference: 'bullets', levels: levels.map((level) => ({ level, format: LevelFormat.BULLET, text: ['•', '–', '▪'][level % 3] ?? '•', style: { paragraph: { indent: indentOf(level) } } })) },
    { reference: 'numbers', levels: levels.map((level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, style: { paragraph: { indent: indentOf(level) } } })) },
  ],
};
