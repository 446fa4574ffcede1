import { useQuery } from '@apollo/client/react';
import { IndicatorChoicesDocument, IndicatorNamesDocument, useAllPages } from '@konzeptwerkstatt/web-data';
import type { BreakdownDimension, IndicatorDirection } from '@konzeptwerkstatt/web-data';
import { Checkbox, ComboBox, MultiPicker, Select, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useRef } from 'react';
import { BREAKDOWNS, DIRECTIONS, KINDS, LEVELS, REFERENCE_DATES, RHYTHMS, SENSITIVITIES } from './choices.js';
import type { FormPart, IndicatorDraft, StandingIndicator } from './indicator-draft.js';

type TextName = { [Name in keyof IndicatorDraft]: IndicatorDraft[Name] extends string ? (string extends IndicatorDraft[Name] ? Name : never) : never }[keyof IndicatorDraft];
type ChoiceName = 'kind' | 'rhythm' | 'spatialLevel' | 'referenceDateType' | 'sensitivity';

/** A text of the draft by its name. */
function Text({ name, rows, hint, isNumber, draft, change, problem }: FormPart & { name: TextName; rows?: number; hint?: string; isNumber?: boolean }) {
  const t = useText();
  const common = { label: t(`monitoring.form.${name}`), hint, optional: true, value: draft[name], onChange: (value: string) => change({ [name]: value }), error: problem(name) };
  return rows === undefined ? <TextField {...common} inputMode={isNumber ? 'decimal' : undefined} /> : <TextArea {...common} rows={rows} />;
}

/** One of a short list, or nothing. */
function Choice<Id extends string>({ name, ids, draft, change }: FormPart & { name: ChoiceName; ids: readonly Id[] }) {
  const t = useText();
  const none = { id: '', label: t('monitoring.form.none') };
  return <Select label={t(`monitoring.form.${name}`)} optional value={draft[name] ?? ''} onChange={(id) => change({ [name]: id === '' ? null : id })} options={[none, ...ids.map((id) => ({ id, label: t(`monitoring.${name}.${id}`) }))]} />;
}

/** Where it should go, from where, until when. */
function Path(part: FormPart) {
  const t = useText();
  const { draft, change } = part;
  return (
    <>
      <Select<IndicatorDirection> label={t('monitoring.definition.direction')} hint={t('monitoring.form.direction-hint')} value={draft.direction} onChange={(direction) => direction && change({ direction })}
        options={DIRECTIONS.map((id) => ({ id, label: t(`monitoring.direction.${id}`) }))} />
      {draft.direction === 'CORRIDOR' ? <div className="kw-indicator-fields"><Text name="corridorLow" isNumber {...part} /><Text name="corridorHigh" isNumber {...part} /></div> : null}
      {draft.direction === 'NEUTRAL' ? null : (
        <div className="kw-indicator-fields">
          <Text name="baselineValue" isNumber {...part} /><Text name="baselineYear" isNumber {...part} />
          <Text name="targetValue" isNumber {...part} /><Text name="targetYear" isNumber {...part} />
        </div>
      )}
    </>
  );
}

function Responsible({ draft, change, problem, indicator }: FormPart & { indicator: StandingIndicator | null }) {
  const t = useText();
  const { data, fetchMore } = useQuery(IndicatorChoicesDocument);
  useAllPages(data?.organisations.pageInfo, (after) => fetchMore({ variables: { after } }));
  const standing = indicator?.responsibleOrganisation;
  const options = data?.organisations.edges.map(({ node }) => ({ id: node.id, label: node.name })) ?? (standing ? [{ id: standing.id, label: standing.name }] : []);
  // A list that is not there yet would forget what is chosen.
  return <ComboBox key={options.length} label={t('monitoring.form.responsible')} optional options={options} value={draft.responsibleOrganisationId} onChange={(responsibleOrganisationId) => change({ responsibleOrganisationId })} error={problem('responsibleOrganisationId')} />;
}

/** In which indicators the counts of a share stand. Shares are no counts. */
function Counts({ draft, change, problem, indicator }: FormPart & { indicator: StandingIndicator | null }) {
  const t = useText();
  const { data, fetchMore } = useQuery(IndicatorNamesDocument);
  useAllPages(data?.indicators.pageInfo, (after) => fetchMore({ variables: { after } }));
  const standing = [indicator?.numeratorIndicator, indicator?.denominatorIndicator].flatMap((count) => (count ? [{ id: count.id, label: count.name }] : []));
  const options = data?.indicators.edges.flatMap(({ node }) => (node.unit.startsWith('percent') || node.id === indicator?.id ? [] : [{ id: node.id, label: node.name }])) ?? standing;
  return (
    <>
      <p className="kw-muted">{t('monitoring.form.counts-hint')}</p>
      <div className="kw-indicator-fields">
        {(['numeratorId', 'denominatorId'] as const).map((name) => (
          // A list that is not there yet would forget what is chosen.
          <ComboBox key={`${name}/${options.length}`} label={t(`monitoring.form.${name}`)} optional options={options} value={draft[name]} onChange={(id) => change({ [name]: id })} error={problem(name)} />
        ))}
      </div>
    </>
  );
}

/** Everything about an indicator that can wait. Opens by itself when something in it is wrong. */
export function MoreFields({ indicator, mustOpen, ...part }: FormPart & { indicator: StandingIndicator | null; mustOpen: boolean }) {
  const t = useText();
  const { draft, change } = part;
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (mustOpen && details.current) details.current.open = true;
  }, [mustOpen]);
  const pick = (id: BreakdownDimension, isChosen: boolean) => change({ breakdowns: BREAKDOWNS.filter((other) => (other === id ? isChosen : draft.breakdowns.includes(other))) });
  return (
    <details ref={details} className="kw-indicator-more">
      <summary>{t('monitoring.form.more')}</summary>
      <div className="kw-form">
        <Path {...part} />
        {indicator ? <p className="kw-muted">{t('monitoring.form.break-hint')}</p> : null}
        <div className="kw-indicator-fields"><Text name="numerator" {...part} /><Text name="denominator" {...part} /></div>
        {draft.unit === 'percent' ? <Counts indicator={indicator} {...part} /> : null}
        <Text name="populationConcept" hint={t('monitoring.form.populationConcept-hint')} {...part} />
        <MultiPicker<BreakdownDimension> label={t('monitoring.form.breakdowns')} optional options={BREAKDOWNS.map((id) => ({ id, label: t(`monitoring.dimension.${id}`) }))} value={[...draft.breakdowns]}
          onAdd={(id) => pick(id, true)} onRemove={(id) => pick(id, false)} />
        <div className="kw-indicator-fields">
          <Text name="tableId" hint={t('monitoring.form.tableId-hint')} {...part} />
          <Choice name="referenceDateType" ids={REFERENCE_DATES} {...part} />
          <Choice name="spatialLevel" ids={LEVELS} {...part} />
          <Choice name="rhythm" ids={RHYTHMS} {...part} />
          <Choice name="kind" ids={KINDS} {...part} />
          <Choice name="sensitivity" ids={SENSITIVITIES} {...part} />
          <Text name="licence" hint={t('monitoring.form.licence-hint')} {...part} />
        </div>
        <Responsible indicator={indicator} {...part} />
        <Text name="methodNote" rows={2} {...part} />
        {draft.unit === 'percent' ? <Checkbox isSelected={draft.mayExceedHundred} onChange={(mayExceedHundred) => change({ mayExceedHundred })}>{t('monitoring.form.mayExceedHundred')}</Checkbox> : null}
      </div>
    </details>
  );
}
