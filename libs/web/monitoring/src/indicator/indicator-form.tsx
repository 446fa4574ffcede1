import { AddIndicatorDocument, EditIndicatorDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, Overtaken, problemAt, useSeenRevision } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, formatNumber, Original, Select, showToast, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { draftOf, inputOf, UNITS } from './indicator-draft.js';
import type { FormPart, StandingIndicator, UnitChoice } from './indicator-draft.js';
import { MoreFields } from './more-fields.js';

const formId = 'indikator';
const fields = [
  'name', 'unit', 'unitLabel', 'decimals', 'source', 'definition', 'corridorLow', 'corridorHigh', 'baselineValue', 'baselineYear', 'targetValue', 'targetYear', 'numerator', 'denominator', 'populationConcept', 'tableId',
  'methodNote', 'licence', 'responsibleOrganisationId', 'numeratorId', 'denominatorId',
];
const moreFields: ReadonlySet<string> = new Set(fields.slice(6));

interface Props {
  /** The one to change; null: a new one. */
  indicator: StandingIndicator | null;
  onClose: () => void;
}

/** Name, unit, source: what is enough to begin with. */
function FirstFields({ draft, change, problem }: FormPart) {
  const t = useText();
  return (
    <>
      <TextField label={t('monitoring.form.name')} value={draft.name} onChange={(name) => change({ name })} isRequired autoFocus error={problem('name')} />
      <div className="kw-indicator-fields">
        <Select<UnitChoice> label={t('monitoring.form.unit')} value={draft.unit} onChange={(unit) => unit && change({ unit, decimals: unit === 'percent' || unit === 'percentage_points' ? '1' : '0' })}
          options={UNITS.map((id) => ({ id, label: t(`monitoring.unit.${id}`) }))} error={problem('unit')} />
        {draft.unit === 'other' ? <TextField label={t('monitoring.form.unit-label')} hint={t('monitoring.form.unit-label-hint')} value={draft.unitLabel} onChange={(unitLabel) => change({ unitLabel })} isRequired error={problem('unitLabel')} /> : null}
        <Select label={t('monitoring.form.decimals')} value={draft.decimals} onChange={(decimals) => decimals && change({ decimals })} options={['0', '1', '2', '3'].map((id) => ({ id, label: id }))} error={problem('decimals')} />
      </div>
      <TextField label={t('monitoring.form.source')} hint={t('monitoring.form.source-hint')} optional value={draft.source} onChange={(source) => change({ source })} error={problem('source')} />
      <TextArea label={t('monitoring.form.definition')} hint={t('monitoring.form.definition-hint')} optional rows={2} value={draft.definition} onChange={(definition) => change({ definition })} error={problem('definition')} />
    </>
  );
}

function Fields({ indicator, onClose, onTake }: Props & { onTake: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const add = useAction(AddIndicatorDocument, 'addIndicator', ['IndicatorList']);
  const edit = useAction(EditIndicatorDocument, 'editIndicator', ['IndicatorPage', 'IndicatorList']);
  const action = indicator === null ? add : edit;
  const { seen, isOvertaken, shown, keep } = useSeenRevision(indicator?.revision ?? 0, action);
  const [draft, setDraft] = useState(() => draftOf(indicator, (value, decimals) => formatNumber(value, 'de', decimals)));
  const part: FormPart = { draft, change: (change) => setDraft((before) => ({ ...before, ...change })), problem: (field) => problemAt(action.problems, field, 'monitoring', t) };
  const submit = async () => {
    const labels = { percent: '%', persons: 'Personen', count: 'Anzahl', percentage_points: 'Prozentpunkte' };
    const input = inputOf(draft, labels, indicator);
    if (indicator !== null) {
      if ((await edit.run({ ...input, indicatorId: indicator.id, expectedRevision: seen })) === null) return;
      showToast(t('monitoring.form.saved'));
      onClose();
      return;
    }
    const added = (await add.run(input))?.indicator;
    if (!added) return;
    showToast(t('monitoring.form.added'));
    onClose();
    void navigate(`/indikatoren/${added.uuid}`);
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('monitoring.form.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('monitoring.form.pending')}>{t(indicator === null ? 'monitoring.form.add' : 'monitoring.form.save')}</Button>
    </>
  );
  return (
    <Dialog size="large" title={t(indicator === null ? 'monitoring.form.add-title' : 'monitoring.form.edit-title')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={shown} context="monitoring" fields={fields} onSubmit={() => void submit()}>
        {indicator !== null && isOvertaken ? (
          <Overtaken onTake={onTake} onKeep={keep} facts={[
            { term: t('monitoring.form.name'), value: <Original>{indicator.name}</Original> },
            { term: t('monitoring.definition.text'), value: <Original>{indicator.definition.text}</Original> },
            { term: t('monitoring.definition.direction'), value: t(`monitoring.direction.${indicator.direction}`) },
          ]} />
        ) : null}
        <FirstFields {...part} />
        <MoreFields {...part} indicator={indicator} mustOpen={action.problems.some(({ path }) => moreFields.has(path[0] ?? ''))} />
      </ActionForm>
    </Dialog>
  );
}

/** An indicator: name, unit and source to begin with, everything else under “Mehr”. */
export function IndicatorForm(props: Props) {
  const [taken, setTaken] = useState(0);
  // Filled anew with what somebody else has saved.
  return <Fields key={taken} {...props} onTake={() => setTaken(taken + 1)} />;
}
