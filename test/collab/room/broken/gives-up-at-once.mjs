/** A broken server: a commit that nobody answers is taken for none, and what is sent again because of it for new. */
import { changeSource } from './changed-source.mjs';

changeSource('log/group-commit-log.js', /const giveUpAfter = 20_000;/, 'const giveUpAfter = 0;');
