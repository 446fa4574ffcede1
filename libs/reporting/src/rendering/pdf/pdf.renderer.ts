import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FONT_FILES } from '../fonts.js';
import type { RenderingAnswer, RenderingTask, TaskPicture } from '../rendering.task.js';
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

/** Gives the compiler a picture under a name of our own. It exists for it alone: no folder holds it. @returns the name with its ending */
function showPicture({ compiler, folder }: Typesetter, name: string, { mediaType, content }: TaskPicture): string {
  const path = `/${name}.${mediaType === 'image/png' ? 'png' : 'jpg'}`;
  compiler.mapShadow(join(folder, path), Buffer.from(content));
  return path;
}

/** Typst's own words for a character that no font has; every other failure is a bug of the template. */
const unknownCharacter = /the text `\\?"(.+?)\\?"` could not be displayed/g;

function unescape(text: string): string {
  return text.replace(/\\u\{([0-9a-f]+)\}/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))).replace(/\\(.)/g, '$1');
}

function typeset({ document, pictures, logo, contentsTitle, hasLineNumbers, madeAt }: RenderingTask): RenderingAnswer {
  const open = typst();
  const engine = open.compiler;
  const names = Object.fromEntries([...pictures].map(([id, picture], index) => [id, showPicture(open, `picture-${index}`, picture)]));
  const inputs = {
    pictures: JSON.stringify(names), logo: logo ? showPicture(open, 'logo', logo) : '',
    document: JSON.stringify(withMarks(document)), contents: contentsTitle, 'line-numbers': String(hasLineNumbers),
  };
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
