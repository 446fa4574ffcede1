import { MAX_PICTURE_TEXT } from '@konzeptwerkstatt/document-model';
import { Checkbox, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';

/** What people say of a picture. */
export interface PictureTexts {
  readonly alt: string;
  readonly caption: string;
  readonly decorative: boolean;
}

/** The fields for what is to be said of a picture. */
export function PictureTextFields({ texts, onChange, autoFocus }: { texts: PictureTexts; onChange: (texts: PictureTexts) => void; autoFocus?: boolean }) {
  const t = useText();
  return (
    <>
      <TextArea
        label={t('concept.picture.alt')} hint={t('concept.picture.alt-hint')} rows={3} maxLength={MAX_PICTURE_TEXT} value={texts.alt} isDisabled={texts.decorative}
        onChange={(alt) => onChange({ ...texts, alt })} autoFocus={autoFocus ?? false}
      />
      <Checkbox isSelected={texts.decorative} onChange={(decorative) => onChange({ ...texts, decorative })}>{t('concept.picture.decorative')}</Checkbox>
      <TextField label={t('concept.picture.caption')} hint={t('concept.picture.caption-hint')} optional maxLength={MAX_PICTURE_TEXT} value={texts.caption} onChange={(caption) => onChange({ ...texts, caption })} />
    </>
  );
}
