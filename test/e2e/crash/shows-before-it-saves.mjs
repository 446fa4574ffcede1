/**
 * A broken server, to show that the tests of crashes would notice one: loaded before the application (`--import`), it makes
 * the rooms show and acknowledge an update at once and write it to the log a second and a half later.
 */
import { registerHooks } from 'node:module';

const careful = 'await this.store(batch, outcomes)';
const hasty = '(numbered.forEach(({ entry }) => outcomes.set(entry, "committed")), setTimeout(() => void this.store({ ...batch, announcements: [] }, new Map()), 1500), false)';

registerHooks({
  load(url, context, nextLoad) {
    const module = nextLoad(url, context);
    if (!url.endsWith('/collaboration/dist/log/group-commit-log.js')) return module;
    const source = String(module.source);
    if (!source.includes(careful)) throw new Error('The log has changed; this file no longer breaks it.');
    return { ...module, source: source.replace(careful, hasty) };
  },
});
