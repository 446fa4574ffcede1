import type { Attrs, Node as ProseMirrorNode, NodeSpec } from 'prosemirror-model';
import { idOf } from './block.schema.js';
import type { DomElement } from './dom-element.js';
import { contentExpression } from './structure.policy.js';

/** Largest span a pasted or stored cell may claim; a hostile one would make every reader build a huge grid. */
export const MAX_SPAN = 100;

/** A column or row span; everything outside 1 to {@link MAX_SPAN} reads as 1. */
export function toSpan(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_SPAN ? value : 1;
}

/** Column widths in pixels of one cell, one number per spanned column, or null when not set. */
export function toColumnWidths(value: unknown, colspan: number): number[] | null {
  if (!Array.isArray(value) || value.length !== colspan) return null;
  const widths: unknown[] = value;
  return widths.every((width) => typeof width === 'number' && Number.isInteger(width) && width >= 0 && width <= 5000) ? (widths as number[]) : null;
}

function cellAttrs(dom: DomElement): Attrs {
  const colspan = toSpan(Number(dom.getAttribute('colspan') ?? '1'));
  const widths = dom.getAttribute('data-colwidth');
  return {
    colspan,
    rowspan: toSpan(Number(dom.getAttribute('rowspan') ?? '1')),
    colwidth: widths === null ? null : toColumnWidths(widths.split(',').map(Number), colspan),
  };
}

function renderedAttrs(node: ProseMirrorNode): Record<string, string | null> {
  const colspan = toSpan(node.attrs['colspan']);
  const rowspan = toSpan(node.attrs['rowspan']);
  const widths = toColumnWidths(node.attrs['colwidth'], colspan);
  return {
    colspan: colspan === 1 ? null : String(colspan),
    rowspan: rowspan === 1 ? null : String(rowspan),
    'data-colwidth': widths === null ? null : widths.join(','),
  };
}

function cell(name: 'tableCell' | 'tableHeader', tag: 'td' | 'th', tableRole: string): NodeSpec {
  return {
    content: contentExpression(name),
    attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
    tableRole,
    isolating: true,
    toDOM: (node) => [tag, renderedAttrs(node), 0],
    parseDOM: [{ tag, getAttrs: cellAttrs }],
  };
}

export const tableSpec: NodeSpec = {
  content: contentExpression('table'),
  attrs: { id: { default: null } },
  tableRole: 'table',
  isolating: true,
  toDOM: (node) => ['table', { 'data-block-id': node.attrs['id'] as string | null }, ['tbody', 0]],
  parseDOM: [{ tag: 'table', getAttrs: (dom: DomElement) => ({ id: idOf(dom) }) }],
};

export const tableRowSpec: NodeSpec = {
  content: contentExpression('tableRow'),
  tableRole: 'row',
  toDOM: () => ['tr', 0],
  parseDOM: [{ tag: 'tr' }],
};

export const tableCellSpec = cell('tableCell', 'td', 'cell');
export const tableHeaderSpec = cell('tableHeader', 'th', 'header_cell');
