import { useQuery } from '@apollo/client/react';
import type { EditionComparisonQuery } from '@konzeptwerkstatt/web-data';
import { EditionComparisonDocument } from '@konzeptwerkstatt/web-data';
import { EmptyState, Original, Section, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { useParams } from 'react-router';
import '../catalogue.js';
import { useFurtherPages } from '../data/use-further-pages.js';
import { EditionFrame } from '../edition/edition-frame.js';
import { editionPath } from '../places.js';
import './adoption.css';
import { ComparisonTable } from './comparison-table.js';
import { fieldLabelKey } from './field-labels.js';
import { SectionsComparison } from './sections-comparison.js';

type Edition = NonNullable<EditionComparisonQuery['edition']>;
type Row = NonNullable<Edition['measureComparison']>['edges'][number]['node'];

const shownLimit = 2000;

function MeasureRows({ rows }: { rows: readonly Row[] }) {
  const t = useText();
  const part = (number: string | null, title: string | null) => (title === null ? null : { number, title });
  const compared = rows.map(({ id, fate, numberBefore, titleBefore, number, title, fields }) => ({
    id, fate, before: part(numberBefore, titleBefore), now: part(number, title), changes: fields.length === 0 ? null : fields.map((field) => t(fieldLabelKey(field))).join(', '),
  }));
  return <ComparisonTable caption={t('concept.comparison.measures')} rows={compared} />;
}

/** What became of the sections and measures of the edition before. */
export default function ComparisonPage() {
  const t = useText();
  const { editionId = '' } = useParams();
  const { data, error, refetch, fetchMore } = useQuery(EditionComparisonDocument, { variables: { uuid: editionId }, fetchPolicy: 'cache-and-network' });
  const found = data?.edition?.measureComparison;
  useFurtherPages({ pageInfo: found?.pageInfo, count: found?.edges.length ?? 0, limit: shownLimit, fetchMore });
  return (
    <EditionFrame edition={data?.edition} error={error} onRetry={() => void refetch()} view={t('concept.comparison.title')}>
      {({ basedOn, measureComparison, correctionReason }) => (basedOn && measureComparison
        ? (
          <div className="kw-stack">
            <p>{t('concept.comparison.with')} <TextLink href={editionPath(basedOn.uuid)}>{basedOn.title} ({basedOn.year})</TextLink></p>
            {correctionReason ? <p>{t('concept.comparison.correction')} <Original>{correctionReason}</Original></p> : null}
            <SectionsComparison editionUuid={editionId} />
            <Section title={t('concept.comparison.measures')}>
              {measureComparison.edges.length === 0 ? <EmptyState title={t('concept.comparison.no-measures')} /> : <MeasureRows rows={measureComparison.edges.map(({ node }) => node)} />}
            </Section>
          </div>
        )
        : <EmptyState title={t('concept.comparison.none')} />)}
    </EditionFrame>
  );
}
