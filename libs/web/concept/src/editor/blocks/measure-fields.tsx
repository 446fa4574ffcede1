import { DECISION_STATES, MAX_FUNDING_SOURCE_LENGTH, MAX_RESOURCES_LENGTH, MEASURE_STATUSES, MEASURE_TYPES, TARGET_GROUPS, isStorableText } from '@konzeptwerkstatt/document-model';
import type { TargetGroup } from '@konzeptwerkstatt/document-model';
import { ComboBox, MultiPicker, Select, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import type { StoredFields } from '../connection/use-block-fields.js';
import { useBlockFields } from '../connection/use-block-fields.js';
import { useSectionEditor } from '../section-editor.context.js';
import { DraftTextField } from './draft-text-field.js';
import { optionsOf } from './field-labels.js';
import { PeriodField } from './period-field.js';
import { readDecimal } from './typed-number.js';

/** Members of a set field: `partner/<id>` … */
function members(values: StoredFields, name: string): string[] {
  return Object.keys(values).filter((key) => key.startsWith(`${name}/`)).map((key) => key.slice(name.length + 1));
}

function text(values: StoredFields, key: string): string | null {
  const value = values[key];
  return typeof value === 'string' ? value : null;
}

interface FieldGroupProps {
  readonly values: StoredFields;
  readonly set: (key: string, value: string | true | null) => void;
  readonly isDisabled: boolean;
}

function Classification({ values, set, isDisabled }: FieldGroupProps) {
  const t = useText();
  const choice = <Id extends string>(key: string, list: string, allowed: readonly Id[]) => (
    <Select label={t(`concept.measure.${key}`)} options={optionsOf(t, list, allowed)} value={text(values, key) as Id | null} isDisabled={isDisabled} onChange={(value) => set(key, value)} />
  );
  return (
    <>
      {choice('type', 'measureType', MEASURE_TYPES)}
      {choice('status', 'measureStatus', MEASURE_STATUSES)}
      {choice('decisionState', 'decisionState', DECISION_STATES)}
    </>
  );
}

function Parties({ values, set, isDisabled }: FieldGroupProps) {
  const t = useText();
  const { organisations } = useSectionEditor();
  return (
    <>
      <ComboBox label={t('concept.measure.lead')} hint={t('concept.measure.leadHint')} options={organisations} value={text(values, 'lead')} isDisabled={isDisabled} onChange={(id) => set('lead', id)} />
      <MultiPicker label={t('concept.measure.partners')} options={organisations} value={members(values, 'partner')} isDisabled={isDisabled}
        onAdd={(id) => set(`partner/${id}`, true)} onRemove={(id) => set(`partner/${id}`, null)} />
      <MultiPicker<TargetGroup> label={t('concept.measure.targetGroups')} options={optionsOf(t, 'targetGroup', TARGET_GROUPS)} value={members(values, 'targetGroup') as TargetGroup[]} isDisabled={isDisabled}
        onAdd={(key) => set(`targetGroup/${key}`, true)} onRemove={(key) => set(`targetGroup/${key}`, null)} />
    </>
  );
}

function Means({ values, set, isDisabled }: FieldGroupProps) {
  const t = useText();
  const language = useLanguage();
  const plain = (maxLength: number) => (typed: string) => {
    const value = typed.trim();
    if (value.length > maxLength) return { problem: t('concept.error.TEXT_TOO_LONG', { maxLength }) };
    return isStorableText(value) ? { value: value === '' ? null : value } : { problem: t('concept.error.TEXT_NOT_STORABLE') };
  };
  const decimal = (digits: number) => (typed: string) => {
    if (typed.trim() === '') return { value: null };
    const value = readDecimal(typed, digits);
    return value === null ? { problem: t('concept.error.AMOUNT_INVALID') } : { value };
  };
  const show = (stored: string) => language.number(stored, /\./.test(stored) ? 2 : 0);
  const field = (key: string, read: (typed: string) => { value: string | null } | { problem: string }, extra: { isLong?: boolean; show?: (stored: string) => string; hint?: string } = {}) => (
    <DraftTextField label={t(`concept.measure.${key}`)} value={text(values, key)} read={read} onChange={(value) => set(key, value)} isDisabled={isDisabled} {...extra} />
  );
  return (
    <>
      {field('resources', plain(MAX_RESOURCES_LENGTH), { isLong: true })}
      {field('budgetAmount', decimal(12), { show, hint: t('concept.measure.budgetHint') })}
      {field('fundingSource', plain(MAX_FUNDING_SOURCE_LENGTH))}
      {field('staffPositions', decimal(5), { show, hint: t('concept.measure.staffHint') })}
    </>
  );
}

/** The structured fields of a measure, set in place; every change goes straight into the shared text. */
export function MeasureFields({ blockId }: { readonly blockId: string }) {
  const t = useText();
  const { session, canWrite, indicators } = useSectionEditor();
  const { values, set } = useBlockFields(session.doc, blockId);
  const group = { values, set, isDisabled: !canWrite };
  return (
    <div className="kw-fields">
      <Classification {...group} />
      <Parties {...group} />
      <PeriodField value={text(values, 'period')} onChange={(value) => set('period', value)} isDisabled={!canWrite} />
      <Means {...group} />
      <MultiPicker label={t('concept.measure.indicators')} options={indicators} value={members(values, 'indicator')} isDisabled={!canWrite}
        onAdd={(id) => set(`indicator/${id}`, true)} onRemove={(id) => set(`indicator/${id}`, null)} />
    </div>
  );
}
