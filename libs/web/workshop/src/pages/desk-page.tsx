import { useQuery } from '@apollo/client/react';
import type { CardFactsFragment, GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { BundleCardsDocument, ClearWallDocument, DeskPeopleDocument, GatheringPageDocument, ReleaseCardsDocument, RestoreWallDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, NotFoundPage, problemAt, RequestFailureNotice, usePageTitle } from '@konzeptwerkstatt/web-shell';
import { Badge, Button, Checkbox, ConfirmDialog, Dialog, EmptyState, firstWords, LinkButton, Loading, Notice, Original, PageHeader, Section, showToast, StatusTag, TextField, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import '../catalogue.js';
import { CardActions, CardDialog, type CardQuestion } from '../desk/card-actions.js';
import { EnterCard } from '../desk/enter-card.js';
import { GuestCode } from '../desk/guest-code.js';
import { Guests } from '../desk/guests.js';
import { EndGathering } from '../gathering/gathering-actions.js';
import { CardView, groupedCards } from '../wall/card-view.js';
import { useWall } from '../wall/use-wall.js';
import '../workshop.css';

interface Board {
  readonly gathering: GatheringFactsFragment;
  readonly cards: readonly CardFactsFragment[];
  readonly chosen: readonly string[];
  readonly onChoose: (id: string, isChosen: boolean) => void;
  readonly onAsk: (card: CardFactsFragment, question: CardQuestion) => void;
}

function DeskCard({ chosen, onChoose, onAsk, card }: Board & { card: CardFactsFragment }) {
  const t = useText();
  return (
    <CardView card={card} level={4}>
      {card.attachments.map(({ uuid, name }) => <p key={uuid}><a className="kern-link" href={`/files/${uuid}`} download={name}>{t('workshop.photo.open')} <bdi className="kw-muted">{name}</bdi></a></p>)}
      {card.report === null ? null : <Notice tone="warning" title={t('workshop.card.reported', { reason: card.report })} />}
      {card.place === 'HIDDEN' && card.reason ? <p className="kw-muted">{t('workshop.card.hidden-reason', { reason: card.reason })}</p> : null}
      {card.place === 'WALL' ? <Checkbox isSelected={chosen.includes(card.id)} onChange={(isChosen) => onChoose(card.id, isChosen)} aria-label={t('workshop.bundle.choose-named', { name: firstWords(card.title ?? card.text, 60) })}>{t('workshop.bundle.choose')}</Checkbox> : null}
      <CardActions card={card} onAsk={(question) => onAsk(card, question)} />
    </CardView>
  );
}

function WallBoard(board: Board) {
  const t = useText();
  const onWall = board.cards.filter(({ place }) => place === 'WALL');
  return (
    <>
      {board.gathering.tables.map(({ uuid, number, title, section }) => {
        const own = onWall.filter(({ tableUuid }) => tableUuid === uuid);
        return (
          <section key={uuid} className="kw-desk-table">
            <h3 className="kern-heading-small">{t('workshop.tables.number', { number })}: <Original>{title}</Original>{section && section.title !== title ? <span className="kw-muted"> · <Original>{section.title}</Original></span> : null}</h3>
            {own.length === 0 ? <p className="kw-muted">{t('workshop.desk.no-cards')}</p> : (
              <div className="kw-wall">
                {groupedCards(own).map(({ key, title: name, cards }) => (name === null ? cards.map((card) => <DeskCard key={card.uuid} {...board} card={card} />) : (
                  <section key={key} className="kw-bundle" aria-label={name}><p className="kw-bundle__name"><Original>{name}</Original></p>{cards.map((card) => <DeskCard key={card.uuid} {...board} card={card} />)}</section>
                )))}
              </div>
            )}
          </section>
        );
      })}
    </>
  );
}

function BundleDialog({ ids, onDone, onClose }: { ids: readonly string[]; onDone: () => void; onClose: () => void }) {
  const t = useText();
  const action = useAction(BundleCardsDocument, 'bundleCards', ['Wall']);
  const [title, setTitle] = useState('');
  const submit = async () => {
    if (!(await action.run({ cardIds: [...ids], title }))) return;
    showToast(t('workshop.bundle.done', { title: title.trim() }));
    onDone();
  };
  const footer = <><Button onPress={onClose}>{t('workshop.form.cancel')}</Button><Button variant="primary" type="submit" form="buendeln" isPending={action.isPending}>{t('workshop.bundle.submit')}</Button></>;
  return (
    <Dialog title={t('workshop.bundle.title')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id="buendeln" action={action} context="workshop" fields={['title']} onSubmit={() => void submit()}>
        <p>{t('workshop.bundle.lead')}</p>
        <TextField label={t('workshop.bundle.name')} value={title} onChange={setTitle} isRequired autoFocus error={problemAt(action.problems, 'title', 'workshop', t)} />
      </ActionForm>
    </Dialog>
  );
}

/** Takes every card off the wall at once, and puts them back. */
function ClearWall({ gathering, cards }: Pick<Board, 'gathering' | 'cards'>) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  const clear = useAction(ClearWallDocument, 'clearWall');
  const restore = useAction(RestoreWallDocument, 'restoreWall');
  const [onWall, cleared] = [cards.filter(({ place }) => place === 'WALL').length, cards.filter(({ place }) => place === 'CLEARED').length];
  const doClear = async () => { await clear.run({ gatheringId: gathering.id }); setIsAsking(false); };
  return (
    <>
      {onWall > 0 ? <Button icon="remove" onPress={() => setIsAsking(true)}>{t('workshop.clear.button')}</Button> : null}
      {cleared > 0 ? <Button icon="undo" onPress={() => void restore.run({ gatheringId: gathering.id })} isPending={restore.isPending}>{t('workshop.clear.undo', { count: cleared })}</Button> : null}
      <ActionNotice action={clear} context="workshop" />
      <ActionNotice action={restore} context="workshop" />
      <ConfirmDialog isOpen={isAsking} onCancel={() => setIsAsking(false)} onConfirm={() => void doClear()} isPending={clear.isPending} title={t('workshop.clear.title')} confirmLabel={t('workshop.clear.button')}>{t('workshop.clear.text')}</ConfirmDialog>
    </>
  );
}

function Desk({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  const { span } = useTownTime();
  usePageTitle(t('workshop.desk.title', { title: gathering.title }));
  const { cards, error, refetch } = useWall(gathering.uuid);
  const people = useQuery(DeskPeopleDocument, { variables: { uuid: gathering.uuid }, pollInterval: 5_000 });
  const releaseAll = useAction(ReleaseCardsDocument, 'releaseCards', ['Wall']);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<'enter' | 'bundle' | null>(null);
  const [asked, setAsked] = useState<{ readonly card: CardFactsFragment; readonly question: CardQuestion } | null>(null);
  const known = cards ?? [];
  // What somebody has taken off the wall meanwhile is no longer chosen.
  const chosen = picked.filter((id) => known.some((card) => card.id === id && card.place === 'WALL'));
  const waiting = known.filter(({ place }) => place === 'WAITING');
  const reported = known.filter(({ report, place }) => report !== null && place === 'WALL');
  const hidden = known.filter(({ place }) => place === 'HIDDEN');
  const board: Board = { gathering, cards: known, chosen, onChoose: (id, isChosen) => setPicked((ids) => (isChosen ? [...ids, id] : ids.filter((other) => other !== id))), onAsk: (card, question) => setAsked({ card, question }) };
  // As it is by now; what was asked stands there even when its writer has taken it back.
  const askedCard = asked ? known.find(({ id }) => id === asked.card.id) ?? asked.card : null;
  const here = `/treffen/${gathering.uuid}`;
  return (
    <>
      <PageHeader
        title={t('workshop.desk.head')} preline={gathering.title} breadcrumbs={[{ label: gathering.title, href: here }, { label: t('workshop.desk.head') }]}
        status={<StatusTag tone={gathering.state === 'RUNNING' ? 'success' : 'neutral'}>{t(`workshop.state.${gathering.state}`)}</StatusTag>}
        actions={<><LinkButton href={`${here}/leinwand`}>{t('workshop.projector.open')}</LinkButton><LinkButton href={`${here}/drucken`}>{t('workshop.print.open')}</LinkButton><EndGathering gathering={gathering} /></>}
      >
        {span(gathering.startsAt, gathering.endsAt)}
      </PageHeader>
      <GuestCode gathering={gathering} code={people.data?.gathering?.guestCode ?? null} />
      {error && !cards ? <RequestFailureNotice error={error} onRetry={refetch} /> : null}
      {cards === null && !error ? <Loading lines={6} /> : null}
      <div className="kw-button-group kw-desk-tools">
        <Button icon="add" onPress={() => setShown('enter')}>{t('workshop.enter.button')}</Button>
        <Button isDisabled={chosen.length < 2} onPress={() => setShown('bundle')}>{t('workshop.bundle.button', { count: chosen.length })}</Button>
        <ClearWall gathering={gathering} cards={known} />
      </div>
      {reported.length > 0 ? <Section title={t('workshop.desk.reported')}><div className="kw-wall">{reported.map((card) => <DeskCard key={card.uuid} {...board} card={card} />)}</div></Section> : null}
      {gathering.releasesCards || waiting.length > 0 ? (
        <Section title={t('workshop.desk.waiting')} description={t('workshop.desk.waiting-lead')} actions={waiting.length > 1 ? <Button size="small" icon="check" onPress={() => void releaseAll.run({ cardIds: waiting.slice(0, 200).map(({ id }) => id) })} isPending={releaseAll.isPending}>{t('workshop.release.all', { count: waiting.length })}</Button> : <Badge count={waiting.length} label={t('workshop.desk.waiting')} />}>
          <ActionNotice action={releaseAll} context="workshop" />
          {waiting.length === 0 ? <EmptyState icon="check" title={t('workshop.desk.nothing-waits')} /> : <div className="kw-wall">{waiting.map((card) => <DeskCard key={card.uuid} {...board} card={card} />)}</div>}
        </Section>
      ) : null}
      <Section title={t('workshop.wall.title')}><WallBoard {...board} /></Section>
      {hidden.length > 0 ? <Section title={t('workshop.desk.hidden')}><div className="kw-wall">{hidden.map((card) => <DeskCard key={card.uuid} {...board} card={card} />)}</div></Section> : null}
      <Guests gathering={gathering} guests={people.data?.gathering?.guests ?? []} />
      {asked && askedCard ? <CardDialog gathering={gathering} card={askedCard} neighbours={known.filter(({ place, tableUuid }) => place === 'WALL' && tableUuid === askedCard.tableUuid)} question={asked.question} onClose={() => setAsked(null)} /> : null}
      {shown === 'enter' ? <EnterCard gathering={gathering} onClose={() => setShown(null)} /> : null}
      {shown === 'bundle' ? <BundleDialog ids={chosen} onDone={() => { setPicked([]); setShown(null); }} onClose={() => setShown(null)} /> : null}
    </>
  );
}

/** Where moderators run a gathering: release, hide, move, bundle, take over, enter from paper. */
export default function DeskPage() {
  const { gatheringId = '' } = useParams();
  const { data, error, refetch } = useQuery(GatheringPageDocument, { variables: { uuid: gatheringId } });
  if (data?.gathering?.mayModerate) return <Desk gathering={data.gathering} />;
  if (error) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  return data ? <NotFoundPage /> : <Loading lines={8} />;
}
