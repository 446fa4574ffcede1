import { describe, expect, it } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import { documentSchema } from '@konzeptwerkstatt/document-model';
import { schemaExtensions } from './schema.extensions.js';

const schema = getSchema(schemaExtensions());

describe('the schema of the editor', () => {
  it('has the nodes of the document model, in its order, with the same content and attributes', () => {
    const shape = (of: typeof schema) => Object.values(of.nodes).map(({ name, spec }) => ({
      name,
      content: spec.content ?? '',
      marks: spec.marks ?? null,
      tableRole: (spec['tableRole'] as string | undefined) ?? null,
      isIsolating: spec.isolating === true,
      attrs: Object.entries(spec.attrs ?? {}).map(([attr, { default: value }]) => [attr, value as unknown]),
    }));
    expect(shape(schema)).toEqual(shape(documentSchema));
  });

  it('has the marks of the document model', () => {
    expect(Object.keys(schema.marks)).toEqual(Object.keys(documentSchema.marks));
  });

  it('renders a block as the document model does', () => {
    const block = { type: 'block', attrs: { id: null, kind: 'heading2', indent: 0 }, content: [{ type: 'text', text: 'Wohnen' }] };
    const own = schema.nodeFromJSON(block);
    expect(schema.nodes['block']!.spec.toDOM!(own)).toEqual(documentSchema.nodes.block.spec.toDOM!(documentSchema.nodeFromJSON(block)));
  });
});
