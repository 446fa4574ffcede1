import { Schema } from 'prosemirror-model';
import type { MarkSpec, NodeSpec } from 'prosemirror-model';
import { blockSpec, lineBreakSpec } from './block.schema.js';
import { goalSpec, measureSpec, titleSpec } from './concept-object.schema.js';
import { indicatorSpec } from './indicator-block.schema.js';
import { boldSpec, italicSpec, linkSpec } from './mark.schema.js';
import { pictureSpec } from './picture.schema.js';
import { contentExpression } from './structure.policy.js';
import type { ElementName, MarkName } from './structure.policy.js';
import { tableCellSpec, tableHeaderSpec, tableRowSpec, tableSpec } from './table.schema.js';

/** Node specs by name, `block` first: it is what an editor falls back to. */
export const nodeSpecs: Readonly<Record<ElementName | 'doc' | 'text', NodeSpec>> = {
  doc: { content: contentExpression('doc') },
  block: blockSpec,
  goal: goalSpec,
  measure: measureSpec,
  title: titleSpec,
  table: tableSpec,
  tableRow: tableRowSpec,
  tableCell: tableCellSpec,
  tableHeader: tableHeaderSpec,
  picture: pictureSpec,
  indicator: indicatorSpec,
  lineBreak: lineBreakSpec,
  text: { group: 'inline' },
};

/** Mark specs by name; a link lies outermost. */
export const markSpecs: Readonly<Record<MarkName, MarkSpec>> = { link: linkSpec, bold: boldSpec, italic: italicSpec };

/** The ProseMirror schema of a section's text, the same one for editor, server and reports. */
export const documentSchema: Schema<ElementName | 'doc' | 'text', MarkName> = new Schema({ nodes: nodeSpecs, marks: markSpecs });
