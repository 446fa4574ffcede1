import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A Word document as somebody saves it after working on its text. @param edit gets the XML of the text */
export function editedWord(content: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(content);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  return zipSync({ ...parts, 'word/document.xml': strToU8(edit(xml)) });
}

/** Other words, as they are typed without tracking. @throws Error when the words are not there */
export function reworded(xml: string, before: string, after: string): string {
  if (!xml.includes(before)) throw new Error(`no words "${before}"`);
  return xml.replaceAll(before, after);
}

/** The paragraph with those words, as Word writes it, replaced by what `change` makes of it. @throws Error when it is not there */
export function withParagraph(xml: string, words: string, change: (paragraph: string) => string): string {
  const found = xml.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)?.find((paragraph) => paragraph.includes(words));
  if (found === undefined) throw new Error(`no paragraph "${words}"`);
  return xml.replace(found, () => change(found));
}

/** Words that were replaced with tracking on. */
export const tracked = (before: string, after: string): string =>
  `</w:t></w:r><w:del w:id="901" w:author="A"><w:r><w:delText xml:space="preserve">${before}</w:delText></w:r></w:del><w:ins w:id="902" w:author="A"><w:r><w:t xml:space="preserve">${after}</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">`;
