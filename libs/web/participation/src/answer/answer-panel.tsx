import { useQuery } from '@apollo/client/react';
import type { ContributionFullFragment, ResponseFactsFragment, ResponseVerdict } from '@konzeptwerkstatt/web-data';
import { AnswerChoicesDocument, DraftResponseDocument, LinkOutcomeDocument, MeasureChoicesDocument, PublishResponsesDocument, useAction, useAllPages } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, problemAt, useKeptWords } from '@konzeptwerkstatt/web-shell';
import { Button, ComboBox, ConfirmDialog, Notice, RadioGroup, Section, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useRef, useState } from 'react';
import { AdvicePanel } from './advice-panel.js';
import { BundleNotice } from './bundle-notice.js';
import { ConsentView, DespiteObjection, Proposing } from './consent-view.js';
import type { OnwardProps } from './consent-view.js';
import { ReasonsField } from './reasons-field.js';
import { SplitDialog } from './split-dialog.js';
import { TakeOver } from './take-over.js';

const verdicts: readonly ResponseVerdict[] = ['CONSIDERED', 'PARTLY', 'NOT', 'NOTED', 'FORWARDED'];

/** Ties a contribution to a measure that is in the concept already. */
function LinkMeasure({ contribution }: { contribution: ContributionFullFragment }) {
  const t = useText();
  const { data, fetchMore } = useQuery(MeasureChoicesDocument, { variables: { edition: contribution.edition?.uuid ?? '' } });
  useAllPages(data?.edition?.measures.pageInfo, (after) => fetchMore({ variables: { after } }));
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

/** Ties a contribution to the passage it is about, once that is changed because of it. */
function LinkPassage({ contribution: { id: contributionId, target, anchor, outcomes } }: { contribution: ContributionFullFragment }) {
  const t = useText();
  const action = useAction(LinkOutcomeDocument, 'linkOutcome');
  const blockId = anchor?.blockId ?? null;
  if (target !== 'PASSAGE' || blockId === null || outcomes.some((outcome) => outcome.blockId === blockId)) return null;
  const link = async () => {
    if (await action.run({ contributionId, blockId })) showToast(t('participation.link.passage-done'));
  };
  return (
    <>
      <ActionNotice action={action} context="participation" />
      <div><Button size="small" onPress={() => void link()} isPending={action.isPending}>{t('participation.link.passage')}</Button> <span className="kw-muted">{t('participation.link.passage-hint')}</span></div>
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

interface AnswerWords {
  readonly verdict: ResponseVerdict | null;
  readonly reasons: string;
  /** Revision of the answer that these words are meant to follow. */
  readonly seen: number;
}

/** What is typed stays on this device until it is saved; an answer that somebody else has given meanwhile is shown beside it. */
function AnswerForm({ contribution, onReload }: { contribution: ContributionFullFragment; onReload: () => void }) {
  const t = useText();
  const known = contribution.treatment?.response ?? null;
  const { data } = useQuery(AnswerChoicesDocument);
  const action = useAction(DraftResponseDocument, 'draftResponse');
  const saved: AnswerWords = { verdict: known?.verdict ?? null, reasons: known?.reasons ?? '', seen: known?.revision ?? 0 };
  const { words, change, settle } = useKeptWords(`urteil/${contribution.uuid}`, saved, (typed) => typed.verdict !== saved.verdict || typed.reasons !== saved.reasons);
  const { verdict, reasons, seen } = words;
  const [isMissing, setIsMissing] = useState(false);
  const isStale = action.problems.some(({ code }) => code === 'STALE_VALUE');
  const other = known !== null && known.revision !== seen ? known : null;
  const reload = useRef(onReload);
  useEffect(() => { reload.current = onReload; });
  const isOld = isStale || action.problems.some(({ code }) => code === 'BUNDLED_MEANWHILE');
  useEffect(() => {
    if (isOld) reload.current();
  }, [isOld]);
  const save = async () => {
    setIsMissing(verdict === null);
    if (verdict === null) return;
    // Where there is no answer (any more), as in a new bundle, these words follow none.
    const payload = await action.run({ contributionId: contribution.id, verdict, reasons, expectedRevision: known === null ? 0 : seen });
    if (!payload) return;
    settle({ verdict, reasons, seen: payload.contribution?.treatment?.response?.revision ?? seen + 1 });
    showToast(t('participation.answer.saved'));
  };
  const take = ({ verdict: theirs, reasons: why, revision }: ResponseFactsFragment) => {
    settle({ verdict: theirs, reasons: why, seen: revision });
    action.reset();
  };
  const keep = ({ revision }: ResponseFactsFragment) => {
    change({ seen: revision });
    action.reset();
  };
  const problem = (field: string) => problemAt(action.problems, field, 'participation', t);
  return (
    <ActionForm action={isStale ? { problems: [], failure: null } : action} context="participation" fields={['verdict', 'reasons']} onSubmit={() => void save()}>
      {other ? <Overtaken other={other} onTake={() => take(other)} onKeep={() => keep(other)} /> : null}
      <RadioGroup<ResponseVerdict> label={t('participation.answer.verdict')} value={verdict} onChange={(chosen) => change({ verdict: chosen })} error={isMissing && verdict === null ? t('participation.answer.verdict-missing') : isStale ? null : problem('verdict')}
        options={verdicts.map((id) => ({ id, label: t(`participation.verdict.${id}`), description: t(`participation.verdict-hint.${id}`) }))} />
      {(verdict === 'CONSIDERED' || verdict === 'PARTLY') && contribution.outcomes.length === 0 ? <p className="kw-muted">{t('participation.answer.link-hint')}</p> : null}
      <ReasonsField texts={data?.reasonTexts ?? []} reasons={reasons} onChange={(why) => change({ reasons: why })} error={problem('reasons')} isNeeded={verdict === 'NOT' || verdict === 'PARTLY'} />
      <div className="kw-button-group">
        <Button variant="primary" type="submit" isPending={action.isPending} pendingText={t('participation.form.sending')}>{t('participation.answer.save')}</Button>
        {known ? <Onward contribution={contribution} revision={seen} onSeen={(revision) => settle({ verdict, reasons, seen: revision })} onReload={onReload} /> : null}
      </div>
    </ActionForm>
  );
}

/** For those who answer: what the municipality makes of it, why, and what came of it. */
export function AnswerPanel({ contribution, isTaken, onTaken, onReload }: { contribution: ContributionFullFragment; isTaken: boolean; onTaken: () => void; onReload: () => void }) {
  const t = useText();
  const { treatment, state, parts, consent } = contribution;
  const [isSplitting, setIsSplitting] = useState(false);
  if (!treatment || (state !== 'SUBMITTED' && state !== 'ANSWERED') || parts.length > 0) return null;
  const { response, bundleUuid, assignedTo } = treatment;
  return (
    <Section title={t('participation.answer.title')} description={t(response?.publishedAt ? 'participation.answer.published' : response ? 'participation.answer.draft' : 'participation.answer.open')}
      actions={state === 'SUBMITTED' && bundleUuid === null ? <Button size="small" onPress={() => setIsSplitting(true)}>{t('participation.split.button')}</Button> : null}>
      {assignedTo ? <p>{t('participation.answer.assigned', { organisation: assignedTo.name })}</p> : null}
      {bundleUuid ? <BundleNotice contribution={contribution} /> : null}
      <AdvicePanel contribution={contribution} />
      {consent ? <ConsentView consent={consent} /> : null}
      <TakeOver contribution={contribution} isTaken={isTaken} onTaken={onTaken} />
      <LinkMeasure contribution={contribution} />
      {isTaken ? null : <LinkPassage contribution={contribution} />}
      <AnswerForm contribution={contribution} onReload={onReload} />
      {isSplitting ? <SplitDialog contribution={contribution} onClose={() => setIsSplitting(false)} /> : null}
    </Section>
  );
}
