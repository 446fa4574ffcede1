import { AttachResolutionPaperDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, ButtonGroup, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { PaperField } from './paper-field.js';
import type { ResolutionDraft } from './resolution-draft.js';

/** Adds the signed paper to a resolution that was entered without it. */
export function LatePaper({ resolutionId }: { readonly resolutionId: string }) {
  const t = useText();
  const action = useAction(AttachResolutionPaperDocument, 'attachResolutionPaper', ['EditionAdoption']);
  const [isOpen, setIsOpen] = useState(false);
  const [file, setFile] = useState<ResolutionDraft['file']>(null);
  if (!isOpen) return <div><Button size="small" icon="add" onPress={() => setIsOpen(true)}>{t('concept.resolution.late-paper')}</Button></div>;
  const attach = async () => {
    if (file !== null && (await action.run({ resolutionId, fileId: file.id }))) showToast(t('concept.resolution.paper-attached'));
  };
  return (
    <ActionForm id={`beschluss-datei-${resolutionId}`} action={action} context="concept" fields={['fileId']} onSubmit={() => void attach()}>
      <PaperField file={file} onChange={setFile} error={problemAt(action.problems, 'fileId', 'concept', t)} />
      <p className="kw-muted">{t('concept.resolution.paper-stays')}</p>
      <ButtonGroup>
        {file ? <Button variant="primary" type="submit" isPending={action.isPending} pendingText={t('concept.save.saving')}>{t('concept.resolution.attach-paper')}</Button> : null}
        <Button onPress={() => setIsOpen(false)}>{t('ui.dialog.cancel')}</Button>
      </ButtonGroup>
    </ActionForm>
  );
}
