import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './bench-database.js';

/** Puts what a benchmark measured into docs/benchmarks.md, between its two marks. @param name of its command */
export function writeMeasured(name: string, text: string): void {
  const path = join(checkout, 'docs/benchmarks.md');
  const page = readFileSync(path, 'utf8');
  const begin = `<!-- measured: ${name} -->`;
  const from = page.indexOf(begin);
  if (from < 0) throw new Error(`docs/benchmarks.md has no place for ${name}`);
  writeFileSync(path, `${page.slice(0, from)}${begin}\n${text}\n${page.slice(page.indexOf('<!-- /measured -->', from))}`);
}
