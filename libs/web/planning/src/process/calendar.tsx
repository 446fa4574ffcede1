import { CreateCalendarFeedDocument, useAction, WithdrawCalendarFeedDocument } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, Section, showToast, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

/** One's own address for the dates of a process in a calendar: shown once, and taken back at any time. */
export function Calendar({ processId, hasFeed }: { processId: string; hasFeed: boolean }) {
  const t = useText();
  const create = useAction(CreateCalendarFeedDocument, 'createCalendarFeed');
  const withdraw = useAction(WithdrawCalendarFeedDocument, 'withdrawCalendarFeed');
  const [address, setAddress] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const make = async () => {
    const payload = await create.run({ processId });
    if (payload?.path) setAddress(`${location.origin}${payload.path}`);
  };
  const takeBack = async () => {
    if (await withdraw.run({ processId })) showToast(t('planning.calendar.withdrawn'));
    setAddress(null);
    setIsAsking(false);
  };
  const actions = (
    <>
      <Button size="small" onPress={() => void make()} isPending={create.isPending} pendingText={t('planning.form.pending')}>{hasFeed ? t('planning.calendar.renew') : t('planning.calendar.create')}</Button>
      {hasFeed ? <Button size="small" icon="remove" onPress={() => setIsAsking(true)}>{t('planning.calendar.withdraw')}</Button> : null}
    </>
  );
  return (
    <div className="kw-no-print">
      <Section title={t('planning.calendar.title')} description={t('planning.calendar.lead')} actions={actions}>
        <ActionNotice action={create} context="planning" />
        <ActionNotice action={withdraw} context="planning" />
        {address === null ? (hasFeed ? <p>{t('planning.calendar.given')}</p> : null) : <TextField label={t('planning.calendar.address')} hint={t('planning.calendar.address-hint')} value={address} isReadOnly dir="ltr" />}
        <ConfirmDialog isOpen={isAsking} onCancel={() => setIsAsking(false)} onConfirm={() => void takeBack()} isDangerous isPending={withdraw.isPending} title={t('planning.calendar.withdraw-title')} confirmLabel={t('planning.calendar.withdraw')}>
          {t('planning.calendar.withdraw-text')}
        </ConfirmDialog>
      </Section>
    </div>
  );
}
