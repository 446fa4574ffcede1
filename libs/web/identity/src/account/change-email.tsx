import { RequestEmailChangeDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Notice, Section, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { PasswordField } from '../pages/password-field.js';

/** Another mail address; it counts once it is confirmed from its mailbox. */
export function ChangeEmail() {
  const t = useText();
  const action = useAction(RequestEmailChangeDocument, 'requestEmailChange');
  const [email, setEmail] = useState('');
  const [currentPassword, setCurrentPassword] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const submit = async () => {
    setIsAsked(false);
    if (!(await action.run({ email, currentPassword }))) return;
    setCurrentPassword('');
    setIsAsked(true);
  };
  return (
    <Section title={t('identity.email.title')} description={t('identity.email.rule')}>
      <div className="kw-narrow kw-stack">
        {isAsked ? <Notice tone="success" live title={t('identity.email.asked')}>{t('identity.email.asked-text')}</Notice> : null}
        <ActionForm action={action} context="identity" fields={['email', 'currentPassword']} onSubmit={() => void submit()}>
          <TextField name="email" type="email" autoComplete="email" label={t('identity.email.new')} value={email} onChange={setEmail} isRequired error={problemAt(action.problems, 'email', 'identity', t)} />
          <PasswordField name="currentPassword" autoComplete="current-password" label={t('identity.email.password')} value={currentPassword} onChange={setCurrentPassword} isRequired error={problemAt(action.problems, 'currentPassword', 'identity', t)} />
          <div className="kw-button-group"><Button type="submit" isPending={action.isPending} pendingText={t('identity.form.pending')}>{t('identity.email.submit')}</Button></div>
        </ActionForm>
      </div>
    </Section>
  );
}
