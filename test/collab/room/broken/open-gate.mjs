/** Lets every root, name and value pass that Yjs can write: the random runs of Yjs know nothing of our document model. */
import { changeSource } from './changed-source.mjs';

changeSource('walk/structure-gate.js', /export function createStructureGate\(([^)]*)\) \{/, 'export function createStructureGate($1) { return OPEN_GATE;');
