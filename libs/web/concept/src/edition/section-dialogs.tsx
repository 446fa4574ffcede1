import type { SectionKind, SectionSummaryFragment } from '@konzeptwerkstatt/web-data';
import { AddSectionDocument, MoveSectionDocument, RemoveSectionDocument, RenameSectionDocument } from '@konzeptwerkstatt/web-data';
import { Button, ConfirmDialog, Dialog, Notice, RadioGroup, Select, showToast, TextField, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import type { Problem } from '../data/problem.js';
import { failureText, problemText } from '../data/problem.js';
import type { Outcome } from '../data/use-send.js';
import { useSend } from '../data/use-send.js';
import type { SectionTask } from './section-task.js';

interface DialogsProps {
  task: SectionTask | null;
  editionId: string;
  sections: readonly SectionSummaryFragment[];
  onClose: () => void;
  /** Loads the edition anew. */
  onChanged: () => Promise<unknown>;
}

/** Sends once at a time, keeps what is wrong, closes and tells when it worked. */
function useTask(onClose: () => void, onChanged: () => Promise<unknown>) {
  const t = useText();
  const [isPending, setIsPending] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const run = async (attempt: () => Promise<Outcome<unknown>>, doneText: string): Promise<void> => {
    if (isPending) return;
    setIsPending(true);
    setProblems([]);
    setFailure(null);
    const outcome = await attempt();
    setIsPending(false);
    if (outcome.status === 'refused') return setProblems(outcome.problems);
    if (outcome.status === 'failed') return setFailure(failureText(t, outcome.failure));
    onClose();
    showToast(doneText);
    await onChanged();
  };
  const at = (field: string) => problems.filter(({ path }) => path.includes(field)).map((problem) => problemText(t, problem)).join(' ') || null;
  const elsewhere = (fields: readonly string[]) => failure ?? (problems.filter(({ path }) => !fields.some((field) => path.includes(field))).map((problem) => problemText(t, problem)).join(' ') || null);
  return { isPending, run, at, elsewhere };
}

function TaskDialog({ title, submitLabel, isPending, problem, onSubmit, onClose, children }: { title: string; submitLabel: string; isPending: boolean; problem: string | null; onSubmit: () => void; onClose: () => void; children: ReactNode }) {
  const t = useText();
  const formId = useId();
  const footer = (
    <>
      <Button onPress={onClose}>{t('ui.dialog.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={isPending} pendingText={t('concept.save.saving')}>{submitLabel}</Button>
    </>
  );
  return (
    <Dialog isOpen title={title} onClose={onClose} footer={footer}>
      <form id={formId} className="kw-form" noValidate onSubmit={(event) => { event.preventDefault(); onSubmit(); }}>
        {problem ? <Notice tone="danger" live title={problem} /> : null}
        {children}
      </form>
    </Dialog>
  );
}

/** Places a section can have, each named by what stands before it. */
function placeOptions(sections: readonly SectionSummaryFragment[], first: string, after: (title: string) => string) {
  return [{ id: 'first', label: first }, ...sections.map(({ id, title }) => ({ id, label: after(title) }))];
}

function AddDialog({ editionId, sections, onClose, onChanged }: Omit<DialogsProps, 'task'>) {
  const t = useText();
  const send = useSend();
  const task = useTask(onClose, onChanged);
  const [kind, setKind] = useState<SectionKind>('FIELD_OF_ACTION');
  const [title, setTitle] = useState('');
  const [place, setPlace] = useState(sections.at(-1)?.id ?? 'first');
  const submit = () => void task.run(() => send(AddSectionDocument, { editionId, kind, title, afterSectionId: place === 'first' ? null : place }), t('concept.section.added', { title: title.trim() }));
  const kinds = (['FIELD_OF_ACTION', 'CHAPTER'] as const).map((id) => ({ id, label: t(`concept.sectionKind.${id}`), description: t(`concept.sectionKindHelp.${id}`) }));
  return (
    <TaskDialog title={t('concept.section.add')} submitLabel={t('concept.section.add')} isPending={task.isPending} problem={task.elsewhere(['title', 'kind'])} onSubmit={submit} onClose={onClose}>
      <TextField label={t('concept.section.title')} value={title} onChange={setTitle} error={task.at('title')} maxLength={300} autoFocus />
      <RadioGroup label={t('concept.section.kind')} options={kinds} value={kind} onChange={setKind} error={task.at('kind')} />
      <Select label={t('concept.section.place')} options={placeOptions(sections, t('concept.section.place-first'), (after) => t('concept.section.place-after', { title: after }))} value={place} onChange={(value) => setPlace(value ?? 'first')} />
    </TaskDialog>
  );
}

function RenameDialog({ section, onClose, onChanged }: Pick<DialogsProps, 'onClose' | 'onChanged'> & { section: SectionSummaryFragment }) {
  const t = useText();
  const send = useSend();
  const task = useTask(onClose, onChanged);
  const [title, setTitle] = useState(section.title);
  const [expected, setExpected] = useState(section.title);
  const [newer, setNewer] = useState<{ title: string; by: string | null } | null>(null);
  const attempt = async () => {
    const outcome = await send(RenameSectionDocument, { sectionId: section.id, title, expected });
    const stale = outcome.status === 'refused' ? outcome.problems.find(({ code }) => code === 'STALE_VALUE') : undefined;
    if (stale?.currentValue) {
      // Saving again means it: what was typed then replaces the newer title.
      setNewer({ title: stale.currentValue, by: stale.changedBy?.name ?? null });
      setExpected(stale.currentValue);
    }
    return outcome;
  };
  return (
    <TaskDialog title={t('concept.section.rename')} submitLabel={newer ? t('concept.stale.mine') : t('concept.cell.save')} isPending={task.isPending} problem={newer ? null : task.elsewhere(['title'])} onSubmit={() => void task.run(attempt, t('concept.section.renamed'))} onClose={onClose}>
      {newer ? <Notice tone="warning" live title={t('concept.stale.title')}>{t(newer.by ? 'concept.stale.text-by' : 'concept.stale.text', { by: newer.by ?? '', value: newer.title })}</Notice> : null}
      <TextField label={t('concept.section.title')} value={title} onChange={setTitle} error={newer ? null : task.at('title')} maxLength={300} autoFocus />
    </TaskDialog>
  );
}

function MoveDialog({ section, sections, onClose, onChanged }: Pick<DialogsProps, 'sections' | 'onClose' | 'onChanged'> & { section: SectionSummaryFragment }) {
  const t = useText();
  const send = useSend();
  const task = useTask(onClose, onChanged);
  const others = sections.filter(({ id }) => id !== section.id);
  const index = sections.findIndex(({ id }) => id === section.id);
  const [place, setPlace] = useState(sections[index - 1]?.id ?? 'first');
  const submit = () => void task.run(() => send(MoveSectionDocument, { sectionId: section.id, afterSectionId: place === 'first' ? null : place }), t('concept.section.moved-done', { title: section.title }));
  return (
    <TaskDialog title={t('concept.section.move-title', { title: section.title })} submitLabel={t('concept.section.move-submit')} isPending={task.isPending} problem={task.elsewhere([])} onSubmit={submit} onClose={onClose}>
      <Select label={t('concept.section.place')} options={placeOptions(others, t('concept.section.place-first'), (after) => t('concept.section.place-after', { title: after }))} value={place} onChange={(value) => setPlace(value ?? 'first')} />
    </TaskDialog>
  );
}

function RemoveDialog({ section, onClose, onChanged }: Pick<DialogsProps, 'onClose' | 'onChanged'> & { section: SectionSummaryFragment }) {
  const t = useText();
  const send = useSend();
  const task = useTask(onClose, onChanged);
  const problem = task.elsewhere([]);
  const lost = { goals: section.goals.totalCount ?? 0, measures: section.measures.totalCount ?? 0 };
  return (
    <ConfirmDialog isOpen isDangerous isPending={task.isPending} title={t('concept.section.remove-title', { title: section.title })} confirmLabel={t('concept.section.remove')} onCancel={onClose}
      onConfirm={() => void task.run(() => send(RemoveSectionDocument, { sectionId: section.id }), t('concept.section.removed', { title: section.title }))}>
      {problem ? <Notice tone="danger" live title={problem} /> : null}
      <p>{t('concept.section.remove-lost', lost)}</p>
      <p>{t('concept.section.remove-final')}</p>
    </ConfirmDialog>
  );
}

/** The dialog for what somebody is about to do to the structure. */
export function SectionDialogs({ task, editionId, sections, onClose, onChanged }: DialogsProps) {
  if (task === null) return null;
  const shared = { onClose, onChanged };
  switch (task.type) {
    case 'add':
      return <AddDialog editionId={editionId} sections={sections} {...shared} />;
    case 'rename':
      return <RenameDialog section={task.section} {...shared} />;
    case 'move':
      return <MoveDialog section={task.section} sections={sections} {...shared} />;
    case 'remove':
      return <RemoveDialog section={task.section} {...shared} />;
  }
}
