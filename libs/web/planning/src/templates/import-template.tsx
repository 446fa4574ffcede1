import { ImportProcessTemplateDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { FileButton, Notice, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

/** What the server takes; a larger file is not even read. */
const MAX_BYTES = 500_000;

/** Reads a planned process from a file and keeps it as a template. */
export function ImportTemplate() {
  const t = useText();
  const action = useAction(ImportProcessTemplateDocument, 'importProcessTemplate', ['ProcessTemplates']);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const choose = async (file: File) => {
    setIsTooLarge(file.size > MAX_BYTES);
    if (file.size > MAX_BYTES) return;
    const payload = await action.run({ content: await file.text() });
    if (payload?.template) showToast(t('planning.templates.imported', { title: payload.template.title }));
  };
  return (
    <>
      <FileButton accept={['.json', 'application/json']} onChoose={(file) => void choose(file)} isPending={action.isPending} pendingText={t('planning.form.pending')}>{t('planning.templates.import')}</FileButton>
      {isTooLarge ? <Notice tone="danger" live title={t('planning.error.FILE_TOO_LARGE')} /> : <ActionNotice action={action} context="planning" />}
    </>
  );
}
