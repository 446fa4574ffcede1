import { Button, ConfirmDialog, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

/** Gives up what only this device has: otherwise it would be sent, and refused, each time the section is opened. */
export function DiscardButton({ onDiscard }: { readonly onDiscard: () => Promise<void> }) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const discard = () => {
    setIsPending(true);
    void onDiscard().finally(() => location.reload());
  };
  return (
    <>
      <Button size="small" icon="remove" onPress={() => setIsAsking(true)}>{t('concept.discard.button')}</Button>
      <ConfirmDialog title={t('concept.discard.title')} isOpen={isAsking} isDangerous isPending={isPending} confirmLabel={t('concept.discard.confirm')} onConfirm={discard} onCancel={() => setIsAsking(false)}>
        <p>{t('concept.discard.text')}</p>
      </ConfirmDialog>
    </>
  );
}
