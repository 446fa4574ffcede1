import { ChangePasswordDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Section, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { PasswordField } from '../pages/password-field.js';

/** A new password; the old one is asked for, so that an unattended device is not enough. */
export function ChangePassword({ email }: { email: string }) {
  const t = useText();
  const action = useAction(ChangePasswordDocument, 'changePassword', ['Account']);
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');

  const submit = async () => {
    if (!(await action.run({ currentPassword, newPassword }))) return;
    setCurrent('');
    setNew('');
    showToast(t('identity.password.changed'));
  };
  return (
    <Section title={t('identity.password.title')} description={t('identity.password.rule')}>
      <div className="kw-narrow">
        <ActionForm action={action} context="identity" fields={['currentPassword', 'newPassword']} onSubmit={() => void submit()}>
          {/* Tells password managers which account the new password belongs to. */}
          <input className="kw-visually-hidden" type="text" name="username" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden="true" />
          <PasswordField name="currentPassword" autoComplete="current-password" label={t('identity.password.current')} value={currentPassword} onChange={setCurrent} isRequired
            error={problemAt(action.problems, 'currentPassword', 'identity', t)} />
          <PasswordField name="newPassword" autoComplete="new-password" label={t('identity.password.new')} hint={t('identity.password.new-hint')} value={newPassword} onChange={setNew} isRequired
            error={problemAt(action.problems, 'newPassword', 'identity', t)} />
          <div className="kw-button-group">
            <Button type="submit" isPending={action.isPending} pendingText={t('identity.form.pending')}>{t('identity.password.submit')}</Button>
          </div>
        </ActionForm>
      </div>
    </Section>
  );
}
