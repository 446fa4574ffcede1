import { RemoveBodyDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import type { BodyRow } from './bodies.js';
import { BodyForm } from './body-form.js';

/** Changing and removing one body, for those who steer. */
export function BodyActions({ processId, body }: { processId: string; body: BodyRow }) {
  const t = useText();
  const [shown, setShown] = useState<'form' | 'removal' | null>(null);
  const action = useAction(RemoveBodyDocument, 'removeBody', ['ProcessPage']);
  const close = () => setShown(null);
  const remove = async () => {
    if (await action.run({ bodyId: body.id })) showToast(t('planning.bodies.removed', { name: body.name }));
    close();
  };
  return (
    <div className="kw-cluster kw-no-print">
      <Button size="small" icon="edit" onPress={() => setShown('form')} aria-label={t('planning.bodies.change-named', { name: body.name })}>{t('planning.bodies.change')}</Button>
      <Button size="small" icon="remove" onPress={() => setShown('removal')} aria-label={t('planning.bodies.remove-named', { name: body.name })}>{t('planning.bodies.remove')}</Button>
      <ActionNotice action={action} context="planning" />
      {shown === 'form' ? <BodyForm processId={processId} body={body} onClose={close} /> : null}
      <ConfirmDialog isOpen={shown === 'removal'} onCancel={close} onConfirm={() => void remove()} isDangerous isPending={action.isPending} title={t('planning.bodies.remove-title')} confirmLabel={t('planning.bodies.remove')}>
        {t('planning.bodies.remove-text', { name: body.name })}
      </ConfirmDialog>
    </div>
  );
}
