/** A broken server: what a reader missed while she took nothing in is never sent to her. */
import { changeSource } from './changed-source.mjs';

changeSource('server/outflow.js', /of committedSince\(this\.lag\.sequence\)\)/, 'of [])');
