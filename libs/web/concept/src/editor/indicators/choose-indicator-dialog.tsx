import { Button, ComboBox, Dialog, useText } from '@konzeptwerkstatt/web-ui';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { useId, useState } from 'react';

/** Asks which indicator is to stand in the text. @param indicators to choose from, by raw id */
export function ChooseIndicatorDialog({ indicators, onInsert, onClose }: { readonly indicators: readonly Option[]; readonly onInsert: (indicatorId: string) => void; readonly onClose: () => void }) {
  const t = useText();
  const formId = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const insert = (): void => {
    if (chosen === null) setIsMissing(true);
    else onInsert(chosen);
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('ui.dialog.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId}>{t('concept.indicator.insert')}</Button>
    </>
  );
  return (
    <Dialog isOpen title={t('concept.indicator.insert')} onClose={onClose} footer={footer}>
      <form id={formId} className="kw-form" noValidate onSubmit={(event) => { event.preventDefault(); insert(); }}>
        <p>{t('concept.indicator.insert-text')}</p>
        <ComboBox label={t('concept.indicator.one')} options={indicators} value={chosen} onChange={setChosen} error={isMissing && chosen === null ? t('concept.indicator.missing') : undefined} />
      </form>
    </Dialog>
  );
}
