import { useQuery } from '@apollo/client/react';
import { LegalPageDocument, LegalPublishersDocument } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice, useShellSession } from '@konzeptwerkstatt/web-shell';
import { EmptyState, LinkButton, Loading, PageHeader, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useLocation, useSearchParams } from 'react-router';
import '../catalogue.js';
import '../municipality.css';
import { legalKindOf } from '../legal/legal-kinds.js';
import { LegalText } from '../legal/legal-text.js';

/** A page that a municipality answers for: one's own, the only one's, or the one that is chosen. */
export default function LegalPage() {
  const t = useText();
  const { day } = useLanguage();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const session = useShellSession();
  const kind = legalKindOf(pathname.slice(1)) ?? 'IMPRINT';
  const publishers = useQuery(LegalPublishersDocument, { fetchPolicy: 'cache-and-network' });
  const all = publishers.data?.legalPublishers;
  const real = all?.filter(({ isExample }) => !isExample) ?? [];
  const own = session.status === 'signed-in' ? session.municipality.uuid : null;
  const chosen = search.get('kommune') ?? own ?? (real.length === 1 ? real[0]?.uuid : undefined) ?? null;
  const { data, error, refetch } = useQuery(LegalPageDocument, { variables: { municipalityUuid: chosen ?? '', kind }, skip: chosen === null, fetchPolicy: 'cache-and-network' });
  const page = data?.legalPage;
  const publisher = all?.find(({ uuid }) => uuid === chosen);
  const isLoading = session.status === 'loading' || !all || (chosen !== null && data === undefined);
  const failure = error ?? publishers.error;
  return (
    <div className="kw-narrow">
      <PageHeader title={t(`municipality.legal.${kind}`)}>{publisher?.name}</PageHeader>
      {failure ? <RequestFailureNotice error={failure} onRetry={() => void Promise.all([refetch(), publishers.refetch()])} /> : null}
      {isLoading && !failure ? <Loading lines={5} /> : null}
      {page ? <><LegalText text={page.text} /><p className="kw-muted">{t('municipality.legal.updated', { day: day(page.updatedAt) })}</p></> : null}
      {!isLoading && chosen !== null && !page ? (
        <EmptyState title={t('municipality.legal.missing')} action={session.status === 'signed-in' && session.mayAdminister && chosen === own ? <LinkButton href={`/einstellungen/seiten${pathname}`}>{t('municipality.legal.fill-in')}</LinkButton> : undefined}>{t('municipality.legal.missing-text')}</EmptyState>
      ) : null}
      {!isLoading && chosen === null && all.length === 0 ? <EmptyState title={t('municipality.legal.missing')}>{t('municipality.legal.missing-text')}</EmptyState> : null}
      {!isLoading && chosen === null && all.length > 0 ? (
        <>
          <p>{t('municipality.legal.choose')}</p>
          <ul>{all.map(({ uuid, name }) => <li key={uuid}><TextLink href={`${pathname}?kommune=${uuid}`}>{name}</TextLink></li>)}</ul>
        </>
      ) : null}
    </div>
  );
}
