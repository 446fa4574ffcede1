/** A broken server: what a reader missed while she took nothing in is never sent to her. */
import { registerHooks } from 'node:module';

const sendsTheRest = /for \(const \{ frame, last \} of committedSince\(this\.lag\.sequence\)\)/;

registerHooks({
  load(url, context, nextLoad) {
    const module = nextLoad(url, context);
    if (!url.endsWith('/collaboration/dist/server/outflow.js')) return module;
    const source = String(module.source);
    if (!sendsTheRest.test(source)) throw new Error('The way out has changed; this file no longer breaks it.');
    return { ...module, source: source.replace(sendsTheRest, 'for (const { frame, last } of [])') };
  },
});
