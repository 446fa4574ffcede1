import { EraseAccountDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, Section, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { PasswordField } from '../pages/password-field.js';
import { PasswordNeededNotice } from './password-needed.js';
import { deleteDeviceCopies, leaveTo } from '../session/device-copies.js';
import { tellOtherTabs } from '../session/session-channel.js';

const formId = 'konto-beenden';

/** Nothing of the account stays on this device. */
async function leave(): Promise<void> {
  await deleteDeviceCopies();
  tellOtherTabs('signed-out');
  leaveTo('/anmelden?konto=beendet');
}

function EraseAccount({ onClose }: { onClose: () => void }) {
  const t = useText();
  const action = useAction(EraseAccountDocument, 'eraseAccount');
  const [currentPassword, setCurrentPassword] = useState('');
  const erase = async () => {
    if (await action.run({ currentPassword })) await leave();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('identity.form.cancel')}</Button>
      <Button variant="danger" type="submit" form={formId} isPending={action.isPending} pendingText={t('identity.form.pending')}>{t('identity.erase.confirm')}</Button>
    </>
  );
  return (
    <Dialog role="alertdialog" title={t('identity.erase.title')} isOpen onClose={onClose} footer={footer}>
      <div className="kw-stack">
        <p>{t('identity.erase.what-goes')}</p>
        <p>{t('identity.erase.what-stays')}</p>
        <ActionForm id={formId} action={action} context="identity" fields={['currentPassword']} onSubmit={() => void erase()}>
          <PasswordField name="currentPassword" autoComplete="current-password" label={t('identity.email.password')} value={currentPassword} onChange={setCurrentPassword} isRequired error={problemAt(action.problems, 'currentPassword', 'identity', t)} />
        </ActionForm>
      </div>
    </Dialog>
  );
}

/** What is kept of oneself: to take along, and to end. The file is not for a session that a provider opened; ending asks for the password. */
export function PersonalDataSection({ isProviderSession, hasPassword }: { isProviderSession: boolean; hasPassword: boolean }) {
  const t = useText();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <Section title={t('identity.data.title')} description={t('identity.data.hint')}>
      {isProviderSession ? <PasswordNeededNotice /> : null}
      <div className="kw-button-group">
        {isProviderSession ? null : <a className="kern-btn kern-btn--secondary kw-btn" href="/files/meine-daten.json" download="meine-daten.json"><span className="kern-label">{t('identity.data.download')}</span></a>}
        {hasPassword ? <Button variant="danger" onPress={() => setIsAsked(true)}>{t('identity.erase.button')}</Button> : null}
      </div>
      {isAsked ? <EraseAccount onClose={() => setIsAsked(false)} /> : null}
    </Section>
  );
}
