import { useQuery } from '@apollo/client/react';
import type { ContributionFullFragment, ResponseFactsFragment, ResponseVerdict } from '@konzeptwerkstatt/web-data';
import { AnswerChoicesDocument, DraftResponseDocument, LinkOutcomeDocument, MeasureChoicesDocument, PublishResponsesDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, ComboBox, ConfirmDialog, Notice, RadioGroup, Section, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useRef, useState } from 'react';
import { ConsentView, DespiteObjection, Proposing } from './consent-view.js';
import type { OnwardProps } from './consent-view.js';
import { ReasonsField } from './reasons-field.js';
import { SplitDialog } from './split-dialog.js';
import { TakeOver } from './take-over.js';

const verdicts: readonly ResponseVerdict[] = ['CONSIDERED', 'PARTLY', 'NOT', 'NOTED', 'FORWARDED'];

/** Ties a contribution to a measure that is in the concept already. */
function LinkMeasure({ contribution }: { contribution: ContributionFullFragment }) {
  const t = useText();
  const { data } = useQuery(MeasureChoicesDocument, { variables: { edition: contribution.edition?.uuid ?? '' } });
  const action = useAction(LinkOutcomeDocument, 'linkOutcome');
  const options = data?.edition?.measures.edges.map(({ node: { id, number, title } }) => ({ id, label: t('participation.about.measure', { number, title }) })) ?? [];
  const link = async (measureId: string | null) => {
    if (measureId !== null && (await action.run({ contributionId: contribution.id, measureId }))) showToast(t('participation.link.done'));
  };
  return (
    <>
      <ActionNotice action={action} context="participation" />
      {options.length > 0 ? <ComboBox key={contribution.outcomes.length} label={t('participation.link.label')} hint={t('participation.link.hint')} options={options} value={null} onChange={(id) => void link(id)} /> : null}
    </>
  );
}

/** Shows what somebody else has answered meanwhile, beside one's own words, and lets one choose. */
function Overtaken({ other, onTake, onKeep }: { other: ResponseFactsFragment; onTake: () => void; onKeep: () => void }) {
  const t = useText();
  const actions = <><Button onPress={onTake}>{t('participation.answer.take-other')}</Button><Button onPress={onKeep}>{t('participation.answer.keep-mine')}</Button></>;
  return (
    <Notice tone="warning" live title={t('participation.answer.stale')} actions={actions}>
      <p>{t(`participation.verdict.${other.verdict}`)}</p>
      <p className="kw-words" lang="de" dir="auto">{other.reasons}</p>
    </Notice>
  );
}

/** Publishes the answer as it stands in the form; one that was changed meanwhile is shown first. */
function Publishing({ contribution, revision, onReload }: { contribution: ContributionFullFragment; revision: number; onReload: () => void }) {
  const t = useText();
  const action = useAction(PublishResponsesDocument, 'publishResponses', ['EditionContributions', 'ContributionCounts']);
  const [isAsking, setIsAsking] = useState(false);
  const publish = async () => {
    if (await action.run({ responses: [{ contributionId: contribution.id, expectedRevision: revision }] })) showToast(t('participation.publish.done'));
    else onReload();
    setIsAsking(false);
  };
  return (
    <>
      <ActionNotice action={action} context="participation" />
      <Button onPress={() => setIsAsking(true)}>{t('participation.publish.button')}</Button>
      <ConfirmDialog title={t('participation.publish.title')} isOpen={isAsking} confirmLabel={t('participation.publish.button')} isPending={action.isPending} onConfirm={() => void publish()} onCancel={() => setIsAsking(false)}>{t('participation.publish.text')}</ConfirmDialog>
    </>
  );
}

/** What comes after the draft: proposing it where the process wants that, publishing it as soon as nothing speaks against it. */
function Onward(props: OnwardProps) {
  const { consent } = props.contribution;
  const standing = consent?.standing ?? null;
  if (standing === 'NOT_PROPOSED' && consent?.days) return <Proposing {...props} />;
  if (standing === 'OBJECTED') return <DespiteObjection {...props} />;
  return standing === 'OPEN' ? null : <Publishing contribution={props.contribution} revision={props.revision} onReload={props.onReload} />;
}

function AnswerForm({ contribution, onReload }: { contribution: ContributionFullFragment; onReload: () => void }) {
  const t = useText();
  const known = contribution.treatment?.response ?? null;
  const { data } = useQuery(AnswerChoicesDocument);
  const action = useAction(DraftResponseDocument, 'draftResponse');
  const [seen, setSeen] = useState(known?.revision ?? 0);
  const [verdict, setVerdict] = useState<ResponseVerdict | null>(known?.verdict ?? null);
  const [reasons, setReasons] = useState(known?.reasons ?? '');
  const [isMissing, setIsMissing] = useState(false);
  const isStale = action.problems.some(({ code }) => code === 'STALE_VALUE');
  const other = known !== null && known.revision !== seen ? known : null;
  const reload = useRef(onReload);
  useEffect(() => { reload.current = onReload; });
  useEffect(() => {
    if (isStale) reload.current();
  }, [isStale]);
  const save = async () => {
    setIsMissing(verdict === null);
    if (verdict === null) return;
    const payload = await action.run({ contributionId: contribution.id, verdict, reasons, expectedRevision: seen });
    if (!payload) return;
    setSeen(payload.contribution?.treatment?.response?.revision ?? seen + 1);
    showToast(t('participation.answer.saved'));
  };
  const settle = (revision: number) => {
    setSeen(revision);
    action.reset();
  };
  const take = ({ verdict: theirs, reasons: why, revision }: ResponseFactsFragment) => {
    setVerdict(theirs);
    setReasons(why);
    settle(revision);
  };
  const problem = (field: string) => problemAt(action.problems, field, 'participation', t);
  return (
    <ActionForm action={isStale ? { problems: [], failure: null } : action} context="participation" fields={['verdict', 'reasons']} onSubmit={() => void save()}>
      {other ? <Overtaken other={other} onTake={() => take(other)} onKeep={() => settle(other.revision)} /> : null}
      <RadioGroup<ResponseVerdict> label={t('participation.answer.verdict')} value={verdict} onChange={setVerdict} error={isMissing ? t('participation.answer.verdict-missing') : isStale ? null : problem('verdict')}
        options={verdicts.map((id) => ({ id, label: t(`participation.verdict.${id}`), description: t(`participation.verdict-hint.${id}`) }))} />
      <ReasonsField texts={data?.reasonTexts ?? []} reasons={reasons} onChange={setReasons} error={problem('reasons')} isNeeded={verdict === 'NOT' || verdict === 'PARTLY'} />
      <div className="kw-button-group">
        <Button variant="primary" type="submit" isPending={action.isPending} pendingText={t('participation.form.sending')}>{t('participation.answer.save')}</Button>
        {known ? <Onward contribution={contribution} revision={seen} onSeen={setSeen} onReload={onReload} /> : null}
      </div>
    </ActionForm>
  );
}

/** For those who answer: what the municipality makes of it, why, and what came of it. */
export function AnswerPanel({ contribution, onReload }: { contribution: ContributionFullFragment; onReload: () => void }) {
  const t = useText();
  const { treatment, state, parts, consent } = contribution;
  const [isSplitting, setIsSplitting] = useState(false);
  if (!treatment || (state !== 'SUBMITTED' && state !== 'ANSWERED') || parts.length > 0) return null;
  const { response, bundleUuid, assignedTo } = treatment;
  return (
    <Section title={t('participation.answer.title')} description={t(response?.publishedAt ? 'participation.answer.published' : response ? 'participation.answer.draft' : 'participation.answer.open')}
      actions={state === 'SUBMITTED' && bundleUuid === null ? <Button size="small" onPress={() => setIsSplitting(true)}>{t('participation.split.button')}</Button> : null}>
      {assignedTo ? <p>{t('participation.answer.assigned', { organisation: assignedTo.name })}</p> : null}
      {bundleUuid ? <Notice title={t('participation.answer.bundle')}>{t('participation.answer.bundle-text')}</Notice> : null}
      {consent ? <ConsentView consent={consent} /> : null}
      <TakeOver contribution={contribution} onTaken={onReload} />
      <LinkMeasure contribution={contribution} />
      <AnswerForm contribution={contribution} onReload={onReload} />
      {isSplitting ? <SplitDialog contribution={contribution} onClose={() => setIsSplitting(false)} /> : null}
    </Section>
  );
}
