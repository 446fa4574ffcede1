import { describe, expect, it } from '@jest/globals';
import type { DocumentTree, TreeElement, TreeNode } from '@konzeptwerkstatt/document-model';
import { renderReadingHtml } from './reading-html.js';

const text = (words: string): TreeNode => ({ type: 'text', text: words });
const block = (kind: string, words: string, indent = 0): TreeElement => ({ type: 'block', attrs: { id: null, kind, indent }, content: [text(words)] });
const render = (...content: TreeElement[]): string => renderReadingHtml({ type: 'doc', content } satisfies DocumentTree);

describe('the reading view', () => {
  it('escapes every word', () => {
    expect(render(block('paragraph', '<script>alert("x")</script> & \'y\''))).toBe('<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;</p>');
  });

  it('links only where a link may lead', () => {
    const link = (href: string): TreeElement => ({ type: 'block', attrs: { kind: 'paragraph', indent: 0 }, content: [{ type: 'text', text: 'hier', marks: [{ type: 'link', attrs: { href } }] }] });
    expect(render(link('https://example.org/?a=1&b=2'))).toBe('<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer nofollow">hier</a></p>');
    expect(render(link('javascript:alert(1)'))).toBe('<p>hier</p>');
  });

  it('nests lists by indentation', () => {
    expect(render(block('bulletItem', 'a'), block('orderedItem', 'b', 1), block('orderedItem', 'c', 1), block('bulletItem', 'd')))
      .toBe('<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>');
    expect(render(block('bulletItem', 'a'), block('orderedItem', 'b'))).toBe('<ul><li>a</li></ul><ol><li>b</li></ol>');
  });

  it('gives goals and measures a section with a heading, titled or not', () => {
    const measure: TreeElement = { type: 'measure', attrs: { id: 'x' }, content: [{ type: 'title', content: [text('Sprache')] }, block('heading2', 'Wie')] };
    expect(render(measure)).toBe('<section id="block-x" data-object="measure"><h3><span>Maßnahme:</span> Sprache</h3><h4>Wie</h4></section>');
    expect(render({ type: 'goal', attrs: { id: 'y' } })).toContain('Ziel ohne Titel');
  });

  it('tells which cells of a table are headers of columns and of rows', () => {
    const cell = (type: 'tableCell' | 'tableHeader', words: string): TreeElement => ({ type, attrs: { colspan: 1, rowspan: 1 }, content: [block('paragraph', words)] });
    const html = render({ type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', 'a')] }, { type: 'tableRow', content: [cell('tableHeader', 'b'), cell('tableCell', 'c')] }] });
    expect(html).toBe('<table><tbody><tr><th scope="col"><p>a</p></th></tr><tr><th scope="row"><p>b</p></th><td><p>c</p></td></tr></tbody></table>');
  });
});
