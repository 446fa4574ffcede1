import type { ContributionFate } from '@konzeptwerkstatt/web-data';
import { PartsBar, PartsLegend, useLanguage, useText, WholeBar } from '@konzeptwerkstatt/web-ui';

/** In the order in which they stand in bars and legends. */
export const fates: readonly ContributionFate[] = ['CONSIDERED', 'PARTLY', 'NOT', 'NOTED', 'FORWARDED', 'PARTS', 'OPEN'];

export interface FateCounts {
  readonly contributionCount: number;
  /** Null: too few to be broken down. */
  readonly fates: readonly { readonly fate: ContributionFate; readonly count: number }[] | null;
}

const countOf = ({ fates: counts }: FateCounts, fate: ContributionFate): number => counts?.find((one) => one.fate === fate)?.count ?? 0;

/** What the patterns of the bars mean. */
export function FateLegend() {
  const t = useText();
  return <PartsLegend parts={fates.map((fate) => ({ key: fate, label: t(`participation.fate.${fate}`), count: 0 }))} />;
}

/** A bar as long as there are contributions, in parts by what became of them; whole where they are too few to be broken down. */
export function FateBar({ line, most }: { line: FateCounts; most: number }) {
  const t = useText();
  if (line.contributionCount === 0) return null;
  if (line.fates === null) return <WholeBar count={line.contributionCount} most={most} />;
  return <PartsBar parts={fates.map((fate) => ({ key: fate, label: t(`participation.fate.${fate}`), count: countOf(line, fate) }))} most={most} />;
}

/** What became of contributions, in words and numbers; what has none is left out. */
export function FateWords({ line }: { line: FateCounts }) {
  const t = useText();
  const { number } = useLanguage();
  if (line.contributionCount === 0) return <>{t('participation.figures.none')}</>;
  if (line.fates === null) return <span className="kw-muted">{t('participation.figures.too-few')}</span>;
  const shown = fates.flatMap((fate) => {
    const count = countOf(line, fate);
    return count > 0 ? [t('participation.figures.fate', { fate: t(`participation.fate.${fate}`), count: number(count) })] : [];
  });
  return <>{shown.join(' · ')}</>;
}
