import { registerHooks } from 'node:module';

/**
 * Has one file of the collaboration engine loaded with one place of it changed.
 * @param file below its compiled files
 * @param place what is there; it must be
 * @param changed what is there instead
 */
export function changeSource(file, place, changed) {
  registerHooks({
    load(url, context, nextLoad) {
      const module = nextLoad(url, context);
      if (!url.endsWith(`/collaboration/dist/${file}`)) return module;
      const source = String(module.source);
      if (!place.test(source)) throw new Error(`${file} has changed; it is no longer broken by what was to break it.`);
      return { ...module, source: source.replace(place, changed) };
    },
  });
}
