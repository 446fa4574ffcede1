import { useQuery } from '@apollo/client/react';
import type { IndicatorPageQuery } from '@konzeptwerkstatt/web-data';
import { IndicatorPageDocument, useAllPages } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice, usePageTitle } from '@konzeptwerkstatt/web-shell';
import { DescriptionList, EmptyState, Loading, Original, PageHeader, Section, StatusTag, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { useParams } from 'react-router';
import '../catalogue.js';
import { Direction } from '../indicator/direction.js';
import { Observations } from '../observation/observations.js';

type Indicator = NonNullable<IndicatorPageQuery['indicator']>;
type Measure = Indicator['measures']['edges'][number]['node'];

/** Measures that are judged by the indicator; each link leads to its place in the text. */
function Measures({ measures }: { measures: readonly Measure[] }) {
  const t = useText();
  if (measures.length === 0) return <EmptyState icon="measure" title={t('monitoring.measures.empty')}>{t('monitoring.measures.empty-text')}</EmptyState>;
  return (
    <ul className="kw-rows">
      {measures.map((measure) => (
        <li key={measure.id}>
          <span>
            <TextLink href={`/konzepte/${measure.section.edition.uuid}/abschnitte/${measure.section.uuid}?block=${encodeURIComponent(measure.blockId)}`}>{measure.title ? <Original>{measure.title}</Original> : t('monitoring.measures.untitled')}</TextLink>
            <span className="kw-muted"> · <Original>{measure.section.title}, {measure.section.edition.title}</Original></span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function IndicatorFacts({ indicator }: { indicator: Indicator }) {
  const t = useText();
  usePageTitle(indicator.name);
  const { definition } = indicator;
  return (
    <>
      <PageHeader
        title={indicator.name}
        breadcrumbs={[{ label: t('monitoring.list.title'), href: '/indikatoren' }, { label: indicator.name }]}
        status={indicator.isExample ? <StatusTag>{t('monitoring.indicator.example')}</StatusTag> : null}
      />
      <Section title={t('monitoring.definition.title')}>
        <DescriptionList
          items={[
            { term: t('monitoring.definition.text'), value: <Original>{definition.text}</Original> },
            { term: t('monitoring.definition.unit'), value: indicator.unitLabel },
            { term: t('monitoring.definition.direction'), value: <Direction direction={indicator.direction} /> },
            ...(definition.source ? [{ term: t('monitoring.definition.source'), value: <Original>{definition.source}</Original> }] : []),
            { term: t('monitoring.definition.version'), value: definition.version },
          ]}
        />
      </Section>
      <Observations indicator={indicator} />
      <Section title={t('monitoring.measures.title')}>
        <Measures measures={indicator.measures.edges.map(({ node }) => node)} />
      </Section>
    </>
  );
}

/** One indicator: what is counted, its values by region and period, the measures that are judged by it. */
export default function IndicatorPage() {
  const { indicatorId = '' } = useParams();
  const { data, error, refetch, fetchMore } = useQuery(IndicatorPageDocument, { variables: { uuid: indicatorId } });
  useAllPages(data?.indicator?.observations.pageInfo, (observationsAfter) => fetchMore({ variables: { observationsAfter } }));
  if (data?.indicator) return <IndicatorFacts indicator={data.indicator} />;
  if (error) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  return data ? <NotFoundPage /> : <Loading lines={8} />;
}
