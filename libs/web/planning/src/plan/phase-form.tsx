import { AddPhaseDocument, ChangePhaseDocument, useAction } from '@konzeptwerkstatt/web-data';
import type { PhaseFactsFragment } from '@konzeptwerkstatt/web-data';
import { ActionForm, Overtaken, problemAt, useSeenRevision } from '@konzeptwerkstatt/web-shell';
import { Button, Checkbox, Dialog, Notice, Original, Select, TextArea, TextField, showToast, townFieldValue, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { keyLabel } from '../process/key-label.js';
import { PhaseTime } from './phase-time.js';
import { RuleFields, rightsOf, rulesOf } from './rule-fields.js';
import { Rules } from './rules.js';

const formId = 'phase-planen';

const phaseKinds = ['mandate', 'survey', 'self_check', 'workshop', 'drafting', 'conference', 'comment', 'revision', 'consultation', 'council', 'publication', 'implementation', 'review', 'standing', 'other'] as const;

/** A meeting of the phase, with its times. */
export interface PhaseGathering {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

interface Props {
  processId: string;
  tracks: readonly string[];
  /** The phase to change; null: a new one. */
  phase: PhaseFactsFragment | null;
  gatherings?: readonly PhaseGathering[];
  onClose: () => void;
}

/** What the form holds; a phase that is changed fills it. */
function usePhaseFields(phase: PhaseFactsFragment | null) {
  const [title, setTitle] = useState(phase?.title ?? '');
  const [kind, setKind] = useState<string | null>(phase?.kind ?? null);
  const [summary, setSummary] = useState(phase?.summary ?? '');
  const [trackName, setTrackName] = useState<string | null>(phase?.trackName ?? null);
  const [opensAt, setOpensAt] = useState(phase ? townFieldValue(phase.opensAt) : '');
  const [closesAt, setClosesAt] = useState(phase?.closesAt ? townFieldValue(phase.closesAt) : '');
  const [staysOpen, setStaysOpen] = useState(phase !== null && phase.closesAt === null);
  const [isExclusive, setIsExclusive] = useState(phase?.isExclusive ?? false);
  const [rights, setRights] = useState(rightsOf(phase?.rules ?? []));
  const input = { title, kind: kind ?? '', summary, trackName, opensAt, closesAt: staysOpen ? null : closesAt, isExclusive, rules: rulesOf(rights) };
  return { input, title, setTitle, kind, setKind, summary, setSummary, trackName, setTrackName, opensAt, setOpensAt, closesAt, setClosesAt, staysOpen, setStaysOpen, isExclusive, setIsExclusive, rights, setRights };
}

/** A phase as somebody else has planned it meanwhile. */
function Other({ phase, onTake, onKeep }: { phase: PhaseFactsFragment; onTake: () => void; onKeep: () => void }) {
  const t = useText();
  return (
    <Overtaken onTake={onTake} onKeep={onKeep} facts={[
      { term: t('planning.phase.name'), value: <Original>{phase.title}</Original> },
      { term: t('planning.phase.kind'), value: keyLabel('phase-kind', phase.kind, t) },
      { term: t('planning.phase.time'), value: <PhaseTime opensAt={phase.opensAt} closesAt={phase.closesAt} /> },
      ...(phase.summary === '' ? [] : [{ term: t('planning.phase.summary'), value: <Original>{phase.summary}</Original> }]),
      ...(phase.rules.length === 0 ? [] : [{ term: t('planning.phase.rules'), value: <Rules rules={phase.rules} /> }]),
    ]} />
  );
}

/** Says which meetings do not fall into the phase as it is typed. */
function Outside({ gatherings, opensAt, closesAt }: { gatherings: readonly PhaseGathering[]; opensAt: string; closesAt: string | null }) {
  const t = useText();
  const outside = gatherings.filter(({ startsAt, endsAt }) => townFieldValue(startsAt) < opensAt || (closesAt !== null && closesAt !== '' && townFieldValue(endsAt) > closesAt));
  if (outside.length === 0) return null;
  return <Notice tone="warning" live title={t('planning.phase.leaves-gatherings', { count: outside.length })}>{t('planning.phase.leaves-gatherings-text', { titles: outside.map(({ title }) => title).join(', ') })}</Notice>;
}

/** Plans a phase: what happens, from when to when, and who may do what meanwhile. */
export function PhaseForm(props: Props) {
  const [taken, setTaken] = useState(0);
  // Filled anew with what somebody else has saved.
  return <PhaseFields key={taken} {...props} onTake={() => setTaken(taken + 1)} />;
}

function PhaseFields({ processId, tracks, phase, gatherings = [], onClose, onTake }: Props & { onTake: () => void }) {
  const t = useText();
  const add = useAction(AddPhaseDocument, 'addPhase', ['ProcessPage']);
  const change = useAction(ChangePhaseDocument, 'changePhase', ['ProcessPage']);
  const action = phase === null ? add : change;
  const fields = usePhaseFields(phase);
  const { seen, isOvertaken, shown, keep } = useSeenRevision(phase?.revision ?? 0, action);
  const problem = (field: string) => problemAt(action.problems, field, 'planning', t);
  const submit = async () => {
    const payload = phase === null ? await add.run({ processId, ...fields.input }) : await change.run({ phaseId: phase.id, expectedRevision: seen, ...fields.input });
    if (!payload) return;
    showToast(t('planning.phase.saved', { title: fields.title.trim() }));
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('planning.form.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('planning.form.pending')}>{t('planning.phase.submit')}</Button>
    </>
  );
  return (
    <Dialog title={phase === null ? t('planning.phase.add') : t('planning.phase.change')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={shown} context="planning" fields={['title', 'kind', 'summary', 'opensAt', 'closesAt', 'trackName', 'rules']} onSubmit={() => void submit()}>
        {phase && isOvertaken ? <Other phase={phase} onTake={onTake} onKeep={keep} /> : null}
        <TextField label={t('planning.phase.name')} value={fields.title} onChange={fields.setTitle} isRequired autoFocus error={problem('title')} />
        <Select label={t('planning.phase.kind')} options={phaseKinds.map((id) => ({ id, label: t(`planning.phase-kind.${id}`) }))} value={fields.kind} onChange={fields.setKind} error={problem('kind')} />
        <TextArea label={t('planning.phase.summary')} optional rows={2} value={fields.summary} onChange={fields.setSummary} error={problem('summary')} />
        {tracks.length > 0 ? <Select label={t('planning.phase.on-track')} options={[{ id: '', label: t('planning.phase.all-tracks') }, ...tracks.map((name) => ({ id: name, label: name }))]} value={fields.trackName ?? ''} onChange={(name) => fields.setTrackName(name === '' ? null : name)} error={problem('trackName')} /> : null}
        <TextField type="datetime-local" label={t('planning.phase.opens')} hint={t('planning.phase.clock')} value={fields.opensAt} onChange={fields.setOpensAt} isRequired error={problem('opensAt')} />
        {fields.staysOpen ? null : <TextField type="datetime-local" label={t('planning.phase.closes')} value={fields.closesAt} onChange={fields.setClosesAt} isRequired error={problem('closesAt')} />}
        <Checkbox isSelected={fields.staysOpen} onChange={fields.setStaysOpen}>{t('planning.phase.stays-open')}</Checkbox>
        <Outside gatherings={gatherings} opensAt={fields.input.opensAt} closesAt={fields.input.closesAt} />
        <Checkbox isSelected={fields.isExclusive} onChange={fields.setIsExclusive}>{t('planning.phase.exclusive')}</Checkbox>
        <RuleFields chosen={fields.rights} onChange={fields.setRights} error={problem('rules')} />
      </ActionForm>
    </Dialog>
  );
}
