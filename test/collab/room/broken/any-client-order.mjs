/** A broken server: takes updates that name their clients in an order in which nobody can merge them. */
import { changeSource } from './changed-source.mjs';

changeSource('walk/update-walk.js', /if \([^)]*\) cursor\.refuse\('client-order'\);/, '');
