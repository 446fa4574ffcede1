import { useQuery } from '@apollo/client/react';
import type { CardFactsFragment, GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { DeskPeopleDocument, GatheringPageDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice, useConnectionState, usePageTitle } from '@konzeptwerkstatt/web-shell';
import { Icon, LinkButton, Loading, Original, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import '../catalogue.js';
import { Failure } from '../projector/failure.js';
import { TableText } from '../projector/table-text.js';
import { QrCode } from '../print/qr-code.js';
import { CardView, groupedCards } from '../wall/card-view.js';
import { useWall } from '../wall/use-wall.js';
import '../workshop.css';

type Table = GatheringFactsFragment['tables'][number];

function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The time, and how long it still goes on. */
function Clock({ endsAt, isRunning }: { endsAt: string; isRunning: boolean }) {
  const t = useText();
  const { time } = useTownTime();
  const now = useNow();
  const minutes = Math.ceil((new Date(endsAt).getTime() - now.getTime()) / 60_000);
  return (
    <p className="kw-screen__clock">
      <span>{time(now)}</span>
      {isRunning && minutes > 0 && minutes <= 600 ? <span className="kw-screen__left">{t('workshop.projector.left', { minutes })}</span> : null}
    </p>
  );
}

function Cards({ cards }: { cards: readonly CardFactsFragment[] }) {
  const t = useText();
  if (cards.length === 0) return <p className="kw-screen__empty">{t('workshop.projector.empty')}</p>;
  return (
    <div className="kw-screen__cards" aria-live="polite">
      {groupedCards(cards).map(({ key, title, cards: group }) => (title === null ? group.map((card) => <CardView key={card.uuid} card={card} />) : (
        <section key={key} className="kw-bundle"><h3 className="kw-bundle__name"><Original>{title}</Original></h3>{group.map((card) => <CardView key={card.uuid} card={card} level={4} />)}</section>
      )))}
    </div>
  );
}

const views = ['karten', 'text', 'beides'] as const;
type View = (typeof views)[number];

/** Steps through tables and views; small, at the foot, and by the arrow keys. */
function Steering({ here, tables, table, view }: { here: string; tables: readonly Table[]; table: Table | null; view: View }) {
  const t = useText();
  const [, setParams] = useSearchParams();
  useEffect(() => {
    const step = (event: KeyboardEvent): void => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (by === undefined || tables.length === 0) return;
      const index = table === null ? -1 : tables.indexOf(table);
      const next = tables[(index + by + tables.length) % tables.length];
      setParams({ tisch: next?.uuid ?? '', ansicht: view });
    };
    addEventListener('keydown', step);
    return () => removeEventListener('keydown', step);
  }, [tables, table, view, setParams]);
  return (
    <nav className="kw-screen__steering" aria-label={t('workshop.projector.steering')}>
      <ul>
        <li><LinkButton size="small" variant="tertiary" href={`?ansicht=${view}`}>{t('workshop.projector.all')}</LinkButton></li>
        {tables.map(({ uuid, number }) => <li key={uuid}><LinkButton size="small" variant="tertiary" href={`?tisch=${uuid}&ansicht=${view}`} aria-current={table?.uuid === uuid ? 'true' : undefined}>{t('workshop.tables.number', { number })}</LinkButton></li>)}
        {table === null ? null : views.map((other) => <li key={other}><LinkButton size="small" variant="tertiary" href={`?tisch=${table.uuid}&ansicht=${other}`} aria-current={view === other ? 'true' : undefined}>{t(`workshop.projector.view-${other}`)}</LinkButton></li>)}
        <li><LinkButton size="small" variant="tertiary" href={here}>{t('workshop.projector.leave')}</LinkButton></li>
      </ul>
    </nav>
  );
}

function Projector({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  usePageTitle(gathering.title);
  const connection = useConnectionState();
  const [params] = useSearchParams();
  const [revision, setRevision] = useState(0);
  const { tables } = gathering;
  const table = tables.find(({ uuid }) => uuid === params.get('tisch')) ?? null;
  const view = views.find((known) => known === params.get('ansicht')) ?? 'karten';
  const { cards, error } = useWall(gathering.uuid, (documentId) => { if (documentId === table?.section?.documentId) setRevision((known) => known + 1); });
  const code = useQuery(DeskPeopleDocument, { variables: { uuid: gathering.uuid }, skip: !gathering.mayModerate }).data?.gathering?.guestCode ?? null;
  const shown = (cards ?? []).filter(({ place, tableUuid }) => place === 'WALL' && (table === null || tableUuid === table.uuid));
  const showsText = table?.section && view !== 'karten';
  return (
    <main className="kw-screen" id="inhalt">
      <header className="kw-screen__head">
        <div>
          <p className="kw-screen__gathering"><Original>{gathering.title}</Original></p>
          <h1 data-page-title="" tabIndex={-1}>{table ? <>{t('workshop.tables.number', { number: table.number })}: <Original>{table.title}</Original></> : t('workshop.wall.title')}</h1>
          {table?.question ? <p className="kw-screen__question"><Original>{table.question}</Original></p> : null}
        </div>
        {code && gathering.state !== 'OVER' ? (
          <div className="kw-screen__door"><QrCode text={`${location.origin}/w/${code}`} label={t('workshop.print.qr')} /><p dir="ltr">{location.host}/w<br /><strong>{code}</strong></p></div>
        ) : null}
        <Clock endsAt={gathering.endsAt} isRunning={gathering.state === 'RUNNING'} />
      </header>
      <div role="status" className="kw-screen__connection" data-state={connection}>{connection === 'online' ? null : <><Icon name="offline" /> {t('workshop.projector.offline')}</>}</div>
      <div className={showsText && view === 'beides' ? 'kw-screen__body kw-screen__body--both' : 'kw-screen__body'}>
        {showsText && view === 'text' ? null : cards === null ? (error ? <Failure error={error} /> : <Loading lines={4} />) : <Cards cards={shown} />}
        {showsText && table.section ? <TableText sectionUuid={table.section.uuid} revision={revision} /> : null}
      </div>
      <Steering here={`/treffen/${gathering.uuid}`} tables={tables} table={table} view={view} />
    </main>
  );
}

/** The wall for the whole room: table, clock, cards and text, live and large. */
export default function ProjectorPage() {
  const { gatheringId = '' } = useParams();
  const { data, error, refetch } = useQuery(GatheringPageDocument, { variables: { uuid: gatheringId }, pollInterval: 60_000 });
  if (data?.gathering) return <Projector gathering={data.gathering} />;
  if (error) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  return data ? <NotFoundPage /> : <Loading lines={8} />;
}
