import { useQuery } from '@apollo/client/react';
import type { AdviceFactsFragment, ContributionFullFragment } from '@konzeptwerkstatt/web-data';
import { AnswerChoicesDocument, AskForAdviceDocument, useAction, useAllPages, WithdrawAdviceRequestDocument } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, ComboBox, ConfirmDialog, Dialog, Section, showToast, TextArea, TextField, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

const formId = 'um-rat-fragen';

/** Asks another office or organisation. */
function AskDialog({ contributionId, onClose }: { contributionId: string; onClose: () => void }) {
  const t = useText();
  const { tag } = useLanguage();
  const action = useAction(AskForAdviceDocument, 'askForAdvice');
  const { data, fetchMore } = useQuery(AnswerChoicesDocument);
  useAllPages(data?.organisations.pageInfo, (after) => fetchMore({ variables: { after } }));
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const [question, setQuestion] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const ask = async () => {
    setIsMissing(organisationId === null);
    if (organisationId === null || !(await action.run({ contributionId, organisationId, question, language: tag, dueOn: dueOn === '' ? null : dueOn }))) return;
    showToast(t('participation.advice.ask-done'));
    onClose();
  };
  const problem = (field: string) => problemAt(action.problems, field, 'participation', t);
  const footer = <><Button onPress={onClose}>{t('participation.dialog.cancel')}</Button><Button variant="primary" type="submit" form={formId} isPending={action.isPending}>{t('participation.advice.ask')}</Button></>;
  return (
    <Dialog title={t('participation.advice.ask')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={action} context="participation" fields={['organisationId', 'question', 'dueOn']} onSubmit={() => void ask()}>
        <p>{t('participation.advice.text')}</p>
        <ComboBox label={t('participation.advice.whom')} options={data?.organisations.edges.map(({ node: { id, name } }) => ({ id, label: name })) ?? []} value={organisationId} onChange={setOrganisationId} error={isMissing && organisationId === null ? t('participation.advice.whom-missing') : problem('organisationId')} />
        <TextArea label={t('participation.advice.question')} rows={4} isRequired value={question} onChange={setQuestion} lang={tag} dir="auto" error={problem('question')} />
        <TextField type="date" label={t('participation.advice.by')} optional value={dueOn} onChange={setDueOn} error={problem('dueOn')} />
      </ActionForm>
    </Dialog>
  );
}

/** What is asked, and what was advised. */
export function AdviceWords({ advice: { question, questionLanguage, advice, adviceLanguage, givenAt, dueOn } }: { advice: AdviceFactsFragment }) {
  const t = useText();
  const { day } = useLanguage();
  return (
    <>
      <p className="kw-words" lang={questionLanguage} dir="auto">{question}</p>
      {advice === null || givenAt === null
        ? <p className="kw-muted">{t('participation.advice.waiting')}{dueOn === null ? null : <> · {t('participation.advice.due', { day: day(dueOn) })}</>}</p>
        : <figure className="kw-quote"><figcaption className="kw-muted">{t('participation.advice.given', { day: day(givenAt) })}</figcaption><blockquote lang={adviceLanguage ?? 'de'} dir="auto">{advice}</blockquote></figure>}
    </>
  );
}

function AskedLine({ advice }: { advice: AdviceFactsFragment }) {
  const t = useText();
  const { day } = useLanguage();
  const action = useAction(WithdrawAdviceRequestDocument, 'withdrawAdviceRequest');
  const [isSure, setIsSure] = useState(false);
  const organisation = advice.organisation?.name ?? '';
  const withdraw = async () => {
    if (await action.run({ adviceId: advice.id })) showToast(t('participation.advice.withdraw-done'));
    setIsSure(false);
  };
  return (
    <li>
      <p className="kw-muted">{t('participation.advice.asked', { day: day(advice.askedAt), organisation })}</p>
      <AdviceWords advice={advice} />
      <ActionNotice action={action} context="participation" />
      {advice.givenAt === null ? <Button size="small" icon="undo" onPress={() => setIsSure(true)} aria-label={t('participation.advice.withdraw-named', { organisation })}>{t('participation.advice.withdraw')}</Button> : null}
      <ConfirmDialog title={t('participation.advice.withdraw')} isOpen={isSure} confirmLabel={t('participation.advice.withdraw')} isDangerous isPending={action.isPending} onConfirm={() => void withdraw()} onCancel={() => setIsSure(false)}>{t('participation.advice.withdraw-text')}</ConfirmDialog>
    </li>
  );
}

/** For those who answer: what others are asked before, and what they advise. */
export function AdvicePanel({ contribution: { id, state, advices } }: { contribution: ContributionFullFragment }) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  if (state !== 'SUBMITTED' && advices.length === 0) return null;
  return (
    <Section level={3} title={t('participation.advice.title')} actions={state === 'SUBMITTED' ? <Button size="small" onPress={() => setIsAsking(true)}>{t('participation.advice.ask')}</Button> : null}>
      {advices.length > 0 ? <ul className="kw-replies">{advices.map((advice) => <AskedLine key={advice.id} advice={advice} />)}</ul> : <p className="kw-muted">{t('participation.advice.text')}</p>}
      {isAsking ? <AskDialog contributionId={id} onClose={() => setIsAsking(false)} /> : null}
    </Section>
  );
}
