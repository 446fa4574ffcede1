import type { MeasureFate } from '@konzeptwerkstatt/web-data';
import type { Column } from '@konzeptwerkstatt/web-ui';
import { DataTable, Original, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';

/** A part of a concept, with the number it has there. */
interface NumberedTitle {
  readonly number: string | null;
  readonly title: string | null;
}

/** What became of a part of a concept from one edition to the next. */
export interface ComparedRow {
  readonly id: string;
  readonly fate: MeasureFate;
  /** Null: it is new. */
  readonly before: NumberedTitle | null;
  /** Null: it was dropped. */
  readonly now: NumberedTitle | null;
  /** What about it is different; null where nothing is to be said. */
  readonly changes: ReactNode;
}

const tones: Readonly<Record<MeasureFate, 'neutral' | 'info' | 'success' | 'warning'>> = { TAKEN_OVER: 'neutral', CHANGED: 'info', NEW: 'success', DROPPED: 'warning' };

const named = (part: NumberedTitle | null): ReactNode => (part === null ? '–' : <>{part.number} <Original>{part.title ?? ''}</Original></>);

/** What was there before beside what is there now. */
export function ComparisonTable({ caption, rows }: { caption: string; rows: readonly ComparedRow[] }) {
  const t = useText();
  const columns: Column<ComparedRow>[] = [
    { id: 'now', header: t('concept.comparison.now'), isRowHeader: true, width: 'wide', cell: ({ now }) => named(now) },
    { id: 'before', header: t('concept.comparison.before'), width: 'wide', cell: ({ before }) => named(before) },
    { id: 'fate', header: t('concept.comparison.fate'), cell: ({ fate }) => <StatusTag tone={tones[fate]}>{t(`concept.measureFate.${fate}`)}</StatusTag> },
    { id: 'fields', header: t('concept.comparison.fields'), cell: ({ changes }) => changes },
  ];
  return <DataTable caption={caption} columns={columns} groups={[{ id: 'all', rows }]} rowId={({ id }) => id} />;
}
