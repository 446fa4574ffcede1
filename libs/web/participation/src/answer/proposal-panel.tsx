import { useLazyQuery } from '@apollo/client/react';
import type { ProposalFactsFragment } from '@konzeptwerkstatt/web-data';
import { ContributionPageDocument, ReactToProposalDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Notice, showToast, TextArea, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { VerdictTag } from './verdict-tag.js';

interface Props {
  contribution: { readonly id: string; readonly uuid: string };
  proposal: ProposalFactsFragment;
}

/** What was said to it, by oneself or somebody of one's organisation. */
function Said({ reaction, until }: { reaction: NonNullable<ProposalFactsFragment['reaction']>; until: string }) {
  const t = useText();
  const { moment } = useTownTime();
  return (
    <>
      <p>{t(reaction.isAccepted ? 'participation.proposal.accepted' : 'participation.proposal.objected', { moment: moment(reaction.reactedAt), until: moment(until) })}</p>
      {reaction.reason === '' ? null : <p className="kw-words" dir="auto">{reaction.reason}</p>}
    </>
  );
}

/** Accepts or objects, with the reason. What is typed stays until it has arrived. */
function Reacting({ contribution: { id: contributionId, uuid }, proposal: { response, reaction } }: Props) {
  const t = useText();
  const [look] = useLazyQuery(ContributionPageDocument, { fetchPolicy: 'network-only' });
  const acceptance = useAction(ReactToProposalDocument, 'reactToProposal', ['MyWork', 'OwnContributions']);
  const objection = useAction(ReactToProposalDocument, 'reactToProposal', ['MyWork', 'OwnContributions']);
  const [isObjecting, setIsObjecting] = useState(false);
  const [reason, setReason] = useState('');
  const seen = { contributionId, expectedRevision: response.revision, expectedReaction: reaction?.revision ?? 0 };
  /** After a refusal she sees how it stands now, what a colleague has said among it, without losing what she typed. */
  const settle = async <Payload,>(sent: Promise<Payload | null>): Promise<Payload | null> => {
    const payload = await sent;
    if (payload === null) await look({ variables: { uuid } });
    return payload;
  };
  const accept = async () => {
    if (await settle(acceptance.run({ ...seen, isAccepted: true, reason: '' }))) showToast(t('participation.proposal.accept-done'));
  };
  const object = async () => {
    if (!(await settle(objection.run({ ...seen, isAccepted: false, reason })))) return;
    showToast(t('participation.proposal.object-done'));
    setIsObjecting(false);
    setReason('');
  };
  return (
    <>
      <ActionNotice action={acceptance} context="participation" />
      {isObjecting ? (
        <ActionForm action={objection} context="participation" fields={['reason']} onSubmit={() => void object()}>
          <TextArea label={t('participation.proposal.reason')} hint={t('participation.proposal.reason-hint')} rows={4} value={reason} onChange={setReason} dir="auto" autoFocus error={problemAt(objection.problems, 'reason', 'participation', t)} />
          <div className="kw-button-group">
            <Button variant="primary" type="submit" isPending={objection.isPending} pendingText={t('participation.form.sending')}>{t('participation.proposal.object-send')}</Button>
            <Button onPress={() => setIsObjecting(false)}>{t('participation.dialog.cancel')}</Button>
          </div>
        </ActionForm>
      ) : (
        <div className="kw-button-group">
          {reaction?.isAccepted ? null : <Button variant="primary" onPress={() => void accept()} isPending={acceptance.isPending}>{t('participation.proposal.accept')}</Button>}
          <Button onPress={() => setIsObjecting(true)}>{t(reaction && !reaction.isAccepted ? 'participation.proposal.object-again' : 'participation.proposal.object')}</Button>
        </div>
      )}
    </>
  );
}

/** The answer as it is proposed to whoever gave the feedback, with what she can say to it until the deadline. */
export function ProposalPanel({ contribution, proposal }: Props) {
  const t = useText();
  const { moment } = useTownTime();
  const { response, until, mayReact, reaction } = proposal;
  return (
    <Notice title={t('participation.proposal.title')}>
      <div className="kw-stack kw-stack--tight">
        <p>{t(mayReact ? 'participation.proposal.lead' : 'participation.proposal.over', { until: moment(until) })}</p>
        <div className="kw-cluster"><VerdictTag verdict={response.verdict} /></div>
        {response.reasons === '' ? null : <p className="kw-words" lang="de" dir="auto">{response.reasons}</p>}
        {response.contact ? <p>{t('participation.response.contact')} <bdi>{response.contact.name}</bdi></p> : null}
        {reaction ? <Said reaction={reaction} until={until} /> : null}
        {mayReact ? <Reacting contribution={contribution} proposal={proposal} /> : null}
      </div>
    </Notice>
  );
}
