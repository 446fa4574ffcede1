import type { ContributionFullFragment, ReactionFactsFragment } from '@konzeptwerkstatt/web-data';
import { ProposeResponsesDocument, PublishDespiteObjectionDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, Dialog, Notice, showToast, StatusTag, TextArea, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

export interface OnwardProps {
  contribution: ContributionFullFragment;
  /** Of the answer, as the form shows it. */
  revision: number;
  /** The answer has another revision now that one has changed it oneself. */
  onSeen: (revision: number) => void;
  /** What is shown may be out of date. */
  onReload: () => void;
}

const refetch = ['EditionContributions', 'ContributionCounts'];

/** Proposes the answer as it stands in the form. */
export function Proposing({ contribution, revision, onSeen, onReload }: OnwardProps) {
  const t = useText();
  const action = useAction(ProposeResponsesDocument, 'proposeResponses', refetch);
  const [isAsking, setIsAsking] = useState(false);
  const propose = async () => {
    const payload = await action.run({ responses: [{ contributionId: contribution.id, expectedRevision: revision }] });
    if (payload) {
      // What is proposed has a revision of its own.
      onSeen(payload.contribution?.treatment?.response?.revision ?? revision + 1);
      showToast(t('participation.propose.done'));
    } else onReload();
    setIsAsking(false);
  };
  return (
    <>
      <ActionNotice action={action} context="participation" />
      <Button onPress={() => setIsAsking(true)}>{t('participation.propose.button')}</Button>
      <ConfirmDialog title={t('participation.propose.title')} isOpen={isAsking} confirmLabel={t('participation.propose.button')} isPending={action.isPending} onConfirm={() => void propose()} onCancel={() => setIsAsking(false)}>
        {t('participation.propose.text', { count: contribution.consent?.days ?? 0 })}
      </ConfirmDialog>
    </>
  );
}

/** Publishes it although somebody objected, with the reason. */
export function DespiteObjection({ contribution, revision, onReload }: OnwardProps) {
  const t = useText();
  const action = useAction(PublishDespiteObjectionDocument, 'publishDespiteObjection', refetch);
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const publish = async () => {
    if (!(await action.run({ contributionId: contribution.id, expectedRevision: revision, reason }))) return;
    showToast(t('participation.publish.done'));
    setIsOpen(false);
    onReload();
  };
  const footer = <><Button onPress={() => setIsOpen(false)}>{t('participation.dialog.cancel')}</Button><Button variant="primary" isPending={action.isPending} onPress={() => void publish()}>{t('participation.despite.button')}</Button></>;
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>{t('participation.despite.button')}</Button>
      <Dialog title={t('participation.despite.button')} isOpen={isOpen} onClose={() => setIsOpen(false)} footer={footer}>
        {/* No form of its own: this stands in the form of the answer, which would be sent along. */}
        <div className="kw-stack">
          <ActionNotice action={action} context="participation" fields={['reason']} />
          <p>{t('participation.despite.text')}</p>
          <TextArea label={t('participation.despite.reason')} hint={t('participation.despite.reason-hint')} rows={5} lang="de" dir="auto" value={reason} onChange={setReason} error={problemAt(action.problems, 'reason', 'participation', t)} />
        </div>
      </Dialog>
    </>
  );
}

function Reaction({ reaction }: { reaction: ReactionFactsFragment }) {
  const t = useText();
  const { moment } = useTownTime();
  const who = reaction.organisation?.name ?? t('participation.author.somebody');
  return (
    <li>
      <p className="kw-muted"><bdi>{who}</bdi> · {moment(reaction.reactedAt)}{reaction.isCurrent ? null : <> · {t('participation.consent.earlier')}</>}</p>
      <p>{t(reaction.isAccepted ? 'participation.consent.reaction-accepted' : 'participation.consent.reaction-objected')}</p>
      {reaction.reason === '' ? null : <p className="kw-words" dir="auto">{reaction.reason}</p>}
    </li>
  );
}

/** How the answer stands with those it is for, and what they said to it. */
export function ConsentView({ consent }: { consent: NonNullable<ContributionFullFragment['consent']> }) {
  const t = useText();
  const { moment } = useTownTime();
  const { standing, until, reactions } = consent;
  return (
    <>
      {standing && until ? (
        <Notice tone={standing === 'OBJECTED' ? 'warning' : 'info'} title={t(`participation.standing.${standing}`)}>{t(`participation.standing-text.${standing}`, { until: moment(until) })}</Notice>
      ) : null}
      {reactions.length > 0 ? <ul className="kw-replies" aria-label={t('participation.consent.reactions')}>{reactions.map((reaction) => <Reaction key={`${reaction.contributionUuid}/${reaction.reactedAt}`} reaction={reaction} />)}</ul> : null}
    </>
  );
}

/** How an answer stands, in a word, for lists. */
export function StandingTag({ standing }: { standing: NonNullable<NonNullable<ContributionFullFragment['consent']>['standing']> }) {
  const t = useText();
  if (standing === 'NOT_PROPOSED') return null;
  return <StatusTag tone={standing === 'OBJECTED' ? 'warning' : standing === 'ACCEPTED' ? 'success' : 'info'}>{t(`participation.standing.${standing}`)}</StatusTag>;
}
