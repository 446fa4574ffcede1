import { DataTable, useLanguage, useText } from '@konzeptwerkstatt/web-ui';

interface Month {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly received: number;
  readonly answered: number;
}

const height = 160;
const columnWidth = 44;
const bottom = 28;
/** Months that fit; the table has all of them. */
const shownMonths = 24;

/** What came and what was answered, month by month: a drawing with a sentence for who does not see it, and the table below. */
export function MonthChart({ months }: { months: readonly Month[] }) {
  const t = useText();
  const { tag, number } = useLanguage();
  const name = (month: string, style: 'short' | 'long') => new Intl.DateTimeFormat(tag, { month: style, year: style === 'long' ? 'numeric' : undefined, timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
  const recent = months.slice(-shownMonths);
  const last = recent.slice(Math.max(0, recent.findIndex(({ received, answered }) => received + answered > 0)));
  const most = Math.max(1, ...last.flatMap(({ received, answered }) => [received, answered]));
  const size = (count: number) => (count / most) * (height - bottom - 16);
  const best = [...months].sort((one, other) => other.received - one.received)[0];
  const sum = (key: 'received' | 'answered') => months.reduce((total, month) => total + month[key], 0);
  const summary = t('participation.figures.months-summary', { received: number(sum('received')), answered: number(sum('answered')), month: best ? name(best.month, 'long') : '' });
  return (
    <figure className="kw-chart">
      <p>{summary}</p>
      <div className="kw-chart__scroll" dir="ltr" tabIndex={0} role="group" aria-label={t('participation.figures.months')}>
        <svg width={last.length * columnWidth} height={height} role="img" aria-label={summary} focusable="false">
          <line x1={0} x2={last.length * columnWidth} y1={height - bottom} y2={height - bottom} className="kw-chart__axis" />
          {last.map(({ month, received, answered }, index) => (
            <g key={month} transform={`translate(${index * columnWidth} 0)`}>
              <rect className="kw-chart__received" x={6} width={14} y={height - bottom - size(received)} height={size(received)} />
              <rect className="kw-chart__answered" x={22} width={14} y={height - bottom - size(answered)} height={size(answered)} />
              {received > 0 ? <text x={13} y={height - bottom - size(received) - 4} textAnchor="middle">{number(received)}</text> : null}
              {answered > 0 ? <text x={29} y={height - bottom - size(answered) - 4} textAnchor="middle">{number(answered)}</text> : null}
              <text x={columnWidth / 2} y={height - 8} textAnchor="middle">{name(month, 'short')}</text>
            </g>
          ))}
        </svg>
      </div>
      <figcaption>
        <ul className="kw-legend" aria-hidden="true">
          <li><span className="kw-chart__key" data-key="received" /> {t('participation.figures.received')}</li>
          <li><span className="kw-chart__key" data-key="answered" /> {t('participation.figures.answered')}</li>
        </ul>
        <details>
          <summary>{t('participation.figures.as-table')}</summary>
          <DataTable caption={t('participation.figures.months')} rowId={({ month }) => month} groups={[{ id: 'all', rows: months }]} columns={[
            { id: 'month', header: t('participation.figures.month'), isRowHeader: true, cell: ({ month }) => name(month, 'long') },
            { id: 'received', header: t('participation.figures.received'), align: 'end', cell: ({ received }) => number(received) },
            { id: 'answered', header: t('participation.figures.answered'), align: 'end', cell: ({ answered }) => number(answered) },
          ]} />
        </details>
      </figcaption>
    </figure>
  );
}
