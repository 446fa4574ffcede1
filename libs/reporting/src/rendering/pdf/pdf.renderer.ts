import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FONT_FILES } from '../fonts.js';
import type { RenderingAnswer, RenderingTask } from '../rendering.task.js';
import { withMarks, withoutInNotes } from './pdf.notes.js';
import { pdfTemplate } from './pdf.template.js';

interface Typesetter {
  readonly compiler: NodeCompiler;
  /** Its only folder, which is empty. */
  readonly folder: string;
}

let typesetter: Typesetter | undefined;

function openTypst(): Typesetter {
  const folder = mkdtempSync(join(tmpdir(), 'konzeptwerkstatt-pdf-'));
  return { folder, compiler: NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: FONT_FILES }] }) };
}

/** One compiler per thread: reading the fonts is what takes time. Its only folder is empty, so that no file can ever be read. */
function typst(): Typesetter {
  typesetter ??= openTypst();
  return typesetter;
}

/** Gives the compiler the pictures under names of our own. They exist for it alone: no folder holds them. @returns names by file id */
function showPictures({ compiler, folder }: Typesetter, pictures: RenderingTask['pictures']): Record<string, string> {
  return Object.fromEntries([...pictures].map(([id, { mediaType, content }], index) => {
    const name = `/picture-${index}.${mediaType === 'image/png' ? 'png' : 'jpg'}`;
    compiler.mapShadow(join(folder, name), Buffer.from(content));
    return [id, name];
  }));
}

/** Typst's own words for a character that no font has; every other failure is a bug of the template. */
const unknownCharacter = /the text `\\?"(.+?)\\?"` could not be displayed/g;

function unescape(text: string): string {
  return text.replace(/\\u\{([0-9a-f]+)\}/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))).replace(/\\(.)/g, '$1');
}

function typeset({ document, pictures, contentsTitle, hasLineNumbers, madeAt }: RenderingTask): RenderingAnswer {
  const open = typst();
  const engine = open.compiler;
  const names = showPictures(open, pictures);
  const inputs = { pictures: JSON.stringify(names), document: JSON.stringify(withMarks(document)), contents: contentsTitle, 'line-numbers': String(hasLineNumbers) };
  try {
    const outcome = engine.compile({ mainFileContent: pdfTemplate, inputs, resetRead: true });
    if (outcome.result === null) throw new Error(`The template does not compile: ${JSON.stringify(outcome.takeDiagnostics()?.shortDiagnostics ?? null)}`);
    return { file: engine.pdf(outcome.result, { pdfStandard: 'ua-1', pdfTags: true, creationTimestamp: Math.floor(madeAt / 1000) }) };
  } catch (error) {
    const characters = [...String((error as Error).message).matchAll(unknownCharacter)].map(([, text]) => unescape(text ?? ''));
    if (characters.length === 0) throw error;
    return { unknownCharacters: [...new Set(characters)].slice(0, 20) };
  } finally {
    engine.resetShadow();
    engine.evictCache(0);
  }
}

/** So often is tried again without characters of notes that no font has; each time names up to twenty. */
const MAX_TRIES = 6;

/**
 * A tagged PDF that keeps to PDF/UA-1. All words reach the template as data, never as markup: nothing that people typed is
 * read as a command. A character of the text that no font has ends it with the character's name; in notes, which whoever makes the file cannot change, it is replaced.
 */
export function renderPdf(task: RenderingTask): RenderingAnswer {
  let wanted = task;
  for (let tries = 1; ; tries += 1) {
    const answer = typeset(wanted);
    const document = 'file' in answer || tries >= MAX_TRIES ? null : withoutInNotes(wanted.document, answer.unknownCharacters);
    if (document === null) return answer;
    wanted = { ...wanted, document };
  }
}
