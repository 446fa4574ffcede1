import { IssueApiTokenDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, CopyField, Dialog, Notice, NumberField, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

const usualDays = 90;
const formId = 'zugang-anlegen';

/** The token itself, for the only time it can be seen. */
function IssuedToken({ token }: { token: string }) {
  const t = useText();
  return (
    <div className="kw-stack">
      <Notice tone="warning" live title={t('identity.tokens.once')}>{t('identity.tokens.once-text')}</Notice>
      <CopyField label={t('identity.tokens.value')} value={token} copyLabel={t('identity.tokens.copy')} copiedLabel={t('identity.tokens.copied')} />
    </div>
  );
}

/** Asks for name and days, then shows the new token once. */
export function IssueApiToken({ onClose }: { onClose: () => void }) {
  const t = useText();
  const action = useAction(IssueApiTokenDocument, 'issueApiToken', ['Account']);
  const [name, setName] = useState('');
  const [days, setDays] = useState(usualDays);
  const [token, setToken] = useState<string | null>(null);

  const submit = async () => {
    const payload = await action.run({ name: name.trim(), expiresInDays: Number.isNaN(days) ? 0 : days });
    setToken(payload?.token ?? null);
  };
  const footer = token === null ? (
    <>
      <Button onPress={onClose}>{t('identity.form.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('identity.form.pending')}>{t('identity.tokens.issue')}</Button>
    </>
  ) : <Button onPress={onClose}>{t('identity.tokens.done')}</Button>;
  return (
    <Dialog title={t('identity.tokens.issue')} isOpen onClose={onClose} footer={footer} role={token === null ? 'dialog' : 'alertdialog'}>
      {token === null ? (
        <ActionForm id={formId} action={action} context="identity" fields={['name', 'expiresInDays']} onSubmit={() => void submit()}>
          <TextField label={t('identity.tokens.name')} hint={t('identity.tokens.name-hint')} value={name} onChange={setName} isRequired autoFocus error={problemAt(action.problems, 'name', 'identity', t)} />
          <NumberField label={t('identity.tokens.days')} hint={t('identity.tokens.days-hint')} value={days} onChange={setDays} minValue={1} maxValue={365} isRequired error={problemAt(action.problems, 'expiresInDays', 'identity', t)} />
        </ActionForm>
      ) : <IssuedToken token={token} />}
    </Dialog>
  );
}
