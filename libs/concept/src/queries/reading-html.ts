import { isAllowedHref, isListItem, toBlockKind, toIndent } from '@konzeptwerkstatt/document-model';
import type { DocumentTree, TextMark, TreeElement, TreeNode } from '@konzeptwerkstatt/document-model';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML shows it; the only way in which anything of a document gets into the output. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

function marked(html: string, mark: TextMark): string {
  if (mark.type === 'bold') return `<strong>${html}</strong>`;
  if (mark.type !== 'link') return `<em>${html}</em>`;
  return isAllowedHref(mark.attrs.href) ? `<a href="${escapeHtml(mark.attrs.href)}" rel="noopener noreferrer nofollow">${html}</a>` : html;
}

function inline(nodes: readonly TreeNode[] | undefined): string {
  return (nodes ?? []).map((node) => {
    if (node.type === 'text') return [...(node.marks ?? [])].reverse().reduce(marked, escapeHtml(node.text));
    return node.type === 'lineBreak' ? '<br>' : '';
  }).join('');
}

interface ListItem {
  readonly tag: 'ul' | 'ol';
  readonly indent: number;
  readonly html: string;
}

/** Nested lists of items that stand one after the other; an item that is deeper than its predecessor becomes its child. */
function lists(items: readonly ListItem[]): string {
  let html = '';
  const open: ListItem[] = [];
  const close = (): void => void (html += `</li></${open.pop()?.tag ?? 'ul'}>`);
  for (const item of items) {
    while (open.length > 0 && (open.at(-1) as ListItem).indent > item.indent) close();
    const top = open.at(-1);
    if (top !== undefined && top.indent === item.indent && top.tag !== item.tag) close();
    const sibling = open.at(-1);
    if (sibling !== undefined && sibling.indent === item.indent) html += '</li>';
    else {
      html += `<${item.tag}>`;
      open.push(item);
    }
    html += `<li>${item.html}`;
  }
  while (open.length > 0) close();
  return html;
}

/** `below`: the heading level of what the blocks stand in; headings inside go deeper. */
function block(element: TreeElement, below: number): string {
  const kind = toBlockKind(element.attrs?.['kind']);
  const html = inline(element.content);
  if (kind.startsWith('heading')) {
    const level = Math.min(Math.max(Number(kind.slice('heading'.length)), below + 1), 6);
    return html === '' ? '' : `<h${level}>${html}</h${level}>`;
  }
  if (kind === 'quote') return `<blockquote><p>${html}</p></blockquote>`;
  return html === '' ? '' : `<p>${html}</p>`;
}

function cell(element: TreeElement, inFirstRow: boolean): string {
  const span = (name: 'colspan' | 'rowspan'): string => {
    const value = element.attrs?.[name];
    return typeof value === 'number' && Number.isInteger(value) && value > 1 ? ` ${name}="${value}"` : '';
  };
  const isHeader = element.type === 'tableHeader';
  const tag = isHeader ? 'th' : 'td';
  return `<${tag}${isHeader ? ` scope="${inFirstRow ? 'col' : 'row'}"` : ''}${span('colspan')}${span('rowspan')}>${blocks(element.content, 4)}</${tag}>`;
}

function table(element: TreeElement): string {
  const rows = (element.content ?? []).filter((node): node is TreeElement => node.type === 'tableRow');
  const cells = (row: TreeElement, index: number): string =>
    (row.content ?? []).filter((node): node is TreeElement => node.type === 'tableCell' || node.type === 'tableHeader').map((node) => cell(node, index === 0)).join('');
  return rows.length === 0 ? '' : `<table><tbody>${rows.map((row, index) => `<tr>${cells(row, index)}</tr>`).join('')}</tbody></table>`;
}

const untitled = { goal: 'Ziel ohne Titel', measure: 'Maßnahme ohne Titel' } as const;

function conceptObject(element: TreeElement, name: 'goal' | 'measure'): string {
  const children = (element.content ?? []).filter((node): node is TreeElement => node.type !== 'text');
  const title = children.find((child) => child.type === 'title');
  const heading = inline(title?.content).trim();
  const id = element.attrs?.['id'];
  const anchor = typeof id === 'string' ? ` id="block-${escapeHtml(id)}"` : '';
  const label = name === 'goal' ? 'Ziel' : 'Maßnahme';
  return `<section${anchor} data-object="${name}"><h3><span>${label}:</span> ${heading === '' ? untitled[name] : heading}</h3>${blocks(children.filter((child) => child !== title), 3)}</section>`;
}

function element(node: TreeElement, below: number): string {
  if (node.type === 'goal' || node.type === 'measure') return conceptObject(node, node.type);
  if (node.type === 'table') return table(node);
  return node.type === 'block' ? block(node, below) : '';
}

/** A goal's or measure's further titles (after a merge) read as paragraphs, so that no words are hidden. */
function blocks(nodes: readonly TreeNode[] | undefined, below: number): string {
  let html = '';
  let items: ListItem[] = [];
  const flush = (): void => {
    html += lists(items);
    items = [];
  };
  for (const node of nodes ?? []) {
    if (node.type === 'text') continue;
    const kind = toBlockKind(node.attrs?.['kind']);
    if (node.type === 'block' && isListItem(kind)) {
      items.push({ tag: kind === 'orderedItem' ? 'ol' : 'ul', indent: toIndent(node.attrs?.['indent']), html: inline(node.content) });
      continue;
    }
    flush();
    html += node.type === 'title' ? `<p>${inline(node.content)}</p>` : element(node, below);
  }
  flush();
  return html;
}

/**
 * A section's text as HTML for reading: real headings from h2 on, nested lists, tables with header scopes, goals and
 * measures as sections of their own. Every word is escaped, every tag and attribute comes from this file.
 */
export function renderReadingHtml(tree: DocumentTree): string {
  return blocks(tree.content, 1);
}
