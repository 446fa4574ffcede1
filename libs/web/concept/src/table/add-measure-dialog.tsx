import { AddMeasureDocument } from '@konzeptwerkstatt/web-data';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { Button, Dialog, Notice, Select, showToast, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useId, useState } from 'react';
import type { Problem } from '../data/problem.js';
import { failureText, problemText } from '../data/problem.js';
import { useSend } from '../data/use-send.js';

interface AddMeasureDialogProps {
  /** Sections one may write in. */
  sections: readonly Option[];
  initialSectionId: string | null;
  onClose: () => void;
  onAdded: (measureId: string) => void;
}

/** Adds a measure at the end of a section's text. */
export function AddMeasureDialog({ sections, initialSectionId, onClose, onAdded }: AddMeasureDialogProps) {
  const t = useText();
  const send = useSend();
  const formId = useId();
  const [sectionId, setSectionId] = useState(sections.find(({ id }) => id === initialSectionId)?.id ?? (sections.length === 1 ? (sections[0]?.id ?? null) : null));
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [isPending, setIsPending] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);

  const add = async (): Promise<void> => {
    setWasTried(true);
    setProblems([]);
    setFailure(null);
    if (isPending || sectionId === null || title.trim() === '') return;
    setIsPending(true);
    const outcome = await send(AddMeasureDocument, { sectionId, title: title.trim(), description: description.trim() || null });
    setIsPending(false);
    if (outcome.status === 'refused') return setProblems(outcome.problems);
    if (outcome.status === 'failed') return setFailure(failureText(t, outcome.failure));
    showToast(t('concept.table.added', { title: title.trim() }));
    onAdded(outcome.payload.measure?.id ?? '');
    onClose();
  };
  const at = (field: string) => problems.filter(({ path }) => path.includes(field)).map((problem) => problemText(t, problem)).join(' ') || null;
  const elsewhere = failure ?? (problems.filter(({ path }) => !['title', 'description', 'sectionId'].some((field) => path.includes(field))).map((problem) => problemText(t, problem)).join(' ') || null);
  const footer = (
    <>
      <Button onPress={onClose}>{t('ui.dialog.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={isPending} pendingText={t('concept.save.saving')}>{t('concept.table.add')}</Button>
    </>
  );
  return (
    <Dialog isOpen title={t('concept.table.add')} onClose={onClose} footer={footer}>
      <form id={formId} className="kw-form" noValidate onSubmit={(event) => { event.preventDefault(); void add(); }}>
        {elsewhere ? <Notice tone="danger" live title={elsewhere} /> : null}
        <Select label={t('concept.sectionKind.FIELD_OF_ACTION')} options={sections} value={sectionId} onChange={setSectionId} error={at('sectionId') ?? (wasTried && sectionId === null ? t('concept.error.SECTION_REQUIRED') : null)} />
        <TextField label={t('concept.cell.title')} value={title} onChange={setTitle} maxLength={300} error={at('title') ?? (wasTried && title.trim() === '' ? t('concept.error.TITLE_REQUIRED') : null)} />
        <TextArea label={t('concept.cell.description')} optional value={description} onChange={setDescription} error={at('description')} />
      </form>
    </Dialog>
  );
}
