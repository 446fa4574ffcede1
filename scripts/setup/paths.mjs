import { join, resolve } from 'node:path';

/** Folder of the checkout. */
export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');

/** Where set-up notes what it has done, so that a second start does not do it again. Lost, it costs a minute. */
export const stamps = join(root, 'node_modules/.konzeptwerkstatt');
