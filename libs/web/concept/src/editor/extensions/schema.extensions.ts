import { Mark, Node } from '@tiptap/core';
import type { AnyExtension, Attributes, NodeConfig } from '@tiptap/core';
import type { MarkSpec, NodeSpec } from '@tiptap/pm/model';
import { markSpecs, nodeSpecs } from '@konzeptwerkstatt/document-model';

/** Attributes as the document model has them; it parses and renders them itself. */
function attributes(attrs: NodeSpec['attrs'] | MarkSpec['attrs']): Attributes {
  return Object.fromEntries(
    Object.entries(attrs ?? {}).map(([name, attr]) => [name, { default: attr.default as unknown, isRequired: !('default' in attr), rendered: false, parseHTML: () => null }]),
  );
}

/** A node of the document model as TipTap's configuration; `extra` adds a view or keys. */
export function nodeExtension(name: string, spec: NodeSpec, extra: Partial<NodeConfig> = {}): AnyExtension {
  const { toDOM, parseDOM } = spec;
  return Node.create({
    name,
    topNode: name === 'doc',
    content: spec.content,
    marks: spec.marks,
    group: spec.group,
    inline: spec.inline,
    atom: spec.atom,
    draggable: spec.draggable,
    selectable: spec.selectable,
    isolating: spec.isolating,
    defining: spec.defining,
    linebreakReplacement: spec.linebreakReplacement,
    addAttributes: () => attributes(spec.attrs),
    // Of this node's own specification, what TipTap has no name for.
    extendNodeSchema: (extension) => (extension.name === name ? { tableRole: spec['tableRole'] as unknown, leafText: spec.leafText } : {}),
    ...(parseDOM ? { parseHTML: () => parseDOM } : {}),
    ...(toDOM ? { renderHTML: ({ node }) => toDOM(node) } : {}),
    ...extra,
  });
}

function markExtension(name: string, spec: MarkSpec): AnyExtension {
  const { toDOM, parseDOM } = spec;
  return Mark.create({
    name,
    inclusive: spec.inclusive,
    excludes: spec.excludes,
    addAttributes: () => attributes(spec.attrs),
    ...(parseDOM ? { parseHTML: () => parseDOM } : {}),
    ...(toDOM ? { renderHTML: ({ mark }) => toDOM(mark, true) } : {}),
  });
}

/** The document model's schema as extensions, in its order; `views` replaces nodes by extensions with a view of their own. */
export function schemaExtensions(views: Readonly<Record<string, AnyExtension>> = {}): AnyExtension[] {
  const nodes = Object.entries(nodeSpecs).map(([name, spec]) => views[name] ?? nodeExtension(name, spec));
  return [...nodes, ...Object.entries(markSpecs).map(([name, spec]) => markExtension(name, spec))];
}
