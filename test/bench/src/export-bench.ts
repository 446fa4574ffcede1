import { cpus } from 'node:os';
import { ChartDrawer, chartsOf, DocumentRenderer, reportOf } from '@konzeptwerkstatt/reporting';
import type { RenderingTask } from '@konzeptwerkstatt/reporting';
import { buildConceptDocument, germanWords } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, TreeElement } from '@konzeptwerkstatt/document-model';
import { chartId, reportDocument, reportFacts } from './report.generator.js';
import { median } from './statistics.js';

/** How long it takes to render a concept and a report of about a hundred pages, and to assemble the report: `npm run bench:export`. Target: PDF within two seconds. */
const sentence = 'Die Stadt fördert das Zusammenleben in den Stadtteilen und unterstützt Vereine, Schulen und Nachbarschaften dabei, einander zu begegnen. ';
const block = (kind: string, text: string): TreeElement => ({ type: 'block', attrs: { id: null, kind, indent: 0 }, content: [{ type: 'text', text }] });
const title = (text: string): TreeElement => ({ type: 'title', content: [{ type: 'text', text }] });

function concept(sections: number): ConceptDocument {
  const measures = (section: number): TreeElement[] => Array.from({ length: 8 }, (_, index) => ({ type: 'measure', attrs: { id: `${section}-${index}` }, content: [title(`Sprachlotsen ${index}`), block('paragraph', sentence.repeat(5))] }));
  const body = (section: number): TreeElement[] => [block('heading2', 'Ausgangslage'), ...Array.from({ length: 10 }, () => block('paragraph', sentence.repeat(7))), block('heading2', 'Maßnahmen'), ...measures(section)];
  return buildConceptDocument({
    titlePage: { title: 'Integrationskonzept', year: 2026, municipality: 'Beispielstadt', state: 'Entwurf, Stand 26.11.2026', excerpt: null, notes: [] },
    sections: Array.from({ length: sections }, (_, index) => ({
      sectionId: String(index), number: String(index + 1), title: `Handlungsfeld ${index + 1}`, sourceNote: null,
      text: { tree: { type: 'doc', content: body(index) }, values: Object.fromEntries(measures(index).map(({ attrs }) => [String(attrs?.['id']), { status: 'running', period: '2026/2028', budgetAmount: '12500' }])) },
    })),
    nameOf: () => null, words: germanWords, hasMeasureTable: true, only: null,
  });
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const renderer = new DocumentRenderer();
const ROUNDS = 6;

/** Renders a document again and again in a form; prints how long the first time and the others take. */
async function measure(name: string, format: RenderingTask['format'], document: ConceptDocument, pictures: RenderingTask['pictures']): Promise<void> {
  const times: number[] = [];
  let pages = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    const { file, unshownCharacters, brokenPictures } = await renderer.render({ format, document, pictures, hasLineNumbers: false, madeAt: 0 });
    times.push(performance.now() - started);
    if (unshownCharacters.length + brokenPictures.length > 0) throw new Error('the benchmark\'s document has something that cannot be shown');
    if (format === 'pdf') pages = Buffer.from(file).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  }
  print(`${name}, ${format}: first ${Math.round(times[0] ?? 0)} ms, then ${Math.round(median(times.slice(1)))} ms${format === 'pdf' ? `, ${pages} pages` : ''}`);
}

print(`${cpus().length} cores, ${cpus()[0]?.model ?? ''}`);
const text = concept(23);
for (const format of ['pdf', 'docx'] as const) await measure('concept', format, text, new Map());

// What assembling a report costs beside the database: its words, its charts, its text.
const drawer = new ChartDrawer();
const [words, drawing, writing]: [number[], number[], number[]] = [[], [], []];
let report = text;
let charts: RenderingTask['pictures'] = new Map();
for (let round = 0; round < ROUNDS; round += 1) {
  const started = performance.now();
  const sections = reportOf('implementation_report', reportFacts(), 'de');
  const said = performance.now();
  const drawn = await drawer.draw(chartsOf(sections).map(({ svg }) => svg));
  const drew = performance.now();
  report = reportDocument(sections);
  words.push(said - started);
  drawing.push(drew - said);
  writing.push(performance.now() - drew);
  charts = new Map(drawn.flatMap((content, index) => (content === null ? [] : [[chartId(index), { mediaType: 'image/png' as const, content }]])));
}
print(`report: words ${Math.round(median(words))} ms, ${charts.size} charts ${Math.round(median(drawing))} ms, text ${Math.round(median(writing))} ms`);
for (const format of ['pdf', 'docx'] as const) await measure('report', format, report, charts);
await Promise.all([renderer.onApplicationShutdown(), drawer.onApplicationShutdown()]);
