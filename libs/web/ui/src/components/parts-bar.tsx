/** A part of a bar. */
export interface BarPart {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** So many patterns can be told apart; they follow the order of the parts. */
const patterns = 8;

const patternOf = (index: number): number => index % patterns;

/** What the patterns of a bar mean. */
export function PartsLegend({ parts }: { parts: readonly BarPart[] }) {
  return (
    <ul className="kw-legend" aria-hidden="true">
      {parts.map(({ key, label }, index) => <li key={key}><span className="kw-bar__part" data-pattern={patternOf(index)} /> {label}</li>)}
    </ul>
  );
}

/** A bar in parts, as long as its share of the longest one. The same has to stand beside it in words and numbers, so that nobody has to see it. */
export function PartsBar({ parts, most }: { parts: readonly BarPart[]; most: number }) {
  return (
    <div className="kw-bar" aria-hidden="true">
      {parts.map(({ key, count }, index) => (count > 0 ? <span key={key} className="kw-bar__part" data-pattern={patternOf(index)} style={{ inlineSize: `${most === 0 ? 0 : (100 * count) / most}%` }} /> : null))}
    </div>
  );
}

/** A bar that is not broken down, as long as its share of the longest one; the words beside it say how many. */
export function WholeBar({ count, most }: { count: number; most: number }) {
  if (count === 0) return null;
  return <div className="kw-bar" aria-hidden="true"><span className="kw-bar__part" data-pattern="whole" style={{ inlineSize: `${most === 0 ? 0 : (100 * count) / most}%` }} /></div>;
}
