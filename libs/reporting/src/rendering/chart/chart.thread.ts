import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FONT_FILES } from '../fonts.js';

const packages = createRequire(import.meta.url);

/** Twice as fine as on the screen: sharp in print at the width of a page. */
const ZOOM = 2;

/** Reading machine and fonts is what takes time; once per thread. */
const ready = (async () => {
  await initWasm(await readFile(packages.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return Promise.all(FONT_FILES.map(async (file) => new Uint8Array(await readFile(file))));
})();

function drawn(svg: string, fontBuffers: Uint8Array[]): Uint8Array | null {
  try {
    const image = new Resvg(svg, { fitTo: { mode: 'zoom', value: ZOOM }, font: { fontBuffers, defaultFontFamily: 'Fira Sans' } }).render();
    const png = image.asPng();
    image.free();
    return png;
  } catch {
    return null;
  }
}

/** Turns drawings (SVG) into PNG files, one after the other, in a thread of its own. What cannot be drawn is null, and the others come all the same. */
export default async function drawCharts(drawings: readonly string[]): Promise<(Uint8Array | null)[]> {
  const fonts = await ready;
  return drawings.map((svg) => drawn(svg, fonts));
}
