import type { SentFactsFragment, Unsent } from '@konzeptwerkstatt/web-data';
import { ForgetSenderNameDocument, useAction, WithdrawSentContributionDocument } from '@konzeptwerkstatt/web-data';
import { ActionNotice, problemText } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, CopyField, firstWords, Notice, Original, Section, StatusTag, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { CopyWords } from '../../form/copy-words.js';
import { StateTag } from '../../list/contribution-list.js';
import { sentPath } from '../../places.js';
import type { Answer } from './kept-answers.js';

/** What the municipality has answered. */
function Response({ response }: { response: NonNullable<SentFactsFragment['response']> }) {
  const t = useText();
  return (
    <div className="kw-sent__response">
      <p><StatusTag tone="success">{t('participation.linked.answered')}</StatusTag> <strong>{t(`participation.verdict.${response.verdict}`)}</strong></p>
      {response.reasons ? <p className="kw-words" lang="de" dir="auto">{response.reasons}</p> : null}
    </div>
  );
}

function Sent({ sent, senderKey }: { sent: SentFactsFragment; senderKey: string }) {
  const t = useText();
  const { day } = useTownTime();
  const withdrawal = useAction(WithdrawSentContributionDocument, 'withdrawSentContribution');
  const forgetting = useAction(ForgetSenderNameDocument, 'forgetSenderName');
  const [asked, setAsked] = useState<'withdraw' | 'forget' | null>(null);
  const { uuid: contributionUuid, kind, state, sectionTitle, quote, text, language, sender, sentAt, mayWithdraw, refusalReason, response } = sent;
  const run = async () => {
    await (asked === 'withdraw' ? withdrawal : forgetting).run({ senderKey, contributionUuid });
    setAsked(null);
  };
  const name = firstWords(text || quote || sectionTitle || '', 60);
  return (
    <li className="kw-contribution">
      <div className="kw-cluster"><strong>{t(`participation.kind.${kind}`)}</strong><StateTag state={state} /><span className="kw-muted">{day(sentAt)}</span></div>
      {sectionTitle ? <p className="kw-muted"><Original>{sectionTitle}</Original></p> : null}
      {quote ? <blockquote className="kw-words kw-sent__quote" lang="de" dir="auto">{quote}</blockquote> : null}
      {text ? <p className="kw-words" lang={language} dir="auto">{text}</p> : null}
      {sender ? <p className="kw-muted">{t('participation.linked.signed', { name: sender })}</p> : null}
      {refusalReason ? <div className="kw-sent__response"><p>{t('participation.refuse.why')}</p><p className="kw-words" lang="de" dir="auto">{refusalReason}</p></div> : null}
      {response ? <Response response={response} /> : null}
      <ActionNotice action={withdrawal} context="participation" />
      <ActionNotice action={forgetting} context="participation" />
      <div className="kw-cluster">
        {mayWithdraw ? <Button size="small" icon="undo" onPress={() => setAsked('withdraw')} aria-label={t('participation.linked.withdraw-named', { name })}>{t('participation.withdraw.button')}</Button> : null}
        {sender ? <Button size="small" icon="remove" onPress={() => setAsked('forget')} aria-label={t('participation.linked.forget-named', { name })}>{t('participation.linked.forget')}</Button> : null}
      </div>
      <ConfirmDialog isOpen={asked !== null} onCancel={() => setAsked(null)} onConfirm={() => void run()} isDangerous isPending={withdrawal.isPending || forgetting.isPending}
        title={t(asked === 'forget' ? 'participation.linked.forget-title' : 'participation.withdraw.title')} confirmLabel={t(asked === 'forget' ? 'participation.linked.forget' : 'participation.withdraw.button')}>
        {t(asked === 'forget' ? 'participation.linked.forget-text' : 'participation.linked.withdraw-text')}
      </ConfirmDialog>
    </li>
  );
}

/** What was sent, the newest first, with what became of it. */
export function SentList({ sent, senderKey }: { sent: readonly SentFactsFragment[]; senderKey: string }) {
  return <ul className="kw-contributions">{sent.map((one) => <Sent key={one.uuid} sent={one} senderKey={senderKey} />)}</ul>;
}

interface UnsentProps {
  unsent: readonly Unsent<Answer>[];
  onRetry: (key: string) => void;
  onDiscard: (key: string) => void;
}

/** What waits for a connection, or was refused; its words are there until they have arrived. */
export function UnsentList({ unsent, onRetry, onDiscard }: UnsentProps) {
  const t = useText();
  const [discarded, setDiscarded] = useState<string | null>(null);
  return (
    <>
      {unsent.map(({ key, problem, text, language, place }) => (
        <Notice key={key} tone={problem === null ? 'info' : 'warning'} live title={t(problem === null ? 'participation.linked.unsent' : 'participation.linked.refused')}
          actions={problem === null ? undefined : <><Button size="small" icon="retry" onPress={() => onRetry(key)}>{t('participation.linked.retry')}</Button><CopyWords words={text || place.words} size="small" /><Button size="small" icon="remove" onPress={() => setDiscarded(key)}>{t('participation.linked.discard')}</Button></>}>
          {problem === null ? null : <p>{problemText({ code: problem, message: t('participation.linked.refused-text'), path: [] }, 'participation', t)}</p>}
          <p className="kw-words" lang={language} dir="auto">{text || place.words}</p>
        </Notice>
      ))}
      <ConfirmDialog isOpen={discarded !== null} onCancel={() => setDiscarded(null)} onConfirm={() => { onDiscard(discarded ?? ''); setDiscarded(null); }} isDangerous title={t('participation.linked.discard-title')} confirmLabel={t('participation.linked.discard')}>{t('participation.linked.discard-text')}</ConfirmDialog>
    </>
  );
}

/** The private link with which she finds what she has sent on any device. */
export function WayBack({ senderKey, isKept }: { senderKey: string; isKept: boolean }) {
  const t = useText();
  return (
    <Section level={3} title={t('participation.linked.way-back')} description={t(isKept ? 'participation.linked.way-back-text' : 'participation.linked.way-back-only')}>
      <CopyField label={t('participation.linked.private-link')} value={`${location.origin}${sentPath}#${senderKey}`} copyLabel={t('participation.sharing.copy')} copiedLabel={t('participation.sharing.copied')} />
    </Section>
  );
}
