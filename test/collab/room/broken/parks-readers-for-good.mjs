/** A broken server: a reader who fell behind once is sent what she missed, and nothing that is written after it. */
import { changeSource } from './changed-source.mjs';

changeSource('server/outflow.js', /(frame\.length\);\s*\}\s*)this\.lag = null;/, '$1');
