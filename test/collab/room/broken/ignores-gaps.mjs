/** A broken server: takes an update for complete whatever is missing before it. */
import { changeSource } from './changed-source.mjs';

changeSource('walk/causality.js', /export function causalityOf\(outline, known\) \{/, "$& return 'complete';");
