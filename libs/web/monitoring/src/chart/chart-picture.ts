import { wrappedLines } from './wrapped-lines.js';

const properties = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin'] as const;

/** A colour as every program knows it; browsers write mixed ones in ways that only they read. */
function plainColour(colour: string): string {
  if (colour === 'none' || !/^(color|oklab|oklch|lab|lch)/.test(colour)) return colour;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1, 1];
  const drawing = canvas.getContext('2d');
  if (!drawing) return colour;
  drawing.fillStyle = colour;
  drawing.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = drawing.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${(alpha / 255).toFixed(3)})`;
}

/** Writes what style sheets say about a drawing into the drawing itself. */
function withOwnLook(original: SVGSVGElement): SVGSVGElement {
  const copy = original.cloneNode(true) as SVGSVGElement;
  const [sources, targets] = [original.querySelectorAll('*'), copy.querySelectorAll('*')];
  sources.forEach((source, index) => {
    const style = getComputedStyle(source);
    for (const property of properties) targets[index]?.setAttribute(property, property.includes('-') ? style.getPropertyValue(property) : plainColour(style.getPropertyValue(property)));
    targets[index]?.removeAttribute('class');
  });
  return copy;
}

/** A line of the drawing as the page's legend shows it, and what it means. */
export interface LegendEntry {
  readonly key: SVGSVGElement;
  readonly words: string;
}

/** What belongs to a picture of a chart: what it shows, and from where. */
export interface PictureWords {
  readonly title: string;
  readonly legend: readonly LegendEntry[];
  /** Where the figures come from, one line each. */
  readonly notes: readonly string[];
  /** Which way the language of these words runs. */
  readonly direction: 'ltr' | 'rtl';
}

/** The entries of the legend that stands beside a drawing on the page. */
export function legendBeside(drawing: SVGSVGElement): LegendEntry[] {
  return [...(drawing.closest('figure')?.querySelectorAll('figcaption li') ?? [])].flatMap((entry) => {
    const key = entry.querySelector('svg');
    return key === null ? [] : [{ key, words: entry.textContent ?? '' }];
  });
}

/** A line of text above or below the drawing, with what it explains in front of the first one of several. */
interface Row {
  readonly text: string;
  readonly key: SVGSVGElement | null;
  /** Room for what is explained. */
  readonly inset: number;
}

const [SIDE, ROW, BESIDE_KEY] = [12, 20, 8];

/** How wide words are on the page; in another program's letters they may be a little wider. */
function measureFor(original: SVGSVGElement): (text: string) => number {
  const drawing = document.createElement('canvas').getContext('2d');
  const { fontSize, fontFamily } = getComputedStyle(original);
  if (drawing) drawing.font = `${fontSize} ${fontFamily}`;
  return (text) => (drawing?.measureText(text).width ?? 0) * 1.08;
}

/** The rows of a text, each as wide as the drawing. */
function rowsOf(original: SVGSVGElement, text: string, key: SVGSVGElement | null = null): Row[] {
  const inset = key === null ? 0 : key.width.baseVal.value + BESIDE_KEY;
  const room = original.width.baseVal.value - 2 * SIDE - inset;
  return wrappedLines(text, room, measureFor(original)).map((line, index) => ({ text: line, key: index === 0 ? key : null, inset }));
}

function element(name: 'rect' | 'text', attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, String(value)));
  return made;
}

/** Writes a row where lines begin in the language of its words; marks of direction hold it together in every program. */
function addRow(drawing: SVGSVGElement, { text, key, inset }: Row, { y, width, fill, direction }: { readonly y: number; readonly width: number; readonly fill: string; readonly direction: PictureWords['direction'] }): void {
  const isMirrored = direction === 'rtl';
  if (key !== null) {
    const mark = withOwnLook(key);
    mark.setAttribute('x', String(isMirrored ? width - SIDE - key.width.baseVal.value : SIDE));
    mark.setAttribute('y', String(y - 12));
    drawing.append(mark);
  }
  const line = element('text', { x: isMirrored ? width - SIDE - inset : SIDE + inset, y, fill, 'text-anchor': isMirrored ? 'end' : 'start' });
  line.textContent = isMirrored ? `\u2067${text}\u2069` : text;
  drawing.append(line);
}

/** The chart as an SVG file that looks the same everywhere: title above, legend and notes below, on the page's background. */
export function chartSvg(original: SVGSVGElement, { title, legend, notes, direction }: PictureWords): string {
  const drawing = withOwnLook(original);
  const [width, height] = [original.width.baseVal.value, original.height.baseVal.value];
  const style = getComputedStyle(original);
  const [colour, background] = [plainColour(style.color), plainColour(getComputedStyle(original.parentElement ?? original).backgroundColor)];
  const [over, under] = [rowsOf(original, title), [...legend.flatMap(({ words, key }) => rowsOf(original, words, key)), ...notes.flatMap((note) => rowsOf(original, note))]];
  const [above, below] = [16 + over.length * ROW, 12 + under.length * ROW];
  Object.entries({ xmlns: 'http://www.w3.org/2000/svg', height: String(height + above + below), viewBox: `0 ${-above} ${width} ${height + above + below}`, 'font-family': "'Fira Sans', 'Noto Sans Arabic', 'Noto Sans', sans-serif", 'font-size': '13' })
    .forEach(([name, value]) => drawing.setAttribute(name, value));
  drawing.prepend(element('rect', { x: 0, y: -above, width, height: height + above + below, fill: background }));
  over.forEach((row, index) => addRow(drawing, row, { y: (index + 1 - over.length) * ROW - 12, width, fill: colour, direction }));
  under.forEach((row, index) => addRow(drawing, row, { y: height + 16 + index * ROW, width, fill: colour, direction }));
  return new XMLSerializer().serializeToString(drawing);
}

/** The same as a PNG file, twice as fine as on the screen. Encoded at once: `toBlob` waits for an idle browser, which can take seconds. */
export async function chartPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const encoded = canvas.toDataURL('image/png').replace(/^.*,/, '');
  return new Blob([Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))], { type: 'image/png' });
}
