import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { directionOf, documentWords } from '@konzeptwerkstatt/document-model';
import { hasChapterPages } from '../chapter-pages.js';
import { FONT_FILES } from '../fonts.js';
import type { RenderingAnswer, RenderingTask, TaskPicture } from '../rendering.task.js';
import { withMarks } from './pdf.notes.js';
import { withMeasuredTables } from './pdf.tables.js';
import { pdfTemplate } from './pdf.template.js';
import { withoutCharacters } from './unshown-characters.js';

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

/** A finished file, or why there is none. */
type Outcome = { readonly file: Uint8Array } | { readonly error: unknown; readonly unknownCharacters: readonly string[] };

function typeset({ document, pictures, logo, hasLineNumbers, isShort = false, madeAt }: RenderingTask): Outcome {
  const open = typst();
  const engine = open.compiler;
  const names = Object.fromEntries([...pictures].map(([id, picture], index) => [id, showPicture(open, `picture-${index}`, picture)]));
  const inputs = {
    pictures: JSON.stringify(names), logo: logo ? showPicture(open, 'logo', logo) : '',
    document: JSON.stringify(withMarks(withMeasuredTables(document))), contents: documentWords(document.language).contents, 'line-numbers': String(hasLineNumbers), short: String(isShort), 'chapter-pages': String(!isShort && hasChapterPages(document)), 'note-directions': JSON.stringify(document.titlePage.notes.map((note) => directionOf(note, document.direction))),
  };
  try {
    const outcome = engine.compile({ mainFileContent: pdfTemplate, inputs, resetRead: true });
    if (outcome.result === null) throw new Error(`The template does not compile: ${JSON.stringify(outcome.takeDiagnostics()?.shortDiagnostics ?? null)}`);
    return { file: engine.pdf(outcome.result, { pdfStandard: 'ua-1', pdfTags: true, creationTimestamp: Math.floor(madeAt / 1000) }) };
  } catch (error) {
    return { error, unknownCharacters: [...String((error as Error).message).matchAll(unknownCharacter)].map(([, text]) => unescape(text ?? '')) };
  } finally {
    forget(open);
  }
}

function forget({ compiler }: Typesetter): void {
  compiler.resetShadow();
  compiler.evictCache(0);
}

/** Whether the compiler can read a picture. */
function isReadable(picture: TaskPicture): boolean {
  const open = typst();
  try {
    return open.compiler.compile({ mainFileContent: `#image("${showPicture(open, 'tried', picture)}")`, inputs: {}, resetRead: true }).result !== null;
  } catch {
    return false;
  } finally {
    forget(open);
  }
}

/** The task without pictures that cannot be read; null when all can. */
function withoutBroken(task: RenderingTask): RenderingTask | null {
  const pictures = new Map([...task.pictures].filter(([, picture]) => isReadable(picture)));
  const logo = task.logo && isReadable(task.logo) ? task.logo : null;
  return pictures.size === task.pictures.size && logo === (task.logo ?? null) ? null : { ...task, pictures, logo };
}

/** So often is tried again without what cannot be shown; each time names more characters. */
const MAX_TRIES = 10;

/**
 * A tagged PDF that keeps to PDF/UA-1. All words reach the template as data, never as markup: nothing that people typed is
 * read as a command. What cannot be shown costs nobody the file: a mark stands for a character that no font has, which the first page names, and a line for a picture that cannot be read.
 */
export function renderPdf(task: RenderingTask): RenderingAnswer {
  let wanted = task;
  const unshown = new Set<string>();
  for (let tries = 1; ; tries += 1) {
    const outcome = typeset(wanted);
    if ('file' in outcome) return { file: outcome.file, unshownCharacters: [...unshown], brokenPictures: [...task.pictures.keys()].filter((id) => !wanted.pictures.has(id)) };
    const { error, unknownCharacters } = outcome;
    const next = unknownCharacters.length === 0 ? withoutBroken(wanted) : wanted;
    if (next === null || tries >= MAX_TRIES) throw error;
    for (const character of unknownCharacters) unshown.add(character);
    wanted = unshown.size === 0 ? next : { ...next, document: withoutCharacters(task.document, [...unshown]) };
  }
}
