import { Unzip, UnzipInflate } from 'fflate';

/** So much a workbook may hold unpacked, and so many parts; a measure table of a large city needs a tenth of it. */
const MAX_UNPACKED_BYTES = 60 * 1024 * 1024;
const MAX_PARTS = 500;

/**
 * Whether an archive unpacks to something of a reasonable size. It is really unpacked to find out, piece by piece and without
 * keeping anything: what its directory says of sizes comes from whoever made it.
 */
export function isReasonableArchive(content: Uint8Array): boolean {
  let [bytes, parts] = [0, 0];
  let isFine = true;
  const unzip = new Unzip((file) => {
    parts += 1;
    if (parts > MAX_PARTS) isFine = false;
    file.ondata = (error, piece) => {
      bytes += piece?.length ?? 0;
      if (error !== null || bytes > MAX_UNPACKED_BYTES) isFine = false;
      if (!isFine) file.terminate();
    };
    if (isFine) file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let start = 0; start < content.length && isFine; start += 64 * 1024) unzip.push(content.subarray(start, start + 64 * 1024), start + 64 * 1024 >= content.length);
  } catch {
    return false;
  }
  return isFine && parts > 0;
}
