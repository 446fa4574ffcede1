/** `npm run build`: compiles server and web client. */
import { fail } from './setup/progress.mjs';
import { setUp } from './setup/set-up.mjs';

await setUp().catch(fail);
