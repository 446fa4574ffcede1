import { ResetPasswordDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, forgetToken, LinkNotice, problemAt, takeToken } from '@konzeptwerkstatt/web-shell';
import { Button, LinkButton, Notice, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../catalogue.js';
import { linkProblem } from '../invitation/link-problem.js';
import { PasswordField } from './password-field.js';

/** Where the link for a new password leads. Opening it uses nothing; saving does. */
export default function NewPasswordPage() {
  const t = useText();
  const action = useAction(ResetPasswordDocument, 'resetPassword');
  const [token] = useState(() => takeToken(globalThis.location, sessionStorage, (address) => history.replaceState(history.state, '', address)));
  const [newPassword, setNewPassword] = useState('');
  const [isDone, setIsDone] = useState(false);
  const broken = token === null ? 'UNKNOWN' : linkProblem(action.problems);
  const submit = async () => {
    if (!(await action.run({ token: token ?? '', newPassword }))) return;
    forgetToken('/passwort-neu', sessionStorage);
    setIsDone(true);
  };
  return (
    <div className="kw-narrow">
      <PageHeader title={t('identity.new-password.title')}>{isDone || broken ? null : t('identity.password.rule')}</PageHeader>
      {isDone ? <Notice tone="success" live title={t('identity.password.changed')} actions={<LinkButton variant="primary" href="/anmelden">{t('identity.link.sign-in')}</LinkButton>}>{t('identity.new-password.done')}</Notice> : null}
      {!isDone && broken ? <LinkNotice state={broken} advice={t('identity.link.reset-again')} /> : null}
      {!isDone && !broken ? (
        <ActionForm action={action} context="identity" fields={['newPassword', 'token']} onSubmit={() => void submit()}>
          <PasswordField name="newPassword" autoComplete="new-password" label={t('identity.password.new')} hint={t('identity.password.new-hint')} value={newPassword} onChange={setNewPassword} isRequired error={problemAt(action.problems, 'newPassword', 'identity', t)} />
          <div className="kw-button-group"><Button type="submit" variant="primary" isPending={action.isPending} pendingText={t('identity.form.pending')}>{t('identity.new-password.submit')}</Button></div>
        </ActionForm>
      ) : null}
    </div>
  );
}
