import type { GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { ChangeGuestCodeDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

/** The code with which guests come in, and another one where it has gone round. */
export function GuestCode({ gathering, code }: { gathering: GatheringFactsFragment; code: string | null }) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  const action = useAction(ChangeGuestCodeDocument, 'changeGuestCode', ['DeskPeople']);
  if (!gathering.welcomesGuests) return null;
  if (code === null) return <p>{t('workshop.desk.code-soon')}</p>;
  const change = async () => {
    const payload = await action.run({ gatheringId: gathering.id });
    setIsAsking(false);
    if (payload?.guestCode) showToast(t('workshop.code.changed', { code: payload.guestCode }));
  };
  return (
    <div className="kw-cluster">
      <p>{t('workshop.desk.code')} <strong className="kw-code" dir="ltr">{code}</strong></p>
      {gathering.state === 'OVER' ? null : <Button size="small" onPress={() => setIsAsking(true)}>{t('workshop.code.change')}</Button>}
      <ActionNotice action={action} context="workshop" />
      <ConfirmDialog isOpen={isAsking} onCancel={() => setIsAsking(false)} onConfirm={() => void change()} isDangerous isPending={action.isPending} title={t('workshop.code.title')} confirmLabel={t('workshop.code.change')}>{t('workshop.code.text')}</ConfirmDialog>
    </div>
  );
}
