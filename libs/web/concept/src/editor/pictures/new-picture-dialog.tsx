import { Button, Dialog, Notice, Progress, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useId, useState } from 'react';
import { PictureTextFields } from './picture-texts.js';
import type { PictureTexts } from './picture-texts.js';
import { usePictureUpload } from './use-picture-upload.js';
import type { PictureUpload } from './use-picture-upload.js';

/** The address of a file on this device, for as long as it is looked at. */
function useLocalAddress(file: File): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}

function UploadState({ upload, onRetry }: { upload: PictureUpload; onRetry: () => void }) {
  const t = useText();
  switch (upload.state) {
    case 'sending': return <Progress label={t('concept.picture.sending')} value={upload.percent} />;
    case 'waiting': return <Notice tone="warning" live title={t('concept.picture.waiting')} actions={<Button size="small" icon="retry" onPress={onRetry}>{t('concept.picture.retry')}</Button>}><p>{t('concept.picture.waiting-text')}</p></Notice>;
    case 'refused': return <Notice tone="danger" live title={t('concept.picture.refused')}><p>{upload.reason}</p></Notice>;
    // Stays where it was: what moves up under a finger is missed.
    case 'done': return <Progress label={t('concept.picture.sent')} value={100} />;
  }
}

export interface NewPicture extends PictureTexts {
  readonly fileId: string;
}

/** Brings a picture, and asks meanwhile what is to be seen on it. */
export function NewPictureDialog({ file, sectionId, onInsert, onClose }: { file: File; sectionId: string; onInsert: (picture: NewPicture) => void; onClose: () => void }) {
  const t = useText();
  const formId = useId();
  const address = useLocalAddress(file);
  const { upload, retry } = usePictureUpload(file, sectionId);
  const [texts, setTexts] = useState<PictureTexts>({ alt: '', caption: '', decorative: false });
  const [isShowable, setIsShowable] = useState(true);
  // Pressed before the picture has arrived: then it goes in as soon as it has.
  const [isWanted, setIsWanted] = useState(false);
  useEffect(() => {
    if (isWanted && upload.state === 'done') onInsert({ ...texts, fileId: upload.fileId });
  }, [isWanted, upload, texts, onInsert]);
  const isRefused = upload.state === 'refused';
  const footer = (
    <>
      <Button onPress={onClose}>{t('ui.dialog.cancel')}</Button>
      {isRefused ? null : <Button variant="primary" type="submit" form={formId} isPending={isWanted && upload.state === 'sending'} pendingText={t('concept.picture.sending')}>{t('concept.picture.insert')}</Button>}
    </>
  );
  return (
    <Dialog isOpen title={t('concept.picture.insert')} onClose={onClose} footer={footer}>
      <form id={formId} className="kw-form" noValidate onSubmit={(event) => { event.preventDefault(); setIsWanted(true); }}>
        {address && isShowable && !isRefused ? <img className="kw-picture-preview" src={address} alt="" onError={() => setIsShowable(false)} /> : null}
        <UploadState upload={upload} onRetry={retry} />
        {isRefused ? null : <PictureTextFields texts={texts} onChange={setTexts} autoFocus />}
      </form>
    </Dialog>
  );
}
