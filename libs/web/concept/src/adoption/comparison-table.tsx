import type { Fate } from '@konzeptwerkstatt/web-data';
import type { Column } from '@konzeptwerkstatt/web-ui';
import { Checkbox, DataTable, Original, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';
import { useState } from 'react';

/** A part of a concept, with the number it has there. */
interface NumberedTitle {
  readonly number: string | null;
  readonly title: string | null;
}

/** What became of a part of a concept from one edition to the next. */
export interface ComparedRow {
  readonly id: string;
  readonly fate: Fate;
  /** Null: it is new. */
  readonly before: NumberedTitle | null;
  /** Null: it was dropped. */
  readonly now: NumberedTitle | null;
  /** What about it is different; null where nothing is to be said. */
  readonly changes: ReactNode;
}

const tones: Readonly<Record<Fate, 'neutral' | 'info' | 'success' | 'warning'>> = { TAKEN_OVER: 'neutral', CHANGED: 'info', NEW: 'success', DROPPED: 'warning' };

const named = (part: NumberedTitle | null): ReactNode => (part === null ? '–' : <>{part.number} <Original>{part.title ?? ''}</Original></>);

/** What was there before beside what is there now, with how much of it there is; what is the same can be left out. */
export function ComparisonTable({ caption, rows }: { caption: string; rows: readonly ComparedRow[] }) {
  const t = useText();
  const [isOnlyDifferent, setIsOnlyDifferent] = useState(false);
  const count = (wanted: Fate): number => rows.filter(({ fate }) => fate === wanted).length;
  const [same, changed, added, dropped] = [count('TAKEN_OVER'), count('CHANGED'), count('NEW'), count('DROPPED')];
  const hasBoth = same > 0 && same < rows.length;
  const shown = hasBoth && isOnlyDifferent ? rows.filter(({ fate }) => fate !== 'TAKEN_OVER') : rows;
  const columns: Column<ComparedRow>[] = [
    { id: 'now', header: t('concept.comparison.now'), isRowHeader: true, width: 'wide', cell: ({ now }) => named(now) },
    { id: 'before', header: t('concept.comparison.before'), width: 'wide', cell: ({ before }) => named(before) },
    { id: 'fate', header: t('concept.comparison.fate'), cell: ({ fate }) => <StatusTag tone={tones[fate]}>{t(`concept.measureFate.${fate}`)}</StatusTag> },
    { id: 'fields', header: t('concept.comparison.fields'), cell: ({ changes }) => changes },
  ];
  return (
    <div className="kw-stack">
      <p className="kw-muted">{t('concept.comparison.counts', { same, changed, new: added, dropped })}</p>
      {hasBoth ? <Checkbox isSelected={isOnlyDifferent} onChange={setIsOnlyDifferent}>{t('concept.comparison.only-different')}</Checkbox> : null}
      <DataTable caption={caption} columns={columns} groups={[{ id: 'all', rows: shown }]} rowId={({ id }) => id} />
    </div>
  );
}
