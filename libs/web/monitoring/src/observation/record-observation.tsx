import type { BreakdownPartInput, IndicatorPageQuery, ObservationFactsFragment, ObservationStatus } from '@konzeptwerkstatt/web-data';
import { RecordObservationDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, formatNumber, RadioGroup, readTypedDate, Select, showToast, TextArea, TextField, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { BREAKDOWNS } from '../indicator/choices.js';
import { BreakdownFields } from './breakdown-fields.js';
import { breakdownText } from './breakdown-text.js';
import { readTypedValue, typedDay, typedPeriod } from './observation-text.js';

type Indicator = NonNullable<IndicatorPageQuery['indicator']>;
type Known = 'value' | 'reason';

const formId = 'wert-eintragen';
const statuses = ['FINAL', 'PROVISIONAL', 'REVISED', 'ESTIMATED'] as const satisfies readonly ObservationStatus[];

export interface RecordObservationProps {
  indicator: Indicator;
  /** The value that is corrected; null for a new one of the own municipality. */
  corrected: ObservationFactsFragment | null;
  onClose: () => void;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What is typed. */
interface Draft {
  readonly period: string;
  readonly known: Known;
  readonly value: string;
  readonly reason: string;
  readonly status: ObservationStatus;
  readonly note: string;
  readonly source: string;
  readonly retrievedOn: string;
  readonly breakdown: readonly BreakdownPartInput[];
}

/** What is typed, as it begins. */
function useDraft(corrected: ObservationFactsFragment | null): readonly [Draft, (change: Partial<Draft>) => void] {
  const { partialDate } = useLanguage();
  const [draft, setDraft] = useState<Draft>(() => ({
    period: corrected ? typedPeriod(corrected, partialDate) : '',
    known: corrected && corrected.missingReason !== null ? 'reason' : 'value',
    value: corrected?.value ? formatNumber(corrected.value, 'de', corrected.decimals) : '',
    reason: corrected?.missingReason ?? '',
    status: corrected ? 'REVISED' : 'FINAL',
    note: corrected?.note ?? '',
    source: corrected?.source ?? '',
    retrievedOn: corrected?.retrievedOn ? typedDay(corrected.retrievedOn) : '',
    breakdown: [],
  }));
  return [draft, (change) => setDraft((before) => ({ ...before, ...change }))];
}

/** A new value or a correction: for which period, which value or why there is none, how settled, from where. */
export function RecordObservation({ indicator, corrected, onClose }: RecordObservationProps) {
  const t = useText();
  const action = useAction(RecordObservationDocument, 'recordObservation', ['IndicatorPage', 'IndicatorList']);
  const [draft, change] = useDraft(corrected);
  // What the indicator names comes first.
  const dimensions = [...indicator.breakdowns, ...BREAKDOWNS.filter((id) => !indicator.breakdowns.includes(id))];
  const problem = (field: string) => problemAt(action.problems, field, 'monitoring', t);

  const submit = async () => {
    const content = draft.known === 'value' ? { value: orNull(readTypedValue(draft.value)), missingReason: null } : { value: null, missingReason: orNull(draft.reason) };
    const place = corrected ? { regionId: corrected.region.id, supersedesId: corrected.id } : {};
    const payload = await action.run({
      indicatorId: indicator.id, period: readTypedDate(draft.period), ...content, ...place, status: draft.status, note: orNull(draft.note), source: orNull(draft.source),
      retrievedOn: draft.retrievedOn.trim() === '' ? null : readTypedDate(draft.retrievedOn), breakdown: [...draft.breakdown],
    });
    if (!payload) return;
    showToast(t(payload.observation?.isSuppressed ? 'monitoring.record.done-hidden' : 'monitoring.record.done'));
    onClose();
  };
  const title = corrected ? t('monitoring.record.correct-title', { region: corrected.breakdown === '' ? corrected.region.label : `${corrected.region.label}, ${breakdownText(corrected.breakdown, t)}` }) : t('monitoring.record.title');
  const footer = (
    <>
      <Button onPress={onClose}>{t('monitoring.form.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('monitoring.form.pending')}>{t('monitoring.record.submit')}</Button>
    </>
  );
  return (
    <Dialog title={title} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={action} context="monitoring" fields={['period', 'value', 'missingReason', 'status', 'note', 'source', 'retrievedOn', ...(draft.breakdown.length > 0 ? ['breakdown'] : [])]} onSubmit={() => void submit()}>
        <TextField label={t('monitoring.record.period')} hint={t('monitoring.record.period-hint')} value={draft.period} onChange={(period) => change({ period })} isRequired autoFocus error={problem('period')} />
        {corrected ? null : <BreakdownFields parts={draft.breakdown} dimensions={dimensions} onChange={(breakdown) => change({ breakdown })} error={problem('breakdown')} />}
        <RadioGroup<Known> label={t('monitoring.record.known')} value={draft.known} onChange={(known) => change({ known })}
          options={[{ id: 'value', label: t('monitoring.record.has-value') }, { id: 'reason', label: t('monitoring.record.has-none') }]} />
        {draft.known === 'value' ? (
          <TextField label={t('monitoring.record.value', { unit: indicator.unitLabel })} hint={t('monitoring.record.value-hint', { decimals: indicator.decimals })} value={draft.value} onChange={(value) => change({ value })} isRequired inputMode="decimal" error={problem('value')} />
        ) : (
          <TextArea label={t('monitoring.record.reason')} hint={t('monitoring.record.reason-hint')} rows={2} value={draft.reason} onChange={(reason) => change({ reason })} isRequired error={problem('missingReason') ?? problem('value')} />
        )}
        <Select<ObservationStatus> label={t('monitoring.record.status')} value={draft.status} onChange={(status) => status && change({ status })} options={statuses.map((id) => ({ id, label: t(`monitoring.status.${id}`) }))} error={problem('status')} />
        <TextField label={t('monitoring.record.source')} hint={t('monitoring.record.source-hint')} optional value={draft.source} onChange={(source) => change({ source })} error={problem('source')} />
        <TextField label={t('monitoring.record.retrieved')} hint={t('monitoring.record.retrieved-hint')} optional value={draft.retrievedOn} onChange={(retrievedOn) => change({ retrievedOn })} error={problem('retrievedOn')} />
        <TextArea label={t('monitoring.record.note')} optional rows={2} value={draft.note} onChange={(note) => change({ note })} error={problem('note')} />
      </ActionForm>
    </Dialog>
  );
}
