import { cpus } from 'node:os';
import { DocumentRenderer } from '@konzeptwerkstatt/reporting';
import { buildConceptDocument, germanWords } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, TreeElement } from '@konzeptwerkstatt/document-model';
import { median } from './statistics.js';

/** How long it takes to render a concept of about a hundred pages: `npm run bench:export`. Target: PDF within two seconds. */
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

const document = concept(23);
const renderer = new DocumentRenderer();
const print = (line: string): void => void process.stdout.write(`${line}\n`);
print(`${cpus().length} cores, ${cpus()[0]?.model ?? ''}`);
for (const format of ['pdf', 'docx'] as const) {
  const times: number[] = [];
  let pages = 0;
  for (let round = 0; round < 6; round += 1) {
    const started = performance.now();
    const answer = await renderer.render({ format, document, pictures: new Map(), contentsTitle: 'Inhalt', hasLineNumbers: false, madeAt: 0 });
    times.push(performance.now() - started);
    if (!('file' in answer)) throw new Error('the benchmark\'s text has characters without glyph');
    if (format === 'pdf') pages = Buffer.from(answer.file).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  }
  print(`${format}: first ${Math.round(times[0] ?? 0)} ms, then ${Math.round(median(times.slice(1)))} ms${format === 'pdf' ? `, ${pages} pages` : ''}`);
}
await renderer.onApplicationShutdown();
