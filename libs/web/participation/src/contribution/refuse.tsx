import { RefuseContributionDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, showToast, TextArea, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

/** Does not release a contribution, with the reason that its author reads. */
export function Refuse({ contributionId }: { contributionId: string }) {
  const t = useText();
  const action = useAction(RefuseContributionDocument, 'refuseContribution', ['OwnContributions']);
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const refuse = async () => {
    if (!(await action.run({ contributionId, reason }))) return;
    showToast(t('participation.refuse.done'));
    setIsOpen(false);
  };
  const footer = <><Button onPress={() => setIsOpen(false)}>{t('participation.dialog.cancel')}</Button><Button variant="primary" type="submit" form="nicht-freigeben" isPending={action.isPending}>{t('participation.refuse.button')}</Button></>;
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>{t('participation.refuse.button')}</Button>
      <Dialog title={t('participation.refuse.button')} isOpen={isOpen} onClose={() => setIsOpen(false)} footer={footer}>
        <ActionForm id="nicht-freigeben" action={action} context="participation" fields={['reason']} onSubmit={() => void refuse()}>
          <p>{t('participation.refuse.text')}</p>
          <TextArea label={t('participation.refuse.reason')} rows={5} dir="auto" isRequired value={reason} onChange={setReason} error={problemAt(action.problems, 'reason', 'participation', t)} />
        </ActionForm>
      </Dialog>
    </>
  );
}
