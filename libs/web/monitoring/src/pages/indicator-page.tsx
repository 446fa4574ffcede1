import { useQuery } from '@apollo/client/react';
import type { IndicatorFileLanguage, IndicatorPageQuery } from '@konzeptwerkstatt/web-data';
import { IndicatorPageDocument, useAllPages } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice, usePageTitle } from '@konzeptwerkstatt/web-shell';
import { EmptyState, Loading, Original, PageHeader, Section, StatusTag, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useParams } from 'react-router';
import '../catalogue.js';
import '../monitoring.css';
import { SeriesChart } from '../chart/series-chart.js';
import { Comparison } from '../comparison/comparison.js';
import { DefinitionSection } from '../indicator/definition-section.js';
import { ReleaseSection } from '../indicator/release-section.js';
import { Observations } from '../observation/observations.js';

type Indicator = NonNullable<IndicatorPageQuery['indicator']>;
type Place = Indicator['measures']['edges'][number]['node'] | Indicator['goals']['edges'][number]['node'];

/** Goals or measures that are observed by the indicator; each link leads to its place in the text. */
function Places({ kind, places }: { kind: 'goals' | 'measures'; places: readonly Place[] }) {
  const t = useText();
  if (places.length === 0) return <EmptyState icon={kind === 'goals' ? 'goal' : 'measure'} title={t(`monitoring.${kind}.empty`)}>{t(`monitoring.${kind}.empty-text`)}</EmptyState>;
  return (
    <ul className="kw-rows">
      {places.map((place) => (
        <li key={place.id}>
          <span>
            <TextLink href={`/konzepte/${place.section.edition.uuid}/abschnitte/${place.section.uuid}?block=${encodeURIComponent(place.blockId)}`}>{place.title ? <Original>{place.title}</Original> : t(`monitoring.${kind}.untitled`)}</TextLink>
            <span className="kw-muted"> · <Original>{place.section.title}, {place.section.edition.title}</Original></span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function IndicatorFacts({ indicator }: { indicator: Indicator }) {
  const t = useText();
  const { day } = useLanguage();
  usePageTitle(indicator.name);
  const observations = indicator.observations.edges.map(({ node }) => node);
  return (
    <>
      <PageHeader
        title={indicator.name}
        breadcrumbs={[{ label: t('monitoring.list.title'), href: '/indikatoren' }, { label: indicator.name }]}
        status={indicator.isExample || indicator.overdueSince ? (
          <>
            {indicator.isExample ? <StatusTag>{t('monitoring.indicator.example')}</StatusTag> : null}
            {indicator.overdueSince ? <StatusTag tone="warning">{t('monitoring.indicator.overdue', { day: day(indicator.overdueSince, 'medium') })}</StatusTag> : null}
          </>
        ) : null}
      />
      <SeriesChart indicator={indicator} observations={observations} />
      <Observations indicator={indicator} />
      <Comparison indicator={indicator} observations={observations} />
      <DefinitionSection indicator={indicator} />
      <Section title={t('monitoring.goals.title')}>
        <Places kind="goals" places={indicator.goals.edges.map(({ node }) => node)} />
      </Section>
      <Section title={t('monitoring.measures.title')}>
        <Places kind="measures" places={indicator.measures.edges.map(({ node }) => node)} />
      </Section>
      <ReleaseSection indicator={indicator} />
    </>
  );
}

const fileLanguages = ['DE', 'EN', 'AR'] as const satisfies readonly IndicatorFileLanguage[];

/** The language of the words in files, for that of the interface. */
const fileLanguageOf = (tag: string): IndicatorFileLanguage => fileLanguages.find((language) => language.toLowerCase() === tag) ?? 'DE';

/** One indicator: its values as a series and as a table, what is counted, the goals and measures that are observed by it. */
export default function IndicatorPage() {
  const t = useText();
  const { indicatorId = '' } = useParams();
  const { data, error, refetch, fetchMore } = useQuery(IndicatorPageDocument, { variables: { uuid: indicatorId, fileLanguage: fileLanguageOf(useLanguage().tag) } });
  useAllPages(data?.indicator?.observations.pageInfo, (observationsAfter) => fetchMore({ variables: { observationsAfter } }));
  if (data?.indicator) return <IndicatorFacts indicator={data.indicator} />;
  if (error) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  return data ? <NotFoundPage text={t('monitoring.indicator.gone')} list={{ href: '/indikatoren', label: t('monitoring.indicator.list') }} /> : <Loading lines={8} />;
}
