import { SetSuppressionThresholdDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, NumberField, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

const formId = 'kleine-zahlen';

/** Sets below which number people are not shown. */
export function ThresholdDialog({ threshold, onClose }: { threshold: number; onClose: () => void }) {
  const t = useText();
  const action = useAction(SetSuppressionThresholdDocument, 'setSuppressionThreshold', ['IndicatorList', 'IndicatorPage']);
  const [typed, setTyped] = useState(threshold);
  const submit = async () => {
    if ((await action.run({ threshold: Number.isInteger(typed) ? typed : 0 })) === null) return;
    showToast(t('monitoring.threshold.saved'));
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('monitoring.form.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('monitoring.form.pending')}>{t('monitoring.form.save')}</Button>
    </>
  );
  return (
    <Dialog title={t('monitoring.threshold.title')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={action} context="monitoring" fields={['threshold']} onSubmit={() => void submit()}>
        <p>{t('monitoring.threshold.text')}</p>
        <NumberField label={t('monitoring.threshold.label')} value={typed} onChange={setTyped} error={problemAt(action.problems, 'threshold', 'monitoring', t)} />
      </ActionForm>
    </Dialog>
  );
}
