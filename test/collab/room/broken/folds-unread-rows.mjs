/** A broken server: when the log is folded into the snapshot, what came in meanwhile leaves the log too. */
import { changeSource } from './changed-source.mjs';

changeSource('documents/compaction.js', / AND id = ANY \(\$\{ids\}::bigint\[\]\)/, '');
