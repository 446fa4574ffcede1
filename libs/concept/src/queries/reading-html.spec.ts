import { describe, expect, it } from '@jest/globals';
import { buildBlocks, documentWords, germanWords } from '@konzeptwerkstatt/document-model';
import type { DocumentText, TreeElement, TreeNode } from '@konzeptwerkstatt/document-model';
import { renderReadingHtml } from './reading-html.js';

const text = (words: string): TreeNode => ({ type: 'text', text: words });
const block = (kind: string, words: string, indent = 0): TreeElement => ({ type: 'block', attrs: { id: null, kind, indent }, content: [text(words)] });
const measure: TreeElement = { type: 'measure', attrs: { id: 'x' }, content: [{ type: 'title', content: [text('Sprache')] }, block('heading2', 'Wie')] };

function render(content: readonly TreeElement[], values: DocumentText['values'] = {}, numbers: ReadonlyMap<string, string> = new Map()): string {
  return renderReadingHtml(buildBlocks({ tree: { type: 'doc', content }, values }, { words: germanWords, nameOf: (id) => (id === amt ? 'Amt & <b>' : null), numbers }));
}
const amt = '0195d2a0-0000-7000-8000-000000000001';

describe('the reading view', () => {
  it('says of words which way they run where that is not the way of the page', () => {
    const blocks = buildBlocks({ tree: { type: 'doc', content: [block('paragraph', 'deutsch'), block('paragraph', 'عربي'), block('paragraph', '1.250')] }, values: {} }, { words: documentWords('ar'), nameOf: () => null, numbers: new Map() });
    expect(renderReadingHtml(blocks, 'rtl')).toBe('<p dir="ltr">deutsch</p><p>عربي</p><p>1.250</p>');
    expect(render([block('paragraph', 'deutsch'), block('paragraph', 'عربي'), block('paragraph', '1.250')])).toBe('<p>deutsch</p><p dir="rtl">عربي</p><p>1.250</p>');
  });

  it('escapes every word', () => {
    expect(render([block('paragraph', '<script>alert("x")</script> & \'y\'')])).toBe('<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;</p>');
    expect(render([measure], { x: { lead: amt } })).toContain('<dd dir="auto">Amt &amp; &lt;b&gt;</dd>');
  });

  it('shows pictures with their words, and a line where one is missing', () => {
    const picture = (attrs: object): TreeElement => ({ type: 'picture', attrs: { id: 'p', ...attrs } });
    expect(render([picture({ fileId: amt, alt: 'Tisch "rund"><script>', caption: '<b>Auftakt</b>' })])).toBe(
      `<figure><img src="/files/${amt}" alt="Tisch &quot;rund&quot;&gt;&lt;script&gt;" loading="lazy"><figcaption>&lt;b&gt;Auftakt&lt;/b&gt;</figcaption></figure>`);
    expect(render([picture({ fileId: amt, decorative: true })])).toBe(`<figure><img src="/files/${amt}" alt="" loading="lazy"></figure>`);
    expect(render([picture({ fileId: 'https://example.org/x.png', alt: 'Tisch' })])).toBe('<figure><p>[Bild fehlt: Tisch]</p></figure>');
  });

  it('links only where a link may lead', () => {
    const link = (href: string): TreeElement => ({ type: 'block', attrs: { kind: 'paragraph', indent: 0 }, content: [{ type: 'text', text: 'hier', marks: [{ type: 'link', attrs: { href } }] }] });
    expect(render([link('https://example.org/?a=1&b=2')])).toBe('<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer nofollow">hier</a></p>');
    expect(render([link('javascript:alert(1)')])).toBe('<p>hier</p>');
  });

  it('nests lists by indentation', () => {
    expect(render([block('bulletItem', 'a'), block('orderedItem', 'b', 1), block('orderedItem', 'c', 1), block('bulletItem', 'd')]))
      .toBe('<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>');
    expect(render([block('bulletItem', 'a'), block('orderedItem', 'b')])).toBe('<ul><li>a</li></ul><ol><li>b</li></ol>');
  });

  it('gives goals and measures a section with a heading of the next level, titled or not, and their fields', () => {
    expect(render([measure])).toBe('<section id="block-x" data-object="measure"><h2><span>Maßnahme:</span> <bdi>Sprache</bdi></h2><h3>Wie</h3></section>');
    expect(render([{ type: 'goal', attrs: { id: 'y' } }])).toContain('Ziel ohne Titel');
    expect(render([block('heading2', 'Ziele'), measure], { x: { status: 'running' } }, new Map([['x', 'M3.1']])))
      .toContain('<h3><span>Maßnahme M3.1:</span> <bdi>Sprache</bdi></h3><h4>Wie</h4><dl><div><dt>Stand</dt><dd dir="auto">läuft</dd></div></dl>');
  });

  it('says which way a text runs when it is not the way of the page', () => {
    expect(render([block('paragraph', 'مرحبا')])).toBe('<p dir="rtl">مرحبا</p>');
  });

  it('tells which cells of a table are headers of columns and of rows', () => {
    const cell = (type: 'tableCell' | 'tableHeader', words: string): TreeElement => ({ type, attrs: { colspan: 1, rowspan: 1 }, content: [block('paragraph', words)] });
    const html = render([{ type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', 'a'), cell('tableHeader', '')] }, { type: 'tableRow', content: [cell('tableHeader', 'b'), cell('tableCell', 'c')] }] }]);
    expect(html).toBe('<table><thead><tr><th scope="col"><p>a</p></th><th scope="col"></th></tr></thead><tbody><tr><th scope="row"><p>b</p></th><td><p>c</p></td></tr></tbody></table>');
  });
});
