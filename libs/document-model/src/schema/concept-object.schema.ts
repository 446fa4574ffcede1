import type { NodeSpec } from 'prosemirror-model';
import { idOf } from './block.schema.js';
import type { DomElement } from './dom-element.js';
import { contentExpression } from './structure.policy.js';

/**
 * A goal or a measure: a title and a description in the middle of the text. Isolating, because a backspace at its edge
 * must not pour its words into the neighbour and its fields into nothing.
 */
function conceptObject(name: 'goal' | 'measure'): NodeSpec {
  return {
    content: contentExpression(name),
    attrs: { id: { default: null } },
    isolating: true,
    defining: true,
    toDOM: (node) => ['section', { 'data-block-id': node.attrs['id'] as string | null, 'data-object': name }, 0],
    parseDOM: [{ tag: `[data-object=${name}]`, priority: 70, getAttrs: (dom: DomElement) => ({ id: idOf(dom) }) }],
  };
}

export const goalSpec = conceptObject('goal');
export const measureSpec = conceptObject('measure');

/** Title of a goal or measure: plain words. The first one counts; none means an empty title. */
export const titleSpec: NodeSpec = {
  content: contentExpression('title'),
  marks: '',
  isolating: true,
  defining: true,
  toDOM: () => ['h3', { 'data-object-title': '' }, 0],
  parseDOM: [{ tag: '[data-object-title]', priority: 70, context: 'goal/|measure/' }],
};
