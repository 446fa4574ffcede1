import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Stands in cells whose result the file does not hold: a character nobody types. */
export const UNCOMPUTED = '\uE000';

/** A cell with its formula and its stored value, with or without a prefix. */
const CELL = /<((?:\w{1,20}:)?)c(\s[^<>]*?)?>\s*(<\1f\b[^<>]*?(?:\/>|>[^<]*<\/\1f>))?\s*(<\1v\b[^<>]*?(?:\/>|>[^<]*<\/\1v>))?\s*<\/\1c>/g;

/** Whether a cell has no result: never computed, as programs leave it that only write, or computed to an error. A text that came out empty is a result. */
function lacksResult(type: string | undefined, formula: string | undefined, value: string | undefined): boolean {
  if (type === 'e') return true;
  return formula !== undefined && (value === undefined || (type !== 'str' && /^<[^<>]*(?:\/>|>\s*<\/[^<>]*>)$/.test(value)));
}

function marked(xml: string): string {
  return xml.replaceAll(CELL, (whole, prefix: string, attributes: string | undefined, formula: string | undefined, value: string | undefined) => {
    if (!lacksResult(/\st="([^"]*)"/.exec(attributes ?? '')?.[1], formula, value)) return whole;
    return `<${prefix}c${(attributes ?? '').replace(/\st="[^"]*"/, '')} t="str"><${prefix}v>${UNCOMPUTED}</${prefix}v></${prefix}c>`;
  });
}

/** The workbook with `UNCOMPUTED` in cells that would look empty because their result is not in the file. @param content looked through by `inspectWorkbook` */
export function markUncomputed(content: Buffer): Buffer {
  const parts = unzipSync(content);
  const sheets = Object.keys(parts).filter((name) => /(^|\/)worksheets\/[^/]+\.xml$/i.test(name));
  const changed = sheets.flatMap((name) => {
    const xml = strFromU8(parts[name] ?? new Uint8Array());
    const own = marked(xml);
    return own === xml ? [] : [[name, strToU8(own)] as const];
  });
  return changed.length === 0 ? content : Buffer.from(zipSync({ ...parts, ...Object.fromEntries(changed) }, { level: 0 }));
}
