import { useQuery } from '@apollo/client/react';
import { ContributePageDocument, unsentKey } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice, useActorKey } from '@konzeptwerkstatt/web-shell';
import { Button, LinkButton, Loading, Notice, PageHeader, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'react-router';
import '../catalogue.js';
import { ContributionForm } from '../form/contribution-form.js';
import type { ContributeData, SentContribution } from '../form/contribution-form.js';
import { EntryForm } from '../form/entry-form.js';
import { forgetDraft, hasWords, keptDraft } from '../form/kept-draft.js';
import type { Passage } from '../form/kept-draft.js';
import { KeptWords } from '../form/kept-words.js';
import { useDraft } from '../form/use-draft.js';
import { UnreachedNotice } from '../mention/mentioning-text.js';
import '../participation.css';
import { contributionPath, editionContributionsPath } from '../places.js';

type Edition = NonNullable<ContributeData['edition']>;

/** What the address says the contribution is about. */
interface Aim {
  readonly goalUuid: string | null;
  readonly measureUuid: string | null;
  readonly passage: Passage | null;
  readonly isEntry: boolean;
}

/** The name of what it is about, as it stands above the form. */
function aimed(data: ContributeData, { goalUuid, measureUuid }: Aim) {
  const goal = data.section?.goals.edges.find(({ node }) => node.uuid === goalUuid)?.node ?? null;
  const measure = data.section?.measures.edges.find(({ node }) => node.uuid === measureUuid)?.node ?? null;
  return { goal, measure, name: measure?.title ?? goal?.title ?? data.section?.title ?? data.edition?.title ?? '' };
}

function Sent({ edition, uuid, isHeld, isEntry, unreached, onMore }: SentContribution & { edition: Edition; isEntry: boolean; onMore: () => void }) {
  const t = useText();
  return (
    <div className="kw-stack">
      <Notice tone="success" live title={t(isHeld ? 'participation.sent.held' : isEntry ? 'participation.entry.done' : 'participation.sent.title')} actions={(
      <>
        {uuid ? <LinkButton variant="primary" href={contributionPath(uuid)}>{t('participation.sent.show')}</LinkButton> : null}
        <LinkButton href={editionContributionsPath(edition.uuid)}>{t('participation.sent.all')}</LinkButton>
        {isEntry ? <Button onPress={onMore}>{t('participation.entry.more')}</Button> : <LinkButton href={`/konzepte/${edition.uuid}`} onPress={onMore}>{t('participation.sent.back')}</LinkButton>}
      </>
    )}>{t(isHeld ? 'participation.sent.held-text' : isEntry ? 'participation.entry.done-text' : 'participation.sent.text')}</Notice>
      <UnreachedNotice names={unreached} />
    </div>
  );
}

function Form({ data, edition, aim, actorKey, placeKey, onMore }: { data: ContributeData; edition: Edition; aim: Aim; actorKey: string; placeKey: string; onMore: () => void }) {
  const t = useText();
  const state = useDraft(actorKey, placeKey, aim.passage, useLanguage().tag);
  const [sent, setSent] = useState<SentContribution | null>(null);
  const { goal, measure } = aimed(data, aim);
  const place = { editionId: edition.id, sectionId: data.section?.id ?? null, goalId: goal?.id ?? null, measureId: measure?.id ?? null, editionUuid: edition.uuid, sectionUuid: data.section?.uuid ?? null };
  if (sent) return <Sent edition={edition} {...sent} isEntry={aim.isEntry} onMore={onMore} />;
  const mayNot = aim.isEntry ? !edition.mayAnswerContributions : !(data.section?.mayContribute ?? edition.mayContribute);
  return (
    <>
      {state.wasKept ? <Notice title={t('participation.form.found')}>{t('participation.form.found-text')}</Notice> : null}
      {mayNot ? <Notice tone="warning" title={t('participation.form.closed')}>{t('participation.form.closed-text')}</Notice> : null}
      {aim.isEntry
        ? <EntryForm place={place} state={state} onSent={setSent} />
        : data.viewer ? <ContributionForm place={place} viewer={data.viewer} state={state} onSent={setSent} /> : null}
    </>
  );
}

/** Where there is nothing to be seen: what somebody wrote while there was, or that there is nothing. */
function Unseen({ draftKey }: { draftKey: string }) {
  const [draft, setDraft] = useState(() => keptDraft(draftKey));
  const discard = () => {
    forgetDraft(draftKey);
    setDraft(null);
  };
  return draft !== null && hasWords(draft) ? <KeptWords draft={draft} onDiscard={discard} /> : <NotFoundPage />;
}

/** Says something about a concept, a section, a goal, a measure or marked words: a plain form, for every device. */
export default function ContributePage() {
  const t = useText();
  const { editionId = '' } = useParams();
  const [params] = useSearchParams();
  const location = useLocation() as { state: { passage?: Passage } | null };
  const actorKey = useActorKey();
  // Whoever enters one letter after the other begins each with an empty form.
  const [round, setRound] = useState(0);
  const section = params.get('abschnitt');
  const aim: Aim = { goalUuid: params.get('ziel'), measureUuid: params.get('massnahme'), passage: location.state?.passage ?? null, isEntry: params.get('fuer') === 'andere' };
  const { data, error, refetch } = useQuery(ContributePageDocument, { variables: { edition: editionId, section: section ?? '', hasSection: section !== null } });
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />;
  const { edition } = data;
  if (actorKey === null) return <NotFoundPage />;
  const placeKey = [editionId, section ?? '', aim.measureUuid ?? aim.goalUuid ?? '', aim.isEntry ? 'andere' : ''].join('/');
  if (!edition || (section !== null && !data.section)) return <Unseen draftKey={unsentKey(actorKey, placeKey)} />;
  return (
    <>
      <PageHeader
        title={t(aim.isEntry ? 'participation.entry.page' : 'participation.form.page')}
        preline={aimed(data, aim).name}
        breadcrumbs={[{ label: edition.title, href: `/konzepte/${edition.uuid}` }, ...(data.section ? [{ label: data.section.title, href: `/konzepte/${edition.uuid}/abschnitte/${data.section.uuid}` }] : []), { label: t('participation.form.page') }]}
      >
        {t(aim.isEntry ? 'participation.entry.lead' : 'participation.form.lead')}
      </PageHeader>
      <Form key={`${placeKey}/${round}`} data={data} edition={edition} aim={aim} actorKey={actorKey} placeKey={placeKey} onMore={() => setRound(round + 1)} />
    </>
  );
}
