import { useQuery } from '@apollo/client/react';
import type { GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { GatheringPageDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice, usePageTitle } from '@konzeptwerkstatt/web-shell';
import { DescriptionList, EmptyState, LinkButton, Loading, Original, PageHeader, Section, StatusTag, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { useParams } from 'react-router';
import '../catalogue.js';
import { Attendance } from '../gathering/attendance.js';
import { EndGathering, RemoveGathering } from '../gathering/gathering-actions.js';
import { useGatheringFacts } from '../gathering/gathering-facts.js';
import { Moderators } from '../gathering/moderators.js';
import { Results } from '../gathering/results.js';
import { CardView, groupedCards } from '../wall/card-view.js';
import { useWall } from '../wall/use-wall.js';
import '../workshop.css';

const tones = { PLANNED: 'neutral', RUNNING: 'success', OVER: 'neutral' } as const;

function Plan({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  const { agenda, tables } = gathering;
  return (
    <>
      {agenda.length > 0 ? (
        <Section title={t('workshop.agenda.title')}>
          <ol className="kw-agenda">{agenda.map(({ time, title }, index) => <li key={index}><span className="kw-agenda__time">{time ?? ''}</span><Original>{title}</Original></li>)}</ol>
        </Section>
      ) : null}
      {tables.length > 0 ? (
        <Section title={t('workshop.tables.title')}>
          <ul className="kw-rows">
            {tables.map(({ id, number, title, question, section }) => (
              <li key={id}>
                <div>
                  <p><strong>{t('workshop.tables.number', { number })}: <Original>{title}</Original></strong></p>
                  {question ? <p className="kw-muted"><Original>{question}</Original></p> : null}
                </div>
                {section ? <TextLink href={`/konzepte/${section.edition.uuid}/abschnitte/${section.uuid}`}><Original>{section.title}</Original></TextLink> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** What hangs on the wall, for everybody who may see the gathering. */
function WallCards({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  const { cards, error, refetch } = useWall(gathering.uuid);
  const shown = (cards ?? []).filter(({ place }) => place === 'WALL');
  if (gathering.tables.length === 0) return null;
  if (cards === null) return error ? <Section title={t('workshop.wall.title')}><RequestFailureNotice error={error} onRetry={refetch} /></Section> : null;
  return (
    <Section title={t('workshop.wall.title')}>
      {shown.length === 0 ? <EmptyState icon="comment" title={t('workshop.wall.empty')} /> : null}
      {gathering.tables.map(({ uuid, number, title }) => {
        const own = shown.filter(({ tableUuid }) => tableUuid === uuid);
        return own.length === 0 ? null : (
          <section key={uuid}>
            <h3 className="kern-heading-small">{t('workshop.tables.number', { number })}: <Original>{title}</Original></h3>
            <div className="kw-wall">{groupedCards(own).map(({ key, title: name, cards: group }) => (name === null ? group.map((card) => <CardView key={card.uuid} card={card} level={4} />) : (
              <section key={key} className="kw-bundle"><h4><Original>{name}</Original></h4>{group.map((card) => <CardView key={card.uuid} card={card} level={4} />)}</section>
            )))}</div>
          </section>
        );
      })}
    </Section>
  );
}

function GatheringView({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  usePageTitle(gathering.title);
  const facts = useGatheringFacts(gathering);
  const here = `/treffen/${gathering.uuid}`;
  const { process, mayModerate, mayPlan, tables } = gathering;
  return (
    <>
      <PageHeader
        title={gathering.title}
        preline={t(`workshop.gathering-kind.${gathering.kind}`)}
        breadcrumbs={[...(process ? [{ label: process.title, href: `/prozesse/${process.uuid}` }] : []), { label: gathering.title }]}
        status={<><StatusTag tone={tones[gathering.state]}>{t(`workshop.state.${gathering.state}`)}</StatusTag>{gathering.isExample ? <StatusTag>{t('workshop.gathering.example')}</StatusTag> : null}</>}
        actions={(
          <>
            {mayModerate && tables.length > 0 ? <LinkButton variant="primary" href={`${here}/moderation`}>{t('workshop.desk.open')}</LinkButton> : null}
            {tables.length > 0 ? <LinkButton href={`${here}/leinwand`}>{t('workshop.projector.open')}</LinkButton> : null}
            {mayModerate ? <LinkButton href={`${here}/drucken`}>{t('workshop.print.open')}</LinkButton> : null}
            {mayPlan ? <LinkButton icon="edit" href={`${here}/planen`}>{t('workshop.form.change')}</LinkButton> : null}
          </>
        )}
      >
        <Original>{gathering.summary}</Original>
      </PageHeader>
      <div className="kw-gathering-facts"><DescriptionList items={facts} /></div>
      <Plan gathering={gathering} />
      <Results gathering={gathering} />
      <WallCards gathering={gathering} />
      <Attendance gathering={gathering} />
      <Moderators gathering={gathering} />
      <div className="kw-button-group kw-gathering-end kw-no-print"><EndGathering gathering={gathering} /><RemoveGathering gathering={gathering} /></div>
      {gathering.sourceNote ? <p className="kw-source-note kw-muted"><Original>{gathering.sourceNote}</Original></p> : null}
    </>
  );
}

/** One gathering: when, where, what happens, who comes, what came of it. */
export default function GatheringPage() {
  const { gatheringId = '' } = useParams();
  const { data, error, refetch } = useQuery(GatheringPageDocument, { variables: { uuid: gatheringId } });
  if (data?.gathering) return <GatheringView gathering={data.gathering} />;
  if (error) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  return data ? <NotFoundPage /> : <Loading lines={8} />;
}
