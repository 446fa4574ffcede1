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

/** A line of text above or below the drawing. */
function addLine(drawing: SVGSVGElement, text: string, { x = 12, y, fill }: { readonly x?: number; readonly y: number; readonly fill: string }): void {
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  Object.entries({ x: String(x), y: String(y), fill }).forEach(([name, value]) => line.setAttribute(name, value));
  line.textContent = text;
  drawing.append(line);
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
}

/** The entries of the legend that stands beside a drawing on the page. */
export function legendBeside(drawing: SVGSVGElement): LegendEntry[] {
  return [...(drawing.closest('figure')?.querySelectorAll('figcaption li') ?? [])].flatMap((entry) => {
    const key = entry.querySelector('svg');
    return key === null ? [] : [{ key, words: entry.textContent ?? '' }];
  });
}

/** One entry of the legend below the drawing. */
function addEntry(drawing: SVGSVGElement, { key, words }: LegendEntry, y: number, fill: string): void {
  const mark = withOwnLook(key);
  Object.entries({ x: '12', y: String(y - 12) }).forEach(([name, value]) => mark.setAttribute(name, value));
  drawing.append(mark);
  addLine(drawing, words, { x: 12 + key.width.baseVal.value + 8, y, fill });
}

/** The chart as an SVG file that looks the same everywhere: title above, legend and notes below, on the page's background. */
export function chartSvg(original: SVGSVGElement, { title, legend, notes }: PictureWords): string {
  const drawing = withOwnLook(original);
  const [width, height] = [original.width.baseVal.value, original.height.baseVal.value];
  const style = getComputedStyle(original);
  const [colour, background] = [plainColour(style.color), plainColour(getComputedStyle(original.parentElement ?? original).backgroundColor)];
  const [above, below] = [36, 12 + (legend.length + notes.length) * 20];
  Object.entries({ xmlns: 'http://www.w3.org/2000/svg', height: String(height + above + below), viewBox: `0 ${-above} ${width} ${height + above + below}`, 'font-family': "'Fira Sans', 'Noto Sans', sans-serif", 'font-size': '13' })
    .forEach(([name, value]) => drawing.setAttribute(name, value));
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  Object.entries({ x: '0', y: String(-above), width: String(width), height: String(height + above + below), fill: background }).forEach(([name, value]) => paper.setAttribute(name, value));
  drawing.prepend(paper);
  const lineAt = (index: number): number => height + 16 + index * 20;
  addLine(drawing, title, { y: -12, fill: colour });
  legend.forEach((entry, index) => addEntry(drawing, entry, lineAt(index), colour));
  notes.forEach((note, index) => addLine(drawing, note, { y: lineAt(legend.length + index), fill: colour }));
  return new XMLSerializer().serializeToString(drawing);
}

/** The same as a PNG file, twice as fine as on the screen. */
export async function chartPng(svg: string): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
