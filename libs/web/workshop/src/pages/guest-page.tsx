import { useApolloClient, useQuery } from '@apollo/client/react';
import type { GuestHomeQuery } from '@konzeptwerkstatt/web-data';
import { GuestHomeDocument, LeaveGatheringDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice, RequestFailureNotice, usePageTitle } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, LinkButton, Loading, Notice, Original, PageHeader, RadioGroup, StatusTag, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useCallback, useState } from 'react';
import '../catalogue.js';
import { CodeForm } from '../guest/door.js';
import { keepTable, keptTable } from '../guest/kept-cards.js';
import { OtherCards, OwnCards } from '../guest/own-cards.js';
import { UnfinishedCards } from '../guest/unfinished-cards.js';
import { useUnsentCards } from '../guest/use-unsent-cards.js';
import { WriteCard } from '../guest/write-card.js';
import { useWall } from '../wall/use-wall.js';
import '../workshop.css';

type Guest = NonNullable<GuestHomeQuery['guest']>;
type GuestGathering = NonNullable<Guest['gathering']>;

function Leave({ hasUnsent }: { hasUnsent: boolean }) {
  const t = useText();
  const client = useApolloClient();
  const action = useAction(LeaveGatheringDocument, 'leaveGathering');
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const lookAgain = () => client.query({ query: GuestHomeDocument, fetchPolicy: 'network-only' }).then(() => setFailure(null), setFailure);
  const leave = async () => {
    const isOut = await action.run({});
    setIsAsking(false);
    if (isOut) await lookAgain();
  };
  return (
    <>
      <div className="kw-guest-leave"><Button size="small" icon="sign-out" onPress={() => setIsAsking(true)}>{t('workshop.leave.button')}</Button></div>
      <ActionNotice action={action} context="workshop" />
      {failure ? <RequestFailureNotice error={failure} onRetry={() => void lookAgain()} /> : null}
      <ConfirmDialog isOpen={isAsking} onCancel={() => setIsAsking(false)} onConfirm={() => void leave()} isPending={action.isPending} title={t('workshop.leave.title')} confirmLabel={t('workshop.leave.button')}>{t(hasUnsent ? 'workshop.leave.unsent' : 'workshop.leave.text')}</ConfirmDialog>
    </>
  );
}

/** Why nothing can be written, if so. */
function Standing({ guest, gathering }: { guest: Guest; gathering: GuestGathering }) {
  const t = useText();
  if (guest.blockedReason !== null) return <Notice tone="danger" live title={t('workshop.guest.blocked')}>{t('workshop.guest.blocked-text', { reason: guest.blockedReason })}</Notice>;
  if (gathering.state === 'OVER') return <Notice live title={t('workshop.guest.over')}>{t('workshop.guest.over-text')}</Notice>;
  return gathering.state === 'PLANNED' ? <Notice live title={t('workshop.door.early')}>{t('workshop.door.early-text')}</Notice> : null;
}

function Workshop({ guest, gathering }: { guest: Guest; gathering: GuestGathering }) {
  const t = useText();
  const { time } = useTownTime();
  usePageTitle(gathering.title);
  const { cards, error, refetch } = useWall(gathering.uuid);
  const unsent = useUnsentCards(guest.uuid, refetch);
  const [chosen, setChosen] = useState<string | null>(() => keptTable(guest.uuid));
  const { tables } = gathering;
  const table = tables.find(({ uuid }) => uuid === chosen) ?? (tables.length === 1 ? tables[0] : undefined);
  const sitDown = (uuid: string) => {
    setChosen(uuid);
    keepTable(guest.uuid, uuid);
  };
  const own = (cards ?? []).filter(({ isOwn }) => isOwn);
  const others = (cards ?? []).filter(({ isOwn, place, tableUuid }) => !isOwn && place === 'WALL' && (table === undefined || tableUuid === table.uuid));
  const mayWrite = guest.blockedReason === null && gathering.state === 'RUNNING';
  return (
    <>
      <PageHeader title={gathering.title} preline={t('workshop.guest.you-are', { name: guest.pseudonym })} status={<>{gathering.isExample ? <StatusTag>{t('workshop.gathering.example')}</StatusTag> : null}{guest.organisation ? <StatusTag>{guest.organisation.name}</StatusTag> : null}</>}>
        {mayWrite ? t('workshop.guest.until', { time: time(gathering.endsAt) }) : null}
      </PageHeader>
      <Standing guest={guest} gathering={gathering} />
      {unsent.isKept ? null : <Notice tone="warning" title={t('workshop.write.not-kept')} />}
      {mayWrite && tables.length > 1 ? <RadioGroup label={t('workshop.guest.table')} value={table?.uuid ?? null} onChange={sitDown} options={tables.map(({ uuid, number, title, sectionTitle }) => ({ id: uuid, label: `${number} · ${title}`, ...(sectionTitle === title ? {} : { description: sectionTitle }) }))} /> : null}
      {mayWrite && table ? (
        <section className="kw-section" aria-labelledby="karte-schreiben">
          <h2 id="karte-schreiben" className="kern-heading-medium">{t('workshop.write.head')}: <Original>{table.title}</Original></h2>
          <WriteCard key={table.uuid} guest={guest} gathering={gathering} table={table} onSend={(draft) => unsent.send(table.uuid, draft)} />
          {table.documentId && table.mayWrite ? <LinkButton icon="edit" href={`/w/text/${table.uuid}`}>{t('workshop.guest.into-text')}</LinkButton> : null}
        </section>
      ) : null}
      {mayWrite ? null : <UnfinishedCards guestUuid={guest.uuid} tables={tables} />}
      {error && cards === null ? <RequestFailureNotice error={error} onRetry={refetch} /> : null}
      <OwnCards cards={own} unsent={unsent.cards} onRetry={unsent.retry} onDiscard={unsent.discard} onChanged={refetch} />
      <OtherCards cards={others} />
      <Leave hasUnsent={unsent.cards.length > 0} />
    </>
  );
}

/** Where guests take part: a table, one big field, and what became of it. */
export default function GuestPage() {
  const t = useText();
  const { data, error, refetch } = useQuery(GuestHomeDocument, { pollInterval: 10_000 });
  const again = useCallback(() => void refetch(), [refetch]);
  if (!data) return error ? <><PageHeader title={t('workshop.door.title')} /><RequestFailureNotice error={error} onRetry={again} /></> : <Loading lines={6} />;
  const { guest } = data;
  if (guest?.gathering) return <Workshop guest={guest} gathering={guest.gathering} />;
  return <><PageHeader title={t('workshop.door.title')}>{t('workshop.door.lead')}</PageHeader><CodeForm /></>;
}
