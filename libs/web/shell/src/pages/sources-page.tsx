import { useQuery } from '@apollo/client/react';
import type { SourcesQuery } from '@konzeptwerkstatt/web-data';
import { SourcesDocument } from '@konzeptwerkstatt/web-data';
import type { Translate } from '@konzeptwerkstatt/web-ui';
import { DescriptionList, EmptyState, Loading, Original, PageHeader, Section, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';
import { RequestFailureNotice } from '../request/request-failure.js';

type Source = SourcesQuery['sources'][number];

function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  const t = useText();
  return (
    <TextLink href={href} target="_blank" rel="noreferrer">
      <bdi>{children}</bdi> <span className="kw-visually-hidden">{t('shell.sources.new-tab')}</span>
    </TextLink>
  );
}

function factsOf(source: Source, t: Translate): { term: string; value: ReactNode }[] {
  const { authors, publisher, url, licence, licenceUrl, usedFor } = source;
  return [
    ...(authors ? [{ term: t('shell.sources.authors'), value: authors }] : []),
    ...(publisher ? [{ term: t('shell.sources.publisher'), value: <Original>{publisher}</Original> }] : []),
    ...(url ? [{ term: t('shell.sources.address'), value: <OutsideLink href={url}>{url.replace(/^https?:\/\//, '')}</OutsideLink> }] : []),
    { term: t('shell.sources.licence'), value: licenceUrl ? <OutsideLink href={licenceUrl}>{licence}</OutsideLink> : licence },
    { term: t('shell.sources.used-for'), value: <Original>{usedFor}</Original> },
  ];
}

/** The publications whose facts are shown, as the server names them. */
function Publications() {
  const t = useText();
  const { data, error, refetch } = useQuery(SourcesDocument);
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={5} />;
  if (data.sources.length === 0) return <EmptyState title={t('shell.sources.none')}>{t('shell.sources.none-text')}</EmptyState>;
  return (
    <div className="kw-stack">
      {data.sources.map((source) => (
        <div key={source.title} className="kw-stack kw-stack--tight">
          <h3 className="kern-heading-small" lang="de"><cite>{source.title}</cite></h3>
          <DescriptionList items={factsOf(source, t)} />
        </div>
      ))}
      <p className="kw-prose kw-muted">{t('shell.sources.changes')}</p>
    </div>
  );
}

/** Names the sources of the facts that are shown and the licences of what the client is made of. */
export default function SourcesPage() {
  const t = useText();
  return (
    <>
      <PageHeader title={t('shell.sources.title')}>{t('shell.sources.lead')}</PageHeader>
      <Section title={t('shell.sources.facts')}>
        <Publications />
      </Section>
      <Section title={t('shell.sources.software')}>
        <DescriptionList
          items={[
            { term: 'KERN-UX', value: t('shell.sources.kern') },
            { term: 'Fira Sans', value: t('shell.sources.fira') },
            { term: 'Noto Sans Arabic', value: t('shell.sources.noto') },
            { term: 'Vazirmatn', value: t('shell.sources.vazirmatn') },
          ]}
        />
      </Section>
    </>
  );
}
