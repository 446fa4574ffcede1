import type { ReactNode } from 'react';
import { linkedParts } from './linked-parts.js';

const isList = (line: string): boolean => line.startsWith('- ');

function Line({ text }: { text: string }): ReactNode {
  return linkedParts(text).map(({ text: words, href }, index) => (href === null ? words : <a key={index} className="kern-link" href={href} rel="noopener noreferrer">{words}</a>));
}

/** One block: a heading, a list, or a paragraph whose line breaks stay. Everything is text; nothing in it is run. */
function Block({ text }: { text: string }): ReactNode {
  const lines = text.split('\n');
  if (lines.length === 1 && text.startsWith('## ')) return <h2>{text.slice(3)}</h2>;
  if (lines.every(isList)) return <ul>{lines.map((line, index) => <li key={index}><Line text={line.slice(2)} /></li>)}</ul>;
  return <p>{lines.map((line, index) => <span key={index}>{index > 0 ? <br /> : null}<Line text={line} /></span>)}</p>;
}

/** A page's plain text as headings, lists and paragraphs, with its addresses as links. */
export function LegalText({ text }: { text: string }) {
  return <div className="kw-prose" lang="de" dir="ltr">{text.split(/\n{2,}/).filter((block) => block.trim() !== '').map((block, index) => <Block key={index} text={block.trim()} />)}</div>;
}
