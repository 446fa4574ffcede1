import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stamps } from './paths.mjs';

const generatedFolders = new Set(['node_modules', 'dist', 'generated', '.git']);

function* filesBelow(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() ? !generatedFolders.has(entry.name) : entry.isFile()) yield* filesBelow(join(path, entry.name));
  }
}

/** Fingerprint of files and folders: of their content, so that a fresh checkout and a touched file make no difference. */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) for (const file of filesBelow(path)) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Whether the step `name` was last finished for exactly this fingerprint. */
export function isDone(name, value) {
  try {
    return readFileSync(join(stamps, name), 'utf8') === value;
  } catch {
    return false;
  }
}

/** Notes that the step `name` is finished for this fingerprint. */
export function markDone(name, value) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), value);
}
