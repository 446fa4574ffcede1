import type { ContributionFate } from '@konzeptwerkstatt/web-data';
import { useLanguage, useText } from '@konzeptwerkstatt/web-ui';

/** In the order in which they stand in bars and legends. */
export const fates: readonly ContributionFate[] = ['CONSIDERED', 'PARTLY', 'NOT', 'NOTED', 'FORWARDED', 'PARTS', 'OPEN'];

export interface FateCounts {
  readonly contributionCount: number;
  /** Null: too few to be broken down. */
  readonly fates: readonly { readonly fate: ContributionFate; readonly count: number }[] | null;
}

/** What the patterns of the bars mean. */
export function FateLegend() {
  const t = useText();
  return (
    <ul className="kw-legend" aria-hidden="true">
      {fates.map((fate) => <li key={fate}><span className="kw-bar__part" data-fate={fate} /> {t(`participation.fate.${fate}`)}</li>)}
    </ul>
  );
}

/** A bar as long as there are contributions, in parts by what became of them. The same stands beside it in numbers, so nobody has to see it. */
export function FateBar({ line, most }: { line: FateCounts; most: number }) {
  if (line.contributionCount === 0) return null;
  const size = (count: number) => ({ inlineSize: `${most === 0 ? 0 : (100 * count) / most}%` });
  return (
    <div className="kw-bar" aria-hidden="true">
      {line.fates === null
        ? <span className="kw-bar__part" data-fate="WHOLE" style={size(line.contributionCount)} />
        : fates.map((fate) => {
          const count = line.fates?.find((one) => one.fate === fate)?.count ?? 0;
          return count > 0 ? <span key={fate} className="kw-bar__part" data-fate={fate} style={size(count)} /> : null;
        })}
    </div>
  );
}

/** What became of contributions, in words and numbers; what has none is left out. */
export function FateWords({ line }: { line: FateCounts }) {
  const t = useText();
  const { number } = useLanguage();
  if (line.contributionCount === 0) return <>{t('participation.figures.none')}</>;
  if (line.fates === null) return <span className="kw-muted">{t('participation.figures.too-few')}</span>;
  const shown = fates.flatMap((fate) => {
    const count = line.fates?.find((one) => one.fate === fate)?.count ?? 0;
    return count > 0 ? [t('participation.figures.fate', { fate: t(`participation.fate.${fate}`), count: number(count) })] : [];
  });
  return <>{shown.join(' · ')}</>;
}
