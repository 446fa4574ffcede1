import * as Y from 'yjs';
import { toBlockKind, toIndent } from '../schema/block-kind.policy.js';
import { toIndicatorId } from '../schema/indicator-block.policy.js';
import { toPictureAttributes } from '../schema/picture.policy.js';
import { toColumnWidths, toSpan } from '../schema/table.schema.js';
import type { ElementName } from '../schema/structure.policy.js';
import { readBody } from './body.reader.js';
import type { BodyNode } from './body.reader.js';
import { joinRuns, textRuns } from './text-run.reader.js';
import type { TextMark, TextRun } from './text-run.reader.js';

export interface TextLeaf {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly TextMark[];
}

export interface TreeElement {
  readonly type: ElementName;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly TreeNode[];
}

export type TreeNode = TextLeaf | TreeElement;

/** ProseMirror JSON of a whole document. */
export interface DocumentTree {
  readonly type: 'doc';
  readonly content: readonly TreeElement[];
}

/** The attributes as the schema sees them; undefined for elements without any. */
export function attrsOf(node: BodyNode): Record<string, unknown> | undefined {
  const raw: Readonly<Record<string, unknown>> = node.element.getAttributes();
  if (node.name === 'block') return { id: node.id, kind: toBlockKind(raw['kind']), indent: toIndent(raw['indent']) };
  if (node.name === 'tableCell' || node.name === 'tableHeader') {
    const colspan = toSpan(raw['colspan']);
    return { colspan, rowspan: toSpan(raw['rowspan']), colwidth: toColumnWidths(raw['colwidth'], colspan) };
  }
  if (node.name === 'picture') return { id: node.id, ...toPictureAttributes(raw) };
  if (node.name === 'indicator') return { id: node.id, indicatorId: toIndicatorId(raw) };
  return node.id === null ? undefined : { id: node.id };
}

/** Words side by side may lie in two Yjs texts, when two people typed into an empty block at once; readers see one line. */
function contentOf(node: BodyNode): TreeNode[] {
  const content: TreeNode[] = [];
  let runs: TextRun[] = [];
  const endLine = (): void => {
    content.push(...joinRuns(runs).map(toLeaf));
    runs = [];
  };
  for (const child of node.children) {
    if (child instanceof Y.XmlText) {
      runs.push(...textRuns(child, node.name === 'title'));
    } else {
      endLine();
      content.push(toTree(child));
    }
  }
  endLine();
  return content;
}

function toLeaf({ text, marks }: TextRun): TextLeaf {
  return { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) };
}

/** One element with all that is in it. */
export function toTree(node: BodyNode): TreeElement {
  const content = contentOf(node);
  const attrs = attrsOf(node);
  return { type: node.name, ...(attrs === undefined ? {} : { attrs }), ...(content.length === 0 ? {} : { content }) };
}

/**
 * The body for reading views, exports and comparisons: ProseMirror JSON that always fits the schema. Unknown elements,
 * marks, attributes and link targets are already left out; ids are unique.
 */
export function readTree(doc: Y.Doc): DocumentTree {
  return { type: 'doc', content: readBody(doc).children.map(toTree) };
}
