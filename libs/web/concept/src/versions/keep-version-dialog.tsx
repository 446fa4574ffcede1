import { KeepVersionDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, showToast, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

const formId = 'fassung-festhalten';

/** Keeps the text as it is under a name, with a reason if one likes. */
export function KeepVersionDialog({ sectionId, onClose }: { sectionId: string; onClose: () => void }) {
  const t = useText();
  const action = useAction(KeepVersionDocument, 'keepVersion', ['SectionVersions']);
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const submit = async () => {
    const payload = await action.run({ sectionId, name, reason: reason.trim() === '' ? null : reason });
    if (!payload) return;
    showToast(t('concept.version.kept', { name: payload.version?.name ?? name.trim() }));
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('ui.dialog.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('concept.save.saving')}>{t('concept.version.keep')}</Button>
    </>
  );
  return (
    <Dialog title={t('concept.version.keep')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={action} context="concept" fields={['name', 'reason']} onSubmit={() => void submit()}>
        <TextField label={t('concept.version.name')} hint={t('concept.version.name-hint')} value={name} onChange={setName} isRequired autoFocus maxLength={120} error={problemAt(action.problems, 'name', 'concept', t)} />
        <TextArea label={t('concept.version.reason')} hint={t('concept.version.reason-hint')} optional rows={3} maxLength={1000} value={reason} onChange={setReason} error={problemAt(action.problems, 'reason', 'concept', t)} />
      </ActionForm>
    </Dialog>
  );
}
