import { uploadFile } from '@konzeptwerkstatt/web-data';
import { Button, FileButton, Notice, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { problemText } from '../data/problem.js';
import type { ResolutionDraft } from './resolution-draft.js';

/** Brings the signed paper to the server; it is kept with the resolution. */
export function PaperField({ file, onChange, error }: { readonly file: ResolutionDraft['file']; readonly onChange: (file: ResolutionDraft['file']) => void; readonly error: string | null }) {
  const t = useText();
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const bring = async (chosen: File): Promise<void> => {
    if (isPending) return;
    setFailure(null);
    setIsPending(true);
    const uploaded = await uploadFile(chosen, 'decision.resolution');
    setIsPending(false);
    if (uploaded !== null && 'fileId' in uploaded) return onChange({ id: uploaded.fileId, name: chosen.name });
    setFailure(uploaded === null ? t('concept.failure.UNREACHABLE') : uploaded.problems.map((problem) => problemText(t, problem)).join(' '));
  };
  return (
    <div className="kw-paper" role="group" aria-label={t('concept.resolution.paper')}>
      <p className="kern-title kern-title--small">{t('concept.resolution.paper')}</p>
      <p className="kw-muted">{t('concept.resolution.paper-hint')}</p>
      {failure ?? error ? <Notice tone="danger" live title={failure ?? error ?? ''} /> : null}
      {file ? <p><bdi>{file.name}</bdi></p> : null}
      <div className="kw-button-group">
        <FileButton accept={['application/pdf', '.pdf']} isPending={isPending} pendingText={t('concept.import.bringing')} onChoose={(chosen) => void bring(chosen)}>{t(file ? 'concept.import.choose-other' : 'concept.resolution.choose-paper')}</FileButton>
        {file ? <Button icon="remove" onPress={() => onChange(null)}>{t('concept.resolution.remove-paper')}</Button> : null}
      </div>
    </div>
  );
}
