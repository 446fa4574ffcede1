import { AddDatedStepDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, readTypedDate, Select, showToast, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

const formId = 'schritt-eintragen';

/** Kinds of steps that can be added, in the order in which a process usually goes through them. */
const stepKinds = [
  'mandate', 'survey', 'study', 'guidelines', 'strategy', 'participation', 'consultation', 'postponed', 'adoption', 'publication', 'report', 'commitment', 'institution', 'other',
] as const;

/** A step of the process: what, when, of which kind. */
export function AddStep({ processId, onClose }: { processId: string; onClose: () => void }) {
  const t = useText();
  const action = useAction(AddDatedStepDocument, 'addDatedStep', ['ProcessPage']);
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<string | null>(null);
  const [date, setDate] = useState('');
  const [note, setNote] = useState('');
  const problem = (field: string) => problemAt(action.problems, field, 'planning', t);

  const submit = async () => {
    const payload = await action.run({ processId, title, kind: kind ?? '', date: readTypedDate(date), note: note.trim() === '' ? null : note });
    if (!payload) return;
    showToast(t('planning.steps.added', { title: title.trim() }));
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('planning.form.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('planning.form.pending')}>{t('planning.steps.submit')}</Button>
    </>
  );
  return (
    <Dialog title={t('planning.steps.add')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={action} context="planning" fields={['title', 'kind', 'date', 'note']} onSubmit={() => void submit()}>
        <TextField label={t('planning.steps.what')} value={title} onChange={setTitle} isRequired autoFocus error={problem('title')} />
        <Select label={t('planning.steps.kind')} options={stepKinds.map((id) => ({ id, label: t(`planning.step-kind.${id}`) }))} value={kind} onChange={setKind} error={problem('kind')} />
        <TextField label={t('planning.steps.date')} hint={t('planning.steps.date-hint')} value={date} onChange={setDate} isRequired error={problem('date')} />
        <TextArea label={t('planning.steps.note')} optional rows={3} value={note} onChange={setNote} error={problem('note')} />
      </ActionForm>
    </Dialog>
  );
}
