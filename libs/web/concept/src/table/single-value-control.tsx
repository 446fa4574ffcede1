import { MEASURE_STATUSES, MEASURE_TYPES } from '@konzeptwerkstatt/document-model';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { ComboBox, RadioGroup, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { PeriodInputs } from '../editor/blocks/period-field.js';
import { draftOf, readDraft } from '../editor/blocks/period-text.js';
import type { SingleColumn } from './editable-column.js';
import { maxLengthOf, singleFields } from './single-fields.js';
import type { FieldSurroundings, Reading } from './single-fields.js';

interface ControlProps {
  column: SingleColumn;
  /** The value when editing began. */
  initial: string | null;
  surroundings: FieldSurroundings;
  /** What is wrong, as a sentence. */
  error: string | null;
  /** What was typed or chosen, understood as a value or not. */
  onReading: (reading: Reading) => void;
}

const closedLists = { status: ['measureStatus', MEASURE_STATUSES], type: ['measureType', MEASURE_TYPES] } as const;
const notSet = 'NOT_SET';

function ChoiceControl({ column, initial, error, onReading }: ControlProps & { column: 'status' | 'type' }) {
  const t = useText();
  const [list, values] = closedLists[column];
  const [chosen, setChosen] = useState(initial ?? notSet);
  const options: Option[] = [...values.map((value) => ({ id: value.toUpperCase(), label: t(`concept.${list}.${value}`) })), { id: notSet, label: t('concept.cell.not-set') }];
  const choose = (value: string) => {
    setChosen(value);
    onReading({ value: value === notSet ? null : value });
  };
  return <RadioGroup label={t(`concept.measure.${column}`)} options={options} value={chosen} onChange={choose} error={error} />;
}

function LeadControl({ initial, surroundings, error, onReading }: ControlProps) {
  const t = useText();
  const [chosen, setChosen] = useState(initial);
  const choose = (value: string | null) => {
    setChosen(value);
    onReading({ value });
  };
  return <ComboBox label={t('concept.measure.lead')} hint={t('concept.cell.lead-hint')} options={surroundings.organisations} value={chosen} onChange={choose} error={error} />;
}

function PeriodControl({ initial, error, onReading }: ControlProps) {
  const [draft, setDraft] = useState(() => draftOf(initial));
  return <PeriodInputs draft={draft} problem={error} onDraft={(next) => { setDraft(next); onReading(readDraft(next)); }} />;
}

/** How a stored value stands in a text field. */
function typedOf(column: SingleColumn, value: string | null, { number }: FieldSurroundings): string {
  if (value === null) return '';
  return column === 'budgetAmount' ? number(value) : value;
}

function TextControl({ column, initial, surroundings, error, onReading }: ControlProps) {
  const t = useText();
  const [typed, setTyped] = useState(() => typedOf(column, initial, surroundings));
  const type = (text: string) => {
    setTyped(text);
    onReading(singleFields[column].understand(text));
  };
  const shared = { label: t(column === 'title' ? 'concept.cell.title' : `concept.measure.${column}`), value: typed, onChange: type, error };
  if (column === 'budgetAmount') return <TextField {...shared} hint={t('concept.measure.budgetHint')} inputMode="decimal" />;
  return column === 'title' ? <TextArea {...shared} rows={3} onKeyDown={saveOnEnter} maxLength={maxLengthOf(column) + 1} /> : <TextField {...shared} />;
}

/** A title has several lines only because it is long: Enter saves it as it saves every other value. */
function saveOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  (event.target as HTMLElement).closest('form')?.requestSubmit();
}

/** The control that fits a field. */
export function SingleValueControl(props: ControlProps) {
  const { column } = props;
  if (column === 'status' || column === 'type') return <ChoiceControl {...props} column={column} />;
  if (column === 'lead') return <LeadControl {...props} />;
  if (column === 'period') return <PeriodControl {...props} />;
  return <TextControl {...props} />;
}
