import { useQuery } from '@apollo/client/react';
import type { RecentImportsQuery } from '@konzeptwerkstatt/web-data';
import { RecentImportsDocument } from '@konzeptwerkstatt/web-data';
import { Section, StatusTag, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { QueryFailure } from '../data/query-failure.js';
import { importPath } from '../places.js';

type RecentImport = NonNullable<RecentImportsQuery['edition']>['recentImports']['edges'][number]['node'];

/** What became of one of them: who brought it and when, how far it is, and the way back to it. */
function Line({ editionUuid, found }: { editionUuid: string; found: RecentImport }) {
  const t = useText();
  const { instant } = useLanguage();
  const { uuid, kind, fileName, state, requestedAt, mayOpen, mayUndo, takenCount, organisation } = found;
  const href = importPath(editionUuid, kind, uuid);
  return (
    <li>
      {mayOpen ? <TextLink href={href}>{fileName}</TextLink> : <bdi>{fileName}</bdi>}{' '}
      <span className="kw-muted"><bdi>{t(`concept.recent.kind.${kind}`)}</bdi> · <bdi>{instant(requestedAt)}</bdi>{organisation ? <> · <bdi>{organisation.name}</bdi></> : null}</span>{' '}
      <StatusTag tone="neutral">{state === 'DONE' && takenCount !== null ? t(`concept.recent.taken.${kind}`, { count: takenCount }) : t(`concept.recent.state.${state}`)}</StatusTag>{' '}
      {mayUndo ? <TextLink href={href}>{t('concept.recent.undo', { name: fileName })}</TextLink> : null}
    </li>
  );
}

/** The files that were brought into an edition lately: the way back to a decision that is open, and to taking one out again. */
export function RecentImports({ editionUuid }: { editionUuid: string }) {
  const t = useText();
  const { data, error, refetch } = useQuery(RecentImportsDocument, { variables: { uuid: editionUuid }, fetchPolicy: 'network-only' });
  const imports = data?.edition?.recentImports.edges.map(({ node }) => node) ?? [];
  if (error && !data) return <Section title={t('concept.recent.title')}><QueryFailure error={error} onRetry={() => void refetch()} /></Section>;
  if (imports.length === 0) return null;
  return (
    <Section title={t('concept.recent.title')}>
      <ul className="kw-lines">{imports.map((found) => <Line key={found.uuid} editionUuid={editionUuid} found={found} />)}</ul>
    </Section>
  );
}
