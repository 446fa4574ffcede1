import { useQuery } from '@apollo/client/react';
import type { EditionBeforeAdoptionQuery } from '@konzeptwerkstatt/web-data';
import { EditionBeforeAdoptionDocument } from '@konzeptwerkstatt/web-data';
import { ConfirmDialog, Loading, useText } from '@konzeptwerkstatt/web-ui';
import { EmptyHeadings } from './empty-headings.js';

/** How often is looked who is writing, in milliseconds. */
const lookEvery = 3_000;

/** So many are named one by one. */
const NAMED = 10;

/** Whom measures name without a yes. */
function Unconfirmed({ measures }: { measures: NonNullable<EditionBeforeAdoptionQuery['edition']>['unconfirmedMeasures'] }) {
  const t = useText();
  if (measures.length === 0) return <p>{t('concept.adoption.no-parties')}</p>;
  return (
    <>
      <p>{t('concept.adoption.parties-text')}</p>
      <ul>
        {measures.slice(0, NAMED).map(({ measure, parties }) => (
          <li key={measure.id}><bdi>{measure.number} {measure.title}</bdi>: {parties.map(({ part, state, organisation }, index) => <span key={`${part}/${organisation?.id ?? index}`}>{index > 0 ? ', ' : ''}<bdi>{organisation?.name ?? t('concept.party-answer.gone')}</bdi> ({t(`concept.party.${state}`)})</span>)}</li>
        ))}
      </ul>
      {measures.length > NAMED ? <p>{t('concept.adoption.parties-more', { count: measures.length - NAMED })}</p> : null}
    </>
  );
}

/** Which gaps and empty headings remain, who has not said yes to a measure, and who is in a text right now. */
function Warnings({ editionUuid }: { editionUuid: string }) {
  const t = useText();
  const { data } = useQuery(EditionBeforeAdoptionDocument, { variables: { uuid: editionUuid }, fetchPolicy: 'network-only', pollInterval: lookEvery });
  if (!data?.edition) return <Loading lines={2} />;
  const { gapCounts, presence } = data.edition;
  const gaps = gapCounts.filter(({ count }) => count > 0);
  const others = presence.flatMap(({ participants }) => participants).filter(({ isViewer }) => !isViewer);
  const names = [...new Set(others.map(({ organisation }) => organisation?.name ?? t('concept.activity.somebody')))];
  return (
    <>
      <h3 className="kern-title kern-title--small">{t('concept.adoption.gaps')}</h3>
      {gaps.length === 0 ? <p>{t('concept.adoption.no-gaps')}</p> : <ul>{gaps.map(({ kind, count }) => <li key={kind}>{t(`concept.adoption.gap.${kind}`, { count })}</li>)}</ul>}
      <EmptyHeadings editionUuid={editionUuid} />
      <h3 className="kern-title kern-title--small">{t('concept.adoption.parties')}</h3>
      <Unconfirmed measures={data.edition.unconfirmedMeasures} />
      <h3 className="kern-title kern-title--small">{t('concept.adoption.presence')}</h3>
      {names.length === 0 ? <p>{t('concept.adoption.nobody')}</p> : <ul>{names.map((name) => <li key={name}><bdi>{name}</bdi></li>)}</ul>}
    </>
  );
}

interface AdoptionDialogProps {
  readonly editionUuid: string;
  readonly title: string;
  readonly isPending: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** Says what adopting does before it does it. */
export function AdoptionDialog({ editionUuid, title, isPending, onCancel, onConfirm }: AdoptionDialogProps) {
  const t = useText();
  return (
    <ConfirmDialog isOpen isPending={isPending} title={t('concept.adoption.confirm-title', { title })} confirmLabel={t('concept.adoption.confirm')} onCancel={onCancel} onConfirm={onConfirm}>
      <ul>
        {['frozen', 'numbers', 'kept', 'typing', 'final'].map((effect) => <li key={effect}>{t(`concept.adoption.effect-${effect}`)}</li>)}
      </ul>
      <Warnings editionUuid={editionUuid} />
    </ConfirmDialog>
  );
}
