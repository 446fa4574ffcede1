import type { IndicatorListQuery } from '@konzeptwerkstatt/web-data';
import { AddStarterIndicatorsDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm } from '@konzeptwerkstatt/web-shell';
import { Button, Checkbox, Dialog, Original, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

type Starter = NonNullable<IndicatorListQuery['monitoring']>['starters'][number];

const formId = 'startauswahl';

/** Chooses which indicators of the starter set are taken over: all, unless some are left out. */
export function StartersDialog({ starters, onClose }: { starters: readonly Starter[]; onClose: () => void }) {
  const t = useText();
  const action = useAction(AddStarterIndicatorsDocument, 'addStarterIndicators', ['IndicatorList']);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const keys = starters.map(({ key }) => key).filter((key) => !leftOut.has(key));
  const choose = (chosen: readonly string[], isChosen: boolean) => setLeftOut((before) => {
    const after = new Set(before);
    for (const key of chosen) if (isChosen) after.delete(key); else after.add(key);
    return after;
  });
  const submit = async () => {
    const payload = await action.run({ keys });
    if (payload === null) return;
    showToast(t('monitoring.list.starters-added', { count: payload.indicators.length }));
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('monitoring.form.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isDisabled={keys.length === 0} isPending={action.isPending} pendingText={t('monitoring.form.pending')}>{t('monitoring.starters.submit', { count: keys.length })}</Button>
    </>
  );
  return (
    <Dialog title={t('monitoring.starters.title')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={action} context="monitoring" fields={[]} onSubmit={() => void submit()}>
        <p>{t('monitoring.starters.text')}</p>
        <fieldset className="kw-starters">
          <legend className="kern-label">{t('monitoring.starters.which')}</legend>
          <Checkbox isSelected={keys.length === starters.length} isIndeterminate={keys.length > 0 && keys.length < starters.length} onChange={(isChosen) => choose(starters.map(({ key }) => key), isChosen)}>{t('monitoring.starters.all')}</Checkbox>
          {starters.map(({ key, name }) => <Checkbox key={key} isSelected={!leftOut.has(key)} onChange={(isChosen) => choose([key], isChosen)}><Original>{name}</Original></Checkbox>)}
        </fieldset>
      </ActionForm>
    </Dialog>
  );
}
