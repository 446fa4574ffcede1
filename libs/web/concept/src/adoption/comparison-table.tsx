import { useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';

/** A table of what was there before and what is there now. */
export function ComparisonTable({ caption, children }: { caption: string; children: ReactNode }) {
  const t = useText();
  return (
    <div className="kw-comparison" role="region" tabIndex={0} aria-label={caption}>
      <table>
        <thead><tr>{['before', 'now', 'fate', 'fields'].map((column) => <th key={column} scope="col">{t(`concept.comparison.${column}`)}</th>)}</tr></thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
