import { useQuery } from '@apollo/client/react';
import type { GuestTextQuery } from '@konzeptwerkstatt/web-data';
import { GuestTextDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice, usePageTitle } from '@konzeptwerkstatt/web-shell';
import { LinkButton, Loading, Notice, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { lazy, Suspense, useCallback } from 'react';
import { useParams } from 'react-router';
import '../catalogue.js';
import '../concept.css';

const SectionEditor = lazy(() => import('../editor/section-editor.js').then((module) => ({ default: module.SectionEditor })));

type Guest = NonNullable<GuestTextQuery['guest']>;
type Table = NonNullable<Guest['gathering']>['tables'][number];

function GuestText({ guest, table, gatheringTitle, onDoubt }: { guest: Guest; table: Table; gatheringTitle: string; onDoubt: () => void }) {
  const t = useText();
  usePageTitle(table.sectionTitle);
  const ignore = useCallback(() => undefined, []);
  if (table.documentId === null || table.sectionUuid === null) {
    return <Notice tone="warning" live title={t('concept.guest.closed')} actions={<LinkButton href="/w">{t('concept.guest.back')}</LinkButton>}>{guest.blockedReason ?? t('concept.guest.closed-text')}</Notice>;
  }
  return (
    <>
      <PageHeader title={table.sectionTitle} preline={gatheringTitle} breadcrumbs={[{ label: gatheringTitle, href: '/w' }, { label: table.sectionTitle }]}>{t('concept.guest.lead', { name: guest.pseudonym })}</PageHeader>
      <Suspense fallback={<Loading lines={6} />}>
        <SectionEditor
          documentId={table.documentId} sectionId="" sectionUuid={table.sectionUuid} actorKey={`${guest.uuid}/${guest.organisation?.uuid ?? '-'}`} label={table.sectionTitle} language={table.sectionLanguage} canWrite={table.mayWrite} adoptedOn={null}
          organisations={[]} indicators={[]} highlightedBlockId={null} simpleHref="/w" isGuest onRightsDoubted={onDoubt} onUnsentWork={ignore}
        />
      </Suspense>
    </>
  );
}

/** The text of a guest's table, written together with everybody else who has it open. */
export default function GuestTextPage() {
  const { tableId = '' } = useParams();
  const { data, error, refetch } = useQuery(GuestTextDocument, { fetchPolicy: 'cache-and-network', pollInterval: 15_000 });
  const doubt = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={6} />;
  const table = data.guest?.gathering?.tables.find(({ uuid }) => uuid === tableId);
  if (!data.guest?.gathering || !table) return <NotFoundPage />;
  return <GuestText guest={data.guest} table={table} gatheringTitle={data.guest.gathering.title} onDoubt={doubt} />;
}
