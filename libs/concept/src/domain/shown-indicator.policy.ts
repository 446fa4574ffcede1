import { toIndicatorId } from '@konzeptwerkstatt/document-model';
import type { TreeElement, TreeNode } from '@konzeptwerkstatt/document-model';

/** A block of a text that shows an indicator. */
export interface ShownIndicator {
  readonly indicatorId: string;
  readonly blockId: string;
}

function shownBy({ attrs = {} }: TreeElement): ShownIndicator[] {
  const indicatorId = toIndicatorId(attrs);
  return indicatorId === null ? [] : [{ indicatorId, blockId: String(attrs['id'] ?? '') }];
}

/** Indicators that stand in a text as blocks of their own, in its order, those in goals and measures included. */
export function shownIndicators(nodes: readonly TreeNode[]): ShownIndicator[] {
  return nodes.flatMap((node) => (node.type === 'text' ? [] : node.type === 'indicator' ? shownBy(node) : shownIndicators(node.content ?? [])));
}
