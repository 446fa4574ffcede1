/**
 * A broken server, to show that the tests of crashes would notice one: loaded before the application (`--import`), it makes
 * the rooms show and acknowledge an update at once and write it to the log a second and a half later.
 */
import { registerHooks } from 'node:module';

const careful = 'this.parts.log.append(entry).then((outcome)=>this.land(flight, outcome)';
const hasty = 'this.show(flight); new Promise((resolve) => setTimeout(resolve, 1500)).then(() => this.parts.log.append(entry)).then(() => this.flights.delete(flight)';

registerHooks({
  load(url, context, nextLoad) {
    const module = nextLoad(url, context);
    if (!url.endsWith('/collaboration/dist/room/room.js')) return module;
    const source = String(module.source);
    if (!source.includes(careful)) throw new Error('The room has changed; this file no longer breaks it.');
    return { ...module, source: source.replace(careful, hasty) };
  },
});
