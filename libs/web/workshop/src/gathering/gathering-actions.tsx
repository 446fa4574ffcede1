import type { GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { EndGatheringDocument, RemoveGatheringDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';

/** Ends a gathering that goes on. */
export function EndGathering({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  const action = useAction(EndGatheringDocument, 'endGathering');
  if (!gathering.mayModerate || gathering.state !== 'RUNNING') return null;
  const end = async () => {
    if (await action.run({ gatheringId: gathering.id })) showToast(t('workshop.end.done'));
    setIsAsking(false);
  };
  return (
    <>
      <Button icon="check" onPress={() => setIsAsking(true)}>{t('workshop.end.button')}</Button>
      <ActionNotice action={action} context="workshop" />
      <ConfirmDialog isOpen={isAsking} onCancel={() => setIsAsking(false)} onConfirm={() => void end()} isDangerous isPending={action.isPending} title={t('workshop.end.title')} confirmLabel={t('workshop.end.button')}>{t('workshop.end.text')}</ConfirmDialog>
    </>
  );
}

/** Takes a gathering out of its process. */
export function RemoveGathering({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const action = useAction(RemoveGatheringDocument, 'removeGathering', ['ProcessPage']);
  if (!gathering.mayPlan) return null;
  const remove = async () => {
    if (!(await action.run({ gatheringId: gathering.id }))) return setIsAsking(false);
    showToast(t('workshop.remove.done', { title: gathering.title }));
    void navigate(`/prozesse/${gathering.process?.uuid ?? ''}`);
  };
  return (
    <>
      <Button size="small" icon="remove" onPress={() => setIsAsking(true)}>{t('workshop.remove.button')}</Button>
      <ActionNotice action={action} context="workshop" />
      <ConfirmDialog isOpen={isAsking} onCancel={() => setIsAsking(false)} onConfirm={() => void remove()} isDangerous isPending={action.isPending} title={t('workshop.remove.title')} confirmLabel={t('workshop.remove.button')}>{t('workshop.remove.text')}</ConfirmDialog>
    </>
  );
}
