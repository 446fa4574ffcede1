import type { ContributionFullFragment } from '@konzeptwerkstatt/web-data';
import { SplitContributionDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, TextArea, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

const formId = 'rueckmeldung-teilen';

/** Cuts a contribution into parts: an empty line stands between two of them. The whole keeps its words. */
export function SplitDialog({ contribution, onClose }: { contribution: ContributionFullFragment; onClose: () => void }) {
  const t = useText();
  const action = useAction(SplitContributionDocument, 'splitContribution');
  const [text, setText] = useState(contribution.text);
  const parts = text.split(/\n\s*\n/).map((part) => part.trim()).filter((part) => part !== '');
  const split = async () => {
    if (await action.run({ contributionId: contribution.id, parts })) onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('participation.dialog.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending}>{t('participation.split.confirm', { count: parts.length })}</Button>
    </>
  );
  return (
    <Dialog title={t('participation.split.button')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={action} context="participation" fields={['parts']} onSubmit={() => void split()}>
        <TextArea label={t('participation.split.text')} hint={t('participation.split.hint')} rows={10} value={text} onChange={setText} lang={contribution.language} dir="auto" error={problemAt(action.problems, 'parts', 'participation', t)} />
      </ActionForm>
    </Dialog>
  );
}
