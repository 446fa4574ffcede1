import type { InquiryFullFragment } from '@konzeptwerkstatt/web-data';
import { ExtendInquiryDeadlineDocument, RemindInquiryRecipientsDocument, RevokeInquiryLinksDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, Dialog, showToast, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

export type Recipient = InquiryFullFragment['recipients'][number];

/** Gives one organisation more time. */
function Extend({ recipient, onClose }: { recipient: Recipient; onClose: () => void }) {
  const t = useText();
  const action = useAction(ExtendInquiryDeadlineDocument, 'extendInquiryDeadline');
  const [closesOn, setClosesOn] = useState(recipient.moreTimeUntil ?? '');
  const [isMissing, setIsMissing] = useState(false);
  const extend = async () => {
    setIsMissing(closesOn === '');
    if (closesOn === '' || !(await action.run({ requestId: recipient.id, closesOn }))) return;
    showToast(t('participation.inquiry.extended'));
    onClose();
  };
  const footer = <><Button onPress={onClose}>{t('participation.dialog.cancel')}</Button><Button variant="primary" type="submit" form="verlaengern" isPending={action.isPending}>{t('participation.inquiry.extend')}</Button></>;
  return (
    <Dialog title={t('participation.inquiry.extend-of', { organisation: recipient.organisation?.name ?? '' })} isOpen onClose={onClose} footer={footer}>
      <ActionForm id="verlaengern" action={action} context="participation" fields={['closesOn']} onSubmit={() => void extend()}>
        {recipient.moreTimeReason ? <p className="kw-words" dir="auto">{recipient.moreTimeReason}</p> : null}
        <TextField type="date" label={t('participation.inquiry.deadline')} value={closesOn} onChange={setClosesOn} isRequired error={isMissing && closesOn === '' ? t('participation.error.DEADLINE_INVALID') : problemAt(action.problems, 'closesOn', 'participation', t)} />
      </ActionForm>
    </Dialog>
  );
}

/** What the office can do about one organisation. Links work on after the inquiry, and can be taken back as long. */
export function RecipientActions({ recipient, inquiry }: { recipient: Recipient; inquiry: Pick<InquiryFullFragment, 'id' | 'state'> }) {
  const t = useText();
  const remind = useAction(RemindInquiryRecipientsDocument, 'remindInquiryRecipients');
  const revoke = useAction(RevokeInquiryLinksDocument, 'revokeInquiryLinks');
  const [open, setOpen] = useState<'extend' | 'revoke' | null>(null);
  const name = recipient.organisation?.name ?? '';
  const isInquiryOpen = inquiry.state === 'OPEN';
  const remindNow = async () => {
    const payload = await remind.run({ inquiryId: inquiry.id, requestIds: [recipient.id] });
    const outcome = payload?.reminders[0]?.outcome;
    if (outcome === 'NOW' || outcome === 'LATER') showToast(t('participation.inquiry.reminder-noted'));
    else if (outcome) showToast(`${t(`participation.reminder.${outcome}`)} ${name}`, 'info');
  };
  const revokeNow = async () => {
    if (await revoke.run({ requestId: recipient.id })) showToast(t('participation.inquiry.revoked'));
    setOpen(null);
  };
  return (
    <>
      <ActionNotice action={remind} context="participation" />
      <ActionNotice action={revoke} context="participation" />
      <div className="kw-button-group">
        {!isInquiryOpen || recipient.handedInAt || recipient.isReminderWanted || !recipient.hasAddress ? null : <Button size="small" isPending={remind.isPending} aria-label={t('participation.inquiry.remind-of', { organisation: name })} onPress={() => void remindNow()}>{t('participation.inquiry.remind')}</Button>}
        {isInquiryOpen ? <Button size="small" aria-label={t('participation.inquiry.extend-of', { organisation: name })} onPress={() => setOpen('extend')}>{t('participation.inquiry.extend')}</Button> : null}
        {recipient.askedAt ? <Button size="small" aria-label={t('participation.inquiry.revoke-of', { organisation: name })} onPress={() => setOpen('revoke')}>{t('participation.inquiry.revoke')}</Button> : null}
      </div>
      {open === 'extend' ? <Extend recipient={recipient} onClose={() => setOpen(null)} /> : null}
      <ConfirmDialog title={t('participation.inquiry.revoke-of', { organisation: name })} isOpen={open === 'revoke'} confirmLabel={t('participation.inquiry.revoke')} isPending={revoke.isPending} onConfirm={() => void revokeNow()} onCancel={() => setOpen(null)}>{t('participation.inquiry.revoke-text')}</ConfirmDialog>
    </>
  );
}
