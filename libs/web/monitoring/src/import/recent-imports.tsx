import { useQuery } from '@apollo/client/react';
import { RecentObservationImportsDocument } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Section, StatusTag, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';

/** The files that were brought lately: the way back to a decision that is open, and to taking one back. */
export function RecentImports() {
  const t = useText();
  const { instant } = useLanguage();
  const { data, error, refetch } = useQuery(RecentObservationImportsDocument, { fetchPolicy: 'network-only' });
  const imports = data?.recentObservationImports.edges.map(({ node }) => node) ?? [];
  if (error && !data) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  if (imports.length === 0) return null;
  return (
    <Section title={t('monitoring.import.recent')}>
      <ul className="kw-statistics-list">
        {imports.map(({ uuid, fileName, state, requestedAt, mayOpen, plannedCount, organisation }) => (
          <li key={uuid}>
            {mayOpen ? <TextLink href={`/indikatoren/einlesen?datei=${uuid}`}>{fileName}</TextLink> : <bdi>{fileName}</bdi>}{' '}
            <span className="kw-muted"><bdi>{instant(requestedAt)}</bdi>{organisation ? <> · <bdi>{organisation.name}</bdi></> : null}</span>{' '}
            <StatusTag tone="neutral">{state === 'DONE' ? t('monitoring.import.taken', { count: plannedCount }) : t(`monitoring.import.recent-state.${state}`)}</StatusTag>
          </li>
        ))}
      </ul>
    </Section>
  );
}
