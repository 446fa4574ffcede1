/** An element of a drawing, in the spelling of React; `className` and the like are written as SVG has them by `svgText`. */
export interface SvgShape {
  readonly tag: 'g' | 'line' | 'path' | 'polyline' | 'rect' | 'text';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
  readonly children?: readonly SvgShape[];
}

const spelled: Readonly<Record<string, string>> = { className: 'class', strokeDasharray: 'stroke-dasharray', textAnchor: 'text-anchor' };
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

/** Shapes as SVG, for pages that are made without a browser. Every word is escaped. */
export function svgText(shapes: readonly SvgShape[]): string {
  return shapes.map(({ tag, attributes, text = '', children = [] }) => {
    const written = Object.entries(attributes).map(([name, value]) => ` ${spelled[name] ?? name}="${escaped(String(value))}"`).join('');
    return `<${tag}${written}>${escaped(text)}${svgText(children)}</${tag}>`;
  }).join('');
}
