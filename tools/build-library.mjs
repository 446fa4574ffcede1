/**
 * Compiles the `src` folder of a project (the argument, or where it is started) to `dist`, file by file; types are
 * checked elsewhere.
 * Exits with 1 when a file does not compile.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { transformFile } from '@swc/core';

const root = resolve(process.argv[2] ?? '.');
const source = join(root, 'src');
const target = join(root, 'dist');
const configFile = join(import.meta.dirname, '..', '.swcrc');
const isProductionFile = (name) => /\.ts$/.test(name) && !/(\.spec|\.int-spec|\.d)\.ts$/.test(name);

await rm(target, { recursive: true, force: true });
const entries = await readdir(source, { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile() && isProductionFile(entry.name)).map((entry) => join(entry.parentPath, entry.name));

await Promise.all(
  files.map(async (file) => {
    const out = join(target, relative(source, file)).replace(/\.ts$/, '.js');
    const { code, map } = await transformFile(file, { configFile, swcrc: false, sourceFileName: relative(dirname(out), file) });
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, `${code}\n//# sourceMappingURL=${out.split('/').pop()}.map\n`);
    if (map) await writeFile(`${out}.map`, map);
  }),
);
