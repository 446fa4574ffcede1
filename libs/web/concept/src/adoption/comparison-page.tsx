import { useQuery } from '@apollo/client/react';
import type { EditionComparisonQuery, MeasureFate } from '@konzeptwerkstatt/web-data';
import { EditionComparisonDocument } from '@konzeptwerkstatt/web-data';
import { EmptyState, Original, StatusTag, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { useParams } from 'react-router';
import '../catalogue.js';
import { useFurtherPages } from '../data/use-further-pages.js';
import { EditionFrame } from '../edition/edition-frame.js';
import { editionPath } from '../places.js';
import './adoption.css';

type Edition = NonNullable<EditionComparisonQuery['edition']>;
type Row = NonNullable<Edition['measureComparison']>['edges'][number]['node'];

const shownLimit = 2000;
const tones: Readonly<Record<MeasureFate, 'neutral' | 'info' | 'success' | 'warning'>> = { TAKEN_OVER: 'neutral', CHANGED: 'info', NEW: 'success', DROPPED: 'warning' };
/** Names of fields in the catalogue, where they differ from those of the comparison. */
const labels: Readonly<Record<string, string>> = { leadOrganisationId: 'lead', partnerIds: 'partners', indicatorIds: 'indicators' };

function Cell({ number, title }: { number: string | null; title: string | null }) {
  return title === null ? <td>–</td> : <td>{number} <Original>{title}</Original></td>;
}

function ComparisonTable({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const t = useText();
  return (
    <div className="kw-comparison" role="region" tabIndex={0} aria-label={caption}>
      <table>
        <thead><tr>{['before', 'now', 'fate', 'fields'].map((column) => <th key={column} scope="col">{t(`concept.comparison.${column}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map(({ id, fate, numberBefore, titleBefore, number, title, fields }) => (
            <tr key={id}>
              <Cell number={numberBefore} title={titleBefore} />
              <Cell number={number} title={title} />
              <td><StatusTag tone={tones[fate]}>{t(`concept.measureFate.${fate}`)}</StatusTag></td>
              <td>{fields.map((field) => t(`concept.measure.${labels[field] ?? field}`)).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What became of the measures of the edition before. */
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
            {measureComparison.edges.length === 0 ? <EmptyState title={t('concept.comparison.no-measures')} /> : <ComparisonTable rows={measureComparison.edges.map(({ node }) => node)} caption={t('concept.comparison.title')} />}
          </div>
        )
        : <EmptyState title={t('concept.comparison.none')} />)}
    </EditionFrame>
  );
}
