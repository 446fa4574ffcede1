import { isAllowedHref } from '@konzeptwerkstatt/document-model';
import type { TreeElement, TreeNode } from '@konzeptwerkstatt/document-model';
import { Fragment } from 'react';
import type { ReactNode } from 'react';

function words(node: TreeNode): ReactNode {
  if (node.type !== 'text') return node.type === 'lineBreak' ? <br /> : null;
  return (node.marks ?? []).reduceRight<ReactNode>((inner, mark) => {
    if (mark.type === 'bold') return <strong>{inner}</strong>;
    if (mark.type !== 'link') return <em>{inner}</em>;
    return isAllowedHref(mark.attrs.href) ? <a className="kern-link" href={mark.attrs.href} rel="noopener noreferrer nofollow">{inner}</a> : inner;
  }, node.text);
}

/** The words of a text block with bold, italic and links. @param content the block as JSON of the document model */
export function FormattedWords({ content }: { readonly content: string }) {
  const { content: nodes = [] } = JSON.parse(content) as TreeElement;
  return <>{nodes.map((node, index) => <Fragment key={index}>{words(node)}</Fragment>)}</>;
}
