import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import type { WordProblem } from './word-reading.js';
import { all, parseXml } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** So much a document may hold unpacked, so many parts, and so many times its own size. */
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
const MAX_PARTS = 1_000;
const MAX_RATIO = 100;
/** What is small anyway may be packed as densely as it likes. */
const SMALL_BYTES = 5 * 1024 * 1024;
/** Of one part of words; the longest real ones have a tenth of it. */
const MAX_XML_BYTES = 60 * 1024 * 1024;

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
const begins = (content: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, index) => content[index] === byte);

const isUnsafe = (name: string): boolean => name.startsWith('/') || name.includes('\\') || name.includes('\u0000') || /^[a-z]:/i.test(name) || name.split('/').includes('..');

/** The file is not one to be read, and why. */
export class PackageRefused extends Error {
  constructor(readonly problem: WordProblem) {
    super(problem);
  }
}

/**
 * Unpacks an archive to nowhere, piece by piece, to find out what is in it: what its directory says of sizes and names comes from
 * whoever made it.
 */
function inspect(content: Uint8Array): void {
  let [bytes, parts] = [0, 0];
  let problem: WordProblem | null = null;
  const unzip = new Unzip((file) => {
    parts += 1;
    if (isUnsafe(file.name)) problem = 'not_readable';
    if (parts > MAX_PARTS) problem = 'too_large';
    file.ondata = (error, piece) => {
      bytes += piece?.length ?? 0;
      if (error !== null) problem = 'not_readable';
      else if (bytes > MAX_UNPACKED_BYTES || (bytes > SMALL_BYTES && bytes > content.length * MAX_RATIO)) problem = 'too_large';
      if (problem !== null) file.terminate();
    };
    if (problem === null) file.start();
  });
  unzip.register(UnzipInflate);
  for (let start = 0; start < content.length && problem === null; start += 64 * 1024) unzip.push(content.subarray(start, start + 64 * 1024), start + 64 * 1024 >= content.length);
  if (problem !== null) throw new PackageRefused(problem);
  if (parts === 0) throw new PackageRefused('not_readable');
  assertDirectory(content);
}

/** What is read later is found by the directory at the end: it may name what the walk above has not met, or one place many times. */
function assertDirectory(content: Uint8Array): void {
  let [bytes, parts] = [0, 0];
  unzipSync(content, { filter: ({ size, originalSize }) => {
    parts += 1;
    bytes += Math.max(size, originalSize);
    return false;
  } });
  if (parts > MAX_PARTS || bytes > MAX_UNPACKED_BYTES) throw new PackageRefused('too_large');
}

/** Old Word files and those with a password are the same kind of container; the name of a stream in it tells which. */
function oleProblem(content: Uint8Array): WordProblem {
  return Buffer.from(content).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'password_protected' : 'old_word_format';
}

/** Where a relationship leads: into the package, or out of it. */
export interface Relationship {
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** The path of a part that another part names. */
function resolvePart(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = base.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

/** The parts of a Word document, each unpacked when it is asked for. Nothing of it ever touches a disk. */
export class WordPackage {
  /** Path of the part with the text. */
  readonly main: string;

  /** @throws PackageRefused */
  constructor(private readonly content: Uint8Array) {
    if (begins(content, OLE)) throw new PackageRefused(oleProblem(content));
    if (!begins(content, ZIP)) throw new PackageRefused('not_a_word_document');
    inspect(content);
    const document = [...this.relationships('').values()].find(({ type, isExternal }) => type === 'officeDocument' && !isExternal);
    if (document === undefined) throw new PackageRefused('not_a_word_document');
    this.main = document.target;
    const types = this.xml('[Content_Types].xml');
    const type = types === null ? '' : (all(types, 'ct:Override').find(({ attributes }) => attributes['PartName']?.toLowerCase() === `/${this.main}`.toLowerCase())?.attributes['ContentType'] ?? '');
    if (/macroEnabled/i.test(type)) throw new PackageRefused('with_macros');
    if (!/wordprocessingml\.(document|template)\.main\+xml$/.test(type)) throw new PackageRefused('not_a_word_document');
  }

  /** A part as XML; null when there is none. @throws PackageRefused, XmlRefused */
  xml(name: string): XmlElement | null {
    const bytes = this.bytes(name, MAX_XML_BYTES);
    return bytes === null ? null : parseXml(bytes);
  }

  has(name: string): boolean {
    let isThere = false;
    unzipSync(this.content, { filter: (file) => { isThere ||= file.name === name; return false; } });
    return isThere;
  }

  /** @throws PackageRefused when the part is larger than that */
  bytes(name: string, maxBytes: number): Uint8Array | null {
    const files = unzipSync(this.content, { filter: (file) => {
      if (file.name !== name) return false;
      // Stored without packing, a part is as large as it lies there.
      if (Math.max(file.size, file.originalSize) > maxBytes) throw new PackageRefused('too_large');
      return true;
    } });
    return files[name] ?? null;
  }

  /** What a part refers to, by id; only the last word of a type counts. */
  relationships(part: string): Map<string, Relationship> {
    const root = this.xml(`${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`);
    if (root === null) return new Map();
    return new Map(all(root, 'rel:Relationship').map(({ attributes }) => {
      const isExternal = attributes['TargetMode'] === 'External';
      const target = attributes['Target'] ?? '';
      return [attributes['Id'] ?? '', { type: (attributes['Type'] ?? '').split('/').at(-1) ?? '', target: isExternal ? target : resolvePart(part, target), isExternal }];
    }));
  }

  /** The part of the text's relations with that type, as XML. */
  related(type: string): XmlElement | null {
    const found = [...this.relationships(this.main).values()].find((relation) => relation.type === type && !relation.isExternal);
    return found === undefined ? null : this.xml(found.target);
  }
}
