import { Button, Dialog, useText } from '@konzeptwerkstatt/web-ui';
import { useId, useState } from 'react';
import { PictureTextFields } from './picture-texts.js';
import type { PictureTexts } from './picture-texts.js';

/** Changes what is said of a picture that stands in the text. */
export function PictureTextsDialog({ texts: before, onApply, onClose }: { texts: PictureTexts; onApply: (texts: PictureTexts) => void; onClose: () => void }) {
  const t = useText();
  const formId = useId();
  const [texts, setTexts] = useState(before);
  const footer = (
    <>
      <Button onPress={onClose}>{t('ui.dialog.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId}>{t('concept.picture.apply')}</Button>
    </>
  );
  return (
    <Dialog isOpen title={t('concept.picture.describe')} onClose={onClose} footer={footer}>
      <form id={formId} className="kw-form" noValidate onSubmit={(event) => { event.preventDefault(); onApply(texts); }}>
        <PictureTextFields texts={texts} onChange={setTexts} autoFocus />
      </form>
    </Dialog>
  );
}
