import { Unzip, UnzipInflate } from 'fflate';

/** So much a workbook may hold unpacked, and so many parts; a measure table of a large city needs a tenth of it. */
const MAX_UNPACKED_BYTES = 60 * 1024 * 1024;
const MAX_PARTS = 500;

/** A cell's formula in the XML of a sheet, with or without a prefix. */
const FORMULA = /<(?:\w{1,20}:)?f[\s>/]/;
/** So many characters of a piece are looked at again with the next one: a tag may lie on both. */
const OVERLAP = 24;

/** What is known of a workbook before anything of it is read. */
export interface WorkbookFacts {
  /** Whether cells are computed; what is read of them is what the program saved last. */
  readonly hasFormulas: boolean;
  /** Whether programs are in it. */
  readonly hasMacros: boolean;
}

/**
 * Looks through an archive. It is really unpacked, piece by piece and without keeping anything: what its directory says of sizes comes from whoever made it.
 * @returns null when it unpacks to nothing reasonable: broken, too large, too many parts
 */
export function inspectWorkbook(content: Uint8Array): WorkbookFacts | null {
  const facts = { hasFormulas: false, hasMacros: false };
  let [bytes, parts] = [0, 0];
  let isFine = true;
  const unzip = new Unzip((file) => {
    parts += 1;
    if (parts > MAX_PARTS) isFine = false;
    if (/(^|\/)vbaProject\.bin$/i.test(file.name)) facts.hasMacros = true;
    const isSheet = /(^|\/)worksheets\/[^/]+\.xml$/i.test(file.name);
    let rest = '';
    file.ondata = (error, piece) => {
      bytes += piece?.length ?? 0;
      if (error !== null || bytes > MAX_UNPACKED_BYTES) isFine = false;
      if (!isFine) file.terminate();
      else if (isSheet && !facts.hasFormulas) {
        const text = rest + Buffer.from(piece).toString('latin1');
        facts.hasFormulas = FORMULA.test(text);
        rest = text.slice(-OVERLAP);
      }
    };
    if (isFine) file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let start = 0; start < content.length && isFine; start += 64 * 1024) unzip.push(content.subarray(start, start + 64 * 1024), start + 64 * 1024 >= content.length);
  } catch {
    return null;
  }
  return isFine && parts > 0 ? facts : null;
}
