import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const othersMayPass = 0o001;

/** Whether any other user of the machine may walk through every folder down to `path` (what does not exist yet is fine). */
export function isReachableForOthers(path: string): boolean {
  const parent = dirname(path);
  if (parent !== path && !isReachableForOthers(parent)) return false;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined || (stats.mode & othersMayPass) !== 0;
}

/**
 * Where database and files live when nothing else is set: `<checkout>/.data`. PostgreSQL refuses to run as root and is
 * started as another system user then, who must be able to walk to its folder; a checkout below root's home is not
 * reachable for it, so a folder below /var/lib named after the checkout takes its place.
 */
export function defaultDataDir(checkout: string, isRoot = process.getuid?.() === 0): string {
  const folder = resolve(checkout);
  if (!isRoot || isReachableForOthers(folder)) return join(folder, '.data');
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  return join('/var/lib/konzeptwerkstatt', `${basename(folder)}-${hash}`);
}
