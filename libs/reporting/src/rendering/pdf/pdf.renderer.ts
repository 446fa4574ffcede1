import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { RenderingAnswer, RenderingTask } from '../rendering.task.js';
import { pdfTemplate } from './pdf.template.js';

const packages = createRequire(import.meta.url);
const fonts = [
  'fira-sans/400Regular/FiraSans_400Regular.ttf', 'fira-sans/400Regular_Italic/FiraSans_400Regular_Italic.ttf', 'fira-sans/700Bold/FiraSans_700Bold.ttf',
  'fira-sans/700Bold_Italic/FiraSans_700Bold_Italic.ttf', 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf', 'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
];

let compiler: NodeCompiler | undefined;

/** One compiler per thread: reading the fonts is what takes time. Its only folder is empty, so that no file can ever be read. */
function typst(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: mkdtempSync(join(tmpdir(), 'konzeptwerkstatt-pdf-')),
    fontArgs: [{ fontPaths: fonts.map((font) => packages.resolve(`@expo-google-fonts/${font}`)) }],
  });
  return compiler;
}

/** Typst's own words for a character that no font has; every other failure is a bug of the template. */
const unknownCharacter = /the text `\\?"(.+?)\\?"` could not be displayed/g;

function unescape(text: string): string {
  return text.replace(/\\u\{([0-9a-f]+)\}/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))).replace(/\\(.)/g, '$1');
}

/**
 * A tagged PDF that keeps to PDF/UA-1. All words reach the template as data, never as markup: nothing that people typed is
 * read as a command.
 */
export function renderPdf({ document, contentsTitle, hasLineNumbers, madeAt }: RenderingTask): RenderingAnswer {
  const engine = typst();
  const inputs = { document: JSON.stringify(document), contents: contentsTitle, 'line-numbers': String(hasLineNumbers) };
  try {
    const outcome = engine.compile({ mainFileContent: pdfTemplate, inputs, resetRead: true });
    if (outcome.result === null) throw new Error(`The template does not compile: ${JSON.stringify(outcome.takeDiagnostics()?.shortDiagnostics ?? null)}`);
    return { file: engine.pdf(outcome.result, { pdfStandard: 'ua-1', pdfTags: true, creationTimestamp: Math.floor(madeAt / 1000) }) };
  } catch (error) {
    const characters = [...String((error as Error).message).matchAll(unknownCharacter)].map(([, text]) => unescape(text ?? ''));
    if (characters.length === 0) throw error;
    return { unknownCharacters: [...new Set(characters)].slice(0, 20) };
  } finally {
    engine.evictCache(0);
  }
}
