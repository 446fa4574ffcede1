import { useApolloClient, useQuery } from '@apollo/client/react';
import type { IndicatorPageQuery, IndicatorRemovalQuery } from '@konzeptwerkstatt/web-data';
import { IndicatorRemovalDocument, RemoveIndicatorDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice, problemText, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, Loading, Original, showToast, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';

type Removed = Pick<NonNullable<IndicatorPageQuery['indicator']>, 'id' | 'uuid' | 'name'>;
type Removal = NonNullable<NonNullable<IndicatorRemovalQuery['indicator']>['removal']>;

type Place = Removal['places'][number];

/** A place in a text, with the way there. */
function PlaceLink({ place: { kind, title, blockId, section } }: { place: Place }) {
  const t = useText();
  if (section === null) return null;
  return (
    <li>
      <TextLink href={`/konzepte/${section.edition.uuid}/abschnitte/${section.uuid}?block=${encodeURIComponent(blockId)}`}><Original>{title || section.title}</Original></TextLink>
      <span className="kw-muted"> · <Original>{title ? `${section.title}, ${section.edition.title}` : section.edition.title}</Original>{kind === 'TEXT' ? null : ` · ${t(`monitoring.removal.place.${kind}`)}`}</span>
    </li>
  );
}

/** What a reason speaks of, each with a way there; nothing where nobody else is meant or it may not be read. */
function Meant({ code, removal: { places, shares } }: { code: string; removal: Removal }) {
  const isMeant = ({ kind }: Place) => code === (kind === 'TEXT' ? 'STANDS_IN_TEXT' : 'IS_LINKED');
  const lines = [
    ...places.filter(isMeant).map((place) => <PlaceLink key={`${place.section?.id ?? ''}/${place.blockId}`} place={place} />),
    ...(code === 'IS_COUNT' ? shares : []).map(({ id, uuid, name }) => <li key={id}><TextLink href={`/indikatoren/${uuid}`}><Original>{name}</Original></TextLink></li>),
  ];
  return lines.length === 0 ? null : <ul>{lines}</ul>;
}

/** Why it stays. */
function Reasons({ removal }: { removal: Removal }) {
  const t = useText();
  const { problems } = removal;
  return (
    <div className="kw-prose">
      <p>{t('monitoring.removal.needed')}</p>
      <ul>{problems.map((problem) => <li key={problem.code}>{problemText(problem, 'monitoring', t)}<Meant code={problem.code} removal={removal} /></li>)}</ul>
      {problems.some(({ code }) => code === 'IS_LINKED' || code === 'STANDS_IN_TEXT') ? <p className="kw-muted">{t('monitoring.removal.unseen')}</p> : null}
    </div>
  );
}

/** Asks before the indicator is taken away; where something needs it, says what. */
function RemovalDialog({ indicator: { id, uuid, name }, onClose }: { indicator: Removed; onClose: () => void }) {
  const t = useText();
  const client = useApolloClient();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(IndicatorRemovalDocument, { variables: { uuid }, fetchPolicy: 'network-only' });
  const action = useAction(RemoveIndicatorDocument, 'removeIndicator');
  const removal = data?.indicator?.removal ?? null;
  const isPossible = removal?.problems.length === 0;
  const isRemoved = useRef(false);
  // Its page is left first: it would ask again for what is forgotten.
  useEffect(() => () => void (isRemoved.current && client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'indicator' })), [client]);
  const remove = async () => {
    // What came in between is told with the rest.
    if ((await action.run({ indicatorId: id })) === null) return void refetch();
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'indicators' });
    isRemoved.current = true;
    showToast(t('monitoring.removal.done', { name }));
    void navigate('/indikatoren', { replace: true });
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t(isPossible ? 'monitoring.form.cancel' : 'monitoring.removal.close')}</Button>
      {isPossible ? <Button variant="danger" isPending={action.isPending} onPress={() => void remove()}>{t('monitoring.removal.button')}</Button> : null}
    </>
  );
  return (
    <Dialog role="alertdialog" title={t('monitoring.removal.title')} isOpen onClose={onClose} footer={footer}>
      {/* What it comes to is only known a moment after the dialog has been read out. */}
      <div aria-live="polite">
        {error && !data ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Loading lines={3} /> : null}
        {data && removal === null ? <p>{t('monitoring.removal.gone')}</p> : null}
        {isPossible ? <p>{t('monitoring.removal.text', { name })}</p> : null}
        {removal && !isPossible ? <Reasons removal={removal} /> : <ActionNotice action={action} context="monitoring" />}
      </div>
    </Dialog>
  );
}

/** Takes an indicator away that nobody needs. */
export function RemoveIndicator({ indicator }: { indicator: Removed }) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button size="small" icon="remove" onPress={() => setIsAsking(true)}>{t('monitoring.removal.button')}</Button>
      {isAsking ? <RemovalDialog indicator={indicator} onClose={() => setIsAsking(false)} /> : null}
    </>
  );
}
