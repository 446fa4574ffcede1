/**
 * Adds to package-lock.json the optional packages of other platforms that the registry in use did not have when the file
 * was written. `npm install` leaves them out without a word, and `npm ci` then refuses the file on every platform.
 * Run it after each `npm install`: node tools/complete-lock.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'aix', 'sunos', 'netbsd', 'openbsd'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];

/** The folders npm looks in for what the package at `path` needs, nearest first. */
function* searchPath(path, name) {
  for (let base = path; ; base = base.slice(0, Math.max(base.lastIndexOf('node_modules/') - 1, 0))) {
    yield base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`;
    if (base === '') return;
  }
}

const isLocked = (path, name) => [...searchPath(path, name)].some((place) => place in lock.packages);
const named = (name, words) => words.filter((word) => name.split(/[-/]/).includes(word));

const added = {};
for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(path, name)) continue;
    if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version)) throw new Error(`${name}@${version} is missing and names no exact version`);
    const os = named(name, systems);
    const cpu = named(name, processors);
    added[`node_modules/${name}`] = { version, ...(cpu.length ? { cpu } : {}), optional: true, ...(os.length ? { os } : {}) };
  }
}

const [root, ...rest] = Object.entries({ ...lock.packages, ...added });
const sorted = rest.sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries([root, ...sorted]);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${Object.keys(added).length} added`);
