import { useApolloClient } from '@apollo/client/react';
import { fileName } from '@konzeptwerkstatt/kernel';
import { ProcessFileDocument, requestFailure, SaveProcessAsTemplateDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, failureText, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, handOutFile, showToast, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

const formId = 'als-vorlage';

function SaveAsTemplate({ processId, title: known, onClose }: { processId: string; title: string; onClose: () => void }) {
  const t = useText();
  const action = useAction(SaveProcessAsTemplateDocument, 'saveProcessAsTemplate', ['ProcessTemplates']);
  const [title, setTitle] = useState(known);
  const submit = async () => {
    if (!(await action.run({ processId, title }))) return;
    showToast(t('planning.save.done'));
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('planning.form.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('planning.form.pending')}>{t('planning.save.submit')}</Button>
    </>
  );
  return (
    <Dialog title={t('planning.save.title')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={action} context="planning" fields={['title']} onSubmit={() => void submit()}>
        <p>{t('planning.save.lead')}</p>
        <TextField label={t('planning.save.name')} value={title} onChange={setTitle} isRequired error={problemAt(action.problems, 'title', 'planning', t)} />
      </ActionForm>
    </Dialog>
  );
}

/** Keeps a process as a template, or as a file for another installation. */
export function TakeAlong({ process, mayKeep }: { process: { id: string; uuid: string; title: string }; mayKeep: boolean }) {
  const t = useText();
  const client = useApolloClient();
  const [isSaving, setIsSaving] = useState(false);
  const download = async () => {
    try {
      const { data } = await client.query({ query: ProcessFileDocument, variables: { uuid: process.uuid }, fetchPolicy: 'network-only' });
      if (data?.processFile) handOutFile(new Blob([data.processFile.content], { type: 'application/json' }), fileName(process.title, 'json'));
    } catch (error) {
      showToast(failureText(requestFailure(error), t));
    }
  };
  return (
    <>
      {mayKeep ? <Button size="small" onPress={() => setIsSaving(true)}>{t('planning.save.title')}</Button> : null}
      <Button size="small" icon="download" onPress={() => void download()}>{t('planning.save.file')}</Button>
      {isSaving ? <SaveAsTemplate processId={process.id} title={process.title} onClose={() => setIsSaving(false)} /> : null}
    </>
  );
}
