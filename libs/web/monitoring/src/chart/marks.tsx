/** Dashes of the lines, by look; the first is whole. */
export const DASHES = ['none', '8 4', '2 4', '10 3 2 3', '5 5', '14 4'] as const;

const shapes = ['M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z', 'M-5 -5h10v10h-10z', 'M0 -6.5 6.5 0 0 6.5 -6.5 0z', 'M0 -6 6 5H-6z', 'M0 6 6 -5H-6z', 'M-5 -2h3v-3h4v3h3v4h-3v3h-4v-3h-3z'] as const;

/** The mark of a value, so that lines are told apart without colour. */
export function Mark({ look, x, y }: { look: number; x: number; y: number }) {
  return <path className="kw-series__mark" data-series={look} d={shapes[look % shapes.length]} transform={`translate(${x} ${y})`} />;
}

/** A small cross: something is withheld here. */
export function HiddenMark({ x, y }: { x: number; y: number }) {
  return <path className="kw-series__hidden" d="M-4 -4 4 4M4 -4-4 4" transform={`translate(${x} ${y})`} />;
}

/** A piece of a line with its mark, for the legend. */
export function LegendKey({ look }: { look: number }) {
  return (
    <svg width={36} height={14} aria-hidden="true" focusable="false" data-series={look}>
      <line x1={0} x2={36} y1={7} y2={7} className="kw-series__line" strokeDasharray={DASHES[look % DASHES.length]} />
      <Mark look={look} x={18} y={7} />
    </svg>
  );
}
