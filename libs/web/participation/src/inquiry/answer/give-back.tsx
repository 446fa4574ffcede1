import { ReturnInquiryAnswerDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, showToast, TextArea, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import type { Request } from '../inquiry-words.js';

/** With which the head of an organisation gives answers back that wait for her, with the reason that her people read. @param onRefused somebody may have handed in again */
export function GiveBack({ request, onRefused }: { request: Request; onRefused: () => Promise<unknown> }) {
  const t = useText();
  const action = useAction(ReturnInquiryAnswerDocument, 'returnInquiryAnswer');
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const giveBack = async () => {
    if (!(await action.run({ requestId: request.id, number: request.submissionNumber ?? 0, reason }))) {
      await onRefused();
      return;
    }
    showToast(t('participation.inquiry.given-back'));
    setReason('');
    setIsOpen(false);
  };
  const footer = <><Button onPress={() => setIsOpen(false)}>{t('participation.dialog.cancel')}</Button><Button variant="primary" type="submit" form="zurueckgeben" isPending={action.isPending}>{t('participation.inquiry.give-back')}</Button></>;
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>{t('participation.inquiry.give-back')}</Button>
      <Dialog title={t('participation.inquiry.give-back')} isOpen={isOpen} onClose={() => setIsOpen(false)} footer={footer}>
        <ActionForm id="zurueckgeben" action={action} context="participation" fields={['reason']} onSubmit={() => void giveBack()}>
          <p>{t('participation.inquiry.give-back-text')}</p>
          <TextArea label={t('participation.inquiry.give-back-reason')} rows={5} dir="auto" isRequired value={reason} onChange={setReason} error={problemAt(action.problems, 'reason', 'participation', t)} />
        </ActionForm>
      </Dialog>
    </>
  );
}
