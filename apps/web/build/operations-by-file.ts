import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

const prefix = '\0operations:';
const generated = join('libs', 'web', 'data', 'src', 'generated', 'graphql.ts');
const definition = /^(?:query|mutation|subscription|fragment)\s+(\w+)/gm;
const constant = /^export const (\w+?)(Document|FragmentDoc) = (.*) as unknown as DocumentNode<[^;]*;$/gm;

/** The names of what each file of operations defines, by the file: `concept/section` for `libs/web/concept/src/operations/section.graphql`. */
function namesByFile(root: string): Map<string, Set<string>> {
  const files = globSync(join(root, 'libs/web/*/src/operations/*.graphql')).sort();
  return new Map(files.map((file) => {
    const [feature = ''] = relative(join(root, 'libs/web'), dirname(file)).split(sep);
    return [`${feature}/${basename(file, '.graphql')}`, new Set([...readFileSync(file, 'utf8').matchAll(definition)].map(([, name = '']) => name))];
  }));
}

/**
 * The operations of the client are generated into one module, which every page would load whole: about a megabyte. Here each file of
 * operations becomes a module of its own, so that a page brings only those it asks. @param root folder of the checkout
 * @throws Error for a generated operation that no file defines
 */
export function operationsByFile(root: string): Plugin {
  const path = join(root, generated);
  const modules = new Map<string, string[]>();
  const exported = new Map<string, string[]>();

  function read(): void {
    modules.clear();
    exported.clear();
    const files = namesByFile(root);
    for (const [, name = '', kind = '', value = ''] of readFileSync(path, 'utf8').matchAll(constant)) {
      const [file] = [...files].find(([, names]) => names.has(name)) ?? [];
      if (file === undefined) throw new Error(`No file of operations defines ${name}; run "npm run codegen".`);
      modules.set(file, [...(modules.get(file) ?? []), `export const ${name}${kind} = ${value};`]);
      exported.set(file, [...(exported.get(file) ?? []), `${name}${kind}`]);
    }
  }

  return {
    name: 'konzeptwerkstatt-operations-by-file',
    enforce: 'pre',
    buildStart: read,
    resolveId: (id) => (id.startsWith(prefix) ? id : undefined),
    load(id) {
      // Everything else in the generated module are types.
      if (id === path) return [...exported].map(([file, names]) => `export { ${names.join(', ')} } from ${JSON.stringify(`${prefix}${file}`)};`).join('\n');
      return id.startsWith(prefix) ? modules.get(id.slice(prefix.length))?.join('\n') : undefined;
    },
  };
}
