import { useApolloClient } from '@apollo/client/react';
import type { MeasureRowFragment } from '@konzeptwerkstatt/web-data';
import { MeasureNowDocument } from '@konzeptwerkstatt/web-data';
import { announce, Button, Notice, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useReducer, useRef, useState } from 'react';
import { failureText, problemText } from '../data/problem.js';
import { useSend } from '../data/use-send.js';
import type { SingleColumn } from './editable-column.js';
import type { FieldSurroundings, Reading } from './single-fields.js';
import { maxLengthOf, singleFields } from './single-fields.js';
import { SingleValueControl } from './single-value-control.js';
import type { CellEdit } from './stale-value.js';
import { beginEdit, decideSave, nextEdit } from './stale-value.js';

interface SingleValueFormProps {
  row: MeasureRowFragment;
  column: SingleColumn;
  surroundings: FieldSurroundings;
  onClose: () => void;
  /** Whether closing would lose something that was typed. */
  onDirty: (isDirty: boolean) => void;
  /** This row is about to change by one's own hand. */
  onOwnChange: (measureId: string) => void;
}

/** State and steps of editing one cell. */
function useCell({ row, column, onClose, onDirty, onOwnChange }: SingleValueFormProps) {
  const t = useText();
  const client = useApolloClient();
  const send = useSend();
  const field = singleFields[column];
  const current = field.read(row);
  const [edit, step] = useReducer(nextEdit, current, beginEdit);
  const [reading, setReading] = useState<Reading>({ value: current });
  const [isPending, setIsPending] = useState(false);
  const isSaving = useRef(false);
  // A live change of the row while it is edited shows at once, not only when saving is refused.
  useEffect(() => { if (!isSaving.current) step({ type: 'seen', value: current }); }, [current]);

  const type = (next: Reading) => {
    setReading(next);
    step({ type: 'typed' });
    onDirty(!('value' in next) || next.value !== edit.expected);
  };
  const submit = async (value: string | null, expected: string | null): Promise<void> => {
    isSaving.current = true;
    setIsPending(true);
    onOwnChange(row.id);
    const outcome = await field.send(send, row.id, value, expected);
    setIsPending(false);
    isSaving.current = false;
    if (outcome.status === 'done') {
      announce(t('concept.cell.saved'));
      return onClose();
    }
    if (outcome.status === 'failed') return step({ type: 'refused', problem: failureText(t, outcome.failure) });
    const stale = outcome.problems.find(({ code }) => code === 'STALE_VALUE');
    if (!stale) return step({ type: 'refused', problem: outcome.problems.map((problem) => problemText(t, problem)).join(' ') });
    const { data } = await client.query({ query: MeasureNowDocument, variables: { id: row.id }, fetchPolicy: 'network-only' });
    const now = data?.node && 'mayEdit' in data.node ? field.read(data.node as MeasureRowFragment) : null;
    return step(now === expected ? { type: 'refused', problem: problemText(t, stale) } : { type: 'seen', value: now, by: stale.changedBy?.name ?? null });
  };
  const save = async (): Promise<void> => {
    if (isPending) return;
    if ('problem' in reading) return step({ type: 'refused', problem: t(`concept.error.${reading.problem}`, { maxLength: maxLengthOf(column) }) });
    const decision = decideSave(edit, reading.value, current);
    if (decision === 'nothing') onClose();
    if (decision === 'send') await submit(reading.value, edit.expected);
  };
  const takeMine = async (): Promise<void> => {
    if ('problem' in reading) return save();
    const next = nextEdit(edit, { type: 'mine-taken' });
    step({ type: 'mine-taken' });
    await submit(reading.value, next.expected);
  };
  return { edit, type, save, takeMine, isPending };
}

/** Both values side by side, and the choice between them. */
function StaleNotice({ edit, show, onMine, onTheirs, isPending }: { edit: CellEdit; show: (value: string | null) => string; onMine: () => void; onTheirs: () => void; isPending: boolean }) {
  const t = useText();
  if (!edit.conflict) return null;
  const { by, value } = edit.conflict;
  const actions = (
    <>
      <Button size="small" variant="primary" onPress={onMine} isPending={isPending}>{t('concept.stale.mine')}</Button>
      <Button size="small" onPress={onTheirs}>{t('concept.stale.theirs')}</Button>
    </>
  );
  return (
    <Notice tone="warning" live title={t('concept.stale.title')} actions={actions}>
      <p>{by === null ? t('concept.stale.text', { value: show(value) }) : t('concept.stale.text-by', { by, value: show(value) })}</p>
    </Notice>
  );
}

/** Edits one value of a measure. Enter saves, Escape cancels; a newer value of somebody else is shown beside one's own. */
export function SingleValueForm(props: SingleValueFormProps) {
  const t = useText();
  const { row, column, surroundings, onClose } = props;
  const [initial] = useState(() => singleFields[column].read(row));
  const { edit, type, save, takeMine, isPending } = useCell(props);
  const show = (value: string | null) => (value === null ? t('concept.cell.not-set') : singleFields[column].show(value, surroundings));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input[type="radio"]:checked, input:not([type="radio"]), textarea')?.focus(), []);
  return (
    <form ref={form} className="kw-cell-form" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <StaleNotice edit={edit} show={show} onMine={() => void takeMine()} onTheirs={onClose} isPending={isPending} />
      <SingleValueControl column={column} initial={initial} surroundings={surroundings} error={edit.problem} onReading={type} />
      {edit.conflict ? null : (
        <div className="kw-button-group">
          <Button size="small" variant="primary" type="submit" isPending={isPending} pendingText={t('concept.save.saving')}>{t('concept.cell.save')}</Button>
          <Button size="small" onPress={onClose}>{t('ui.dialog.cancel')}</Button>
        </div>
      )}
    </form>
  );
}
