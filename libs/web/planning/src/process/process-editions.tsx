import type { ProcessPageQuery } from '@konzeptwerkstatt/web-data';
import { Card, CardGrid, EmptyState, Original, StatusTag, useText } from '@konzeptwerkstatt/web-ui';

type Edition = NonNullable<ProcessPageQuery['process']>['editions']['edges'][number]['node'];

/** The concepts a process leads to. */
export function ProcessEditions({ editions }: { editions: readonly Edition[] }) {
  const t = useText();
  if (editions.length === 0) return <EmptyState title={t('planning.editions.empty')}>{t('planning.editions.empty-text')}</EmptyState>;
  return (
    <CardGrid>
      {editions.map((edition) => (
        <Card
          key={edition.id}
          preline={`${t(`planning.instrument.${edition.instrument.kind}`)} · ${edition.year}`}
          title={<Original>{edition.title}</Original>}
          href={`/konzepte/${edition.uuid}`}
          footer={
            <>
              {edition.frozenAt ? <StatusTag tone="info">{t('planning.editions.frozen')}</StatusTag> : null}
              {edition.isExample ? <StatusTag>{t('planning.process.example')}</StatusTag> : null}
            </>
          }
        />
      ))}
    </CardGrid>
  );
}
