import {
  DECISION_STATES, FUNDING_STATES, MAX_CONTACT_LENGTH, MAX_DISTRICT_LENGTH, MAX_FUNDING_SOURCE_LENGTH, MAX_RESOURCES_LENGTH, MEASURE_STATUSES, MEASURE_TYPES, PRIORITIES,
  TARGET_GROUPS, checkField, isStorableText,
} from '@konzeptwerkstatt/document-model';
import type { TargetGroup } from '@konzeptwerkstatt/document-model';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { ComboBox, MultiPicker, readTypedDate, Select, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import type { StoredFields } from '../connection/use-block-fields.js';
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

/** Values of a goal or measure and the way to change one, wherever they are kept. */
export interface FieldGroupProps {
  readonly values: StoredFields;
  /** @param value `true` of a member of a set; null takes the value or the member away */
  readonly set: (key: string, value: string | true | null) => void;
  readonly isDisabled: boolean;
  /** To pick from, by raw id. */
  readonly organisations: readonly Option[];
  readonly indicators: readonly Option[];
}

/** A field with one value of a closed list. */
function Choice<Id extends string>({ name, list, allowed, values, set, isDisabled }: FieldGroupProps & { name: string; list: string; allowed: readonly Id[] }) {
  const t = useText();
  return <Select label={t(`concept.measure.${name}`)} options={optionsOf(t, list, allowed)} value={text(values, name) as Id | null} isDisabled={isDisabled} onChange={(value) => set(name, value)} />;
}

function Parties({ values, set, isDisabled, organisations }: FieldGroupProps) {
  const t = useText();
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

/** Where, who to ask, and what it takes: fields with typed words. */
function Details({ values, set, isDisabled }: FieldGroupProps) {
  const t = useText();
  const language = useLanguage();
  const plain = (maxLength: number) => (typed: string) => {
    const value = typed.trim();
    if (value.length > maxLength) return { problem: t('concept.measure.too-long', { maxLength }) };
    return isStorableText(value) ? { value: value === '' ? null : value } : { problem: t('concept.error.TEXT_NOT_STORABLE') };
  };
  const decimal = (digits: number) => (typed: string) => {
    if (typed.trim() === '') return { value: null };
    const value = readDecimal(typed, digits);
    return value === null ? { problem: t('concept.error.AMOUNT_INVALID') } : { value };
  };
  const day = (typed: string) => {
    if (typed.trim() === '') return { value: null };
    const value = readTypedDate(typed);
    return checkField('measure', 'fundingUntil', value) === null ? { value } : { problem: t('concept.error.DAY_INVALID') };
  };
  const show = (stored: string) => language.number(stored, /\./.test(stored) ? 2 : 0);
  const field = (key: string, read: (typed: string) => { value: string | null } | { problem: string }, extra: { isLong?: boolean; show?: (stored: string) => string; hint?: string } = {}) => (
    <DraftTextField label={t(`concept.measure.${key}`)} value={text(values, key)} read={read} onChange={(value) => set(key, value)} isDisabled={isDisabled} {...extra} />
  );
  return (
    <>
      {field('contact', plain(MAX_CONTACT_LENGTH), { hint: t('concept.measure.contactHint') })}
      {field('district', plain(MAX_DISTRICT_LENGTH), { hint: t('concept.measure.districtHint') })}
      {field('resources', plain(MAX_RESOURCES_LENGTH), { isLong: true })}
      {field('budgetAmount', decimal(12), { show, hint: t('concept.measure.budgetHint') })}
      {field('fundingSource', plain(MAX_FUNDING_SOURCE_LENGTH))}
      {field('fundingUntil', day, { show: (stored) => stored.split('-').reverse().join('.'), hint: t('concept.measure.fundingUntilHint') })}
      {field('staffPositions', decimal(5), { show, hint: t('concept.measure.staffHint') })}
    </>
  );
}

const furtherFields = ['decisionState', 'priority', 'contact', 'district', 'resources', 'budgetAmount', 'fundingSource', 'fundingUntil', 'fundingState', 'staffPositions'];

/** What few measures need; the head says how much of it is there, so that nothing is hidden without a word. */
function FurtherFields(group: FieldGroupProps) {
  const t = useText();
  const { values, set, isDisabled, indicators } = group;
  const chosen = members(values, 'indicator');
  const count = furtherFields.filter((key) => text(values, key) !== null).length + (chosen.length > 0 ? 1 : 0);
  return (
    <details className="kw-more">
      <summary>{t('concept.measure.more', { count })}</summary>
      <div className="kw-fields">
        <Choice name="decisionState" list="decisionState" allowed={DECISION_STATES} {...group} />
        <Choice name="priority" list="priority" allowed={PRIORITIES} {...group} />
        <Choice name="fundingState" list="fundingState" allowed={FUNDING_STATES} {...group} />
        <Details {...group} />
        <MultiPicker label={t('concept.measure.indicators')} hint={indicators.length === 0 ? t('concept.indicator.none-yet') : undefined} options={indicators} value={chosen} isDisabled={isDisabled}
          onAdd={(id) => set(`indicator/${id}`, true)} onRemove={(id) => set(`indicator/${id}`, null)} />
      </div>
    </details>
  );
}

/** The structured fields of a measure. */
export function MeasureFieldGroup(group: FieldGroupProps) {
  const { values, set, isDisabled } = group;
  return (
    <>
      <div className="kw-fields">
        <Choice name="type" list="measureType" allowed={MEASURE_TYPES} {...group} />
        <Choice name="status" list="measureStatus" allowed={MEASURE_STATUSES} {...group} />
        <Parties {...group} />
        <PeriodField value={text(values, 'period')} onChange={(value) => set('period', value)} isDisabled={isDisabled} />
      </div>
      <FurtherFields {...group} />
    </>
  );
}
