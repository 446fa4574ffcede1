import { RemovePhaseDocument, useAction } from '@konzeptwerkstatt/web-data';
import type { PhaseFactsFragment } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { PhaseForm } from './phase-form.js';
import type { PhaseGathering } from './phase-form.js';

/** Changing and removing one phase, for those who steer. */
export function PhaseActions({ processId, tracks, phase, gatherings }: { processId: string; tracks: readonly string[]; phase: PhaseFactsFragment; gatherings: readonly PhaseGathering[] }) {
  const t = useText();
  const [shown, setShown] = useState<'form' | 'removal' | null>(null);
  const action = useAction(RemovePhaseDocument, 'removePhase', ['ProcessPage']);
  const close = () => setShown(null);
  const remove = async () => {
    if (await action.run({ phaseId: phase.id })) showToast(t('planning.phase.removed', { title: phase.title }));
    close();
  };
  return (
    <>
      <div className="kw-cluster kw-no-print">
        <Button size="small" icon="edit" onPress={() => setShown('form')} aria-label={t('planning.phase.change-named', { title: phase.title })}>{t('planning.phase.change')}</Button>
        <Button size="small" icon="remove" onPress={() => setShown('removal')} aria-label={t('planning.phase.remove-named', { title: phase.title })}>{t('planning.phase.remove')}</Button>
      </div>
      <ActionNotice action={action} context="planning" />
      {shown === 'form' ? <PhaseForm processId={processId} tracks={tracks} phase={phase} gatherings={gatherings} onClose={close} /> : null}
      <ConfirmDialog isOpen={shown === 'removal'} onCancel={close} onConfirm={() => void remove()} isDangerous isPending={action.isPending} title={t('planning.phase.remove-title')} confirmLabel={t('planning.phase.remove')}>
        {t('planning.phase.remove-text', { title: phase.title })}
      </ConfirmDialog>
    </>
  );
}
