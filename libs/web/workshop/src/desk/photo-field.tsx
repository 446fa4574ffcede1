import { uploadFile } from '@konzeptwerkstatt/web-data';
import { problemText } from '@konzeptwerkstatt/web-shell';
import { Button, FileButton, Notice, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

const purpose = 'participation.attachment';
const accept = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf', '.jpg', '.jpeg', '.png', '.webp', '.pdf'];

/** A photograph that lies on the server until the card is entered. */
export interface Photo {
  readonly id: string;
  readonly name: string;
}

/** The paper a card was on, photographed; sent along with it. */
export function PhotoField({ photo, onChange, error }: { photo: Photo | null; onChange: (photo: Photo | null) => void; error: string | null }) {
  const t = useText();
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const bring = async (chosen: File): Promise<void> => {
    if (isPending) return;
    setFailure(null);
    setIsPending(true);
    const uploaded = await uploadFile(chosen, purpose);
    setIsPending(false);
    if (uploaded !== null && 'fileId' in uploaded) return onChange({ id: uploaded.fileId, name: chosen.name });
    setFailure(uploaded === null ? t('workshop.photo.unreachable') : uploaded.problems.map((problem) => problemText(problem, 'workshop', t)).join(' '));
  };
  return (
    <section className="kw-form" aria-label={t('workshop.photo.title')}>
      <p><strong>{t('workshop.photo.title')}</strong> <span className="kw-muted">{t('workshop.photo.hint')}</span></p>
      {failure ?? error ? <Notice tone="danger" live title={failure ?? error ?? ''} /> : null}
      {photo ? <p className="kw-cluster"><bdi>{photo.name}</bdi><Button size="small" icon="remove" onPress={() => onChange(null)} aria-label={t('workshop.photo.remove-named', { name: photo.name })}>{t('workshop.photo.remove')}</Button></p> : null}
      {photo ? null : <div className="kw-button-group"><FileButton accept={accept} isPending={isPending} pendingText={t('workshop.photo.bringing')} onChoose={(chosen) => void bring(chosen)}>{t('workshop.photo.choose')}</FileButton></div>}
    </section>
  );
}
