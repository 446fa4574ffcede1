/** Prints y-websocket and Yjs as they are published, with `plain-client.js`, as one script. A process of its own: the bundler does not run inside of Jest. */
import { build } from 'vite';

const entry = new URL('./plain-client.js', import.meta.url).pathname;
const [{ output }] = await build({ configFile: false, logLevel: 'silent', build: { write: false, minify: false, lib: { entry, formats: ['es'] } } });
process.stdout.write(output[0].code);
