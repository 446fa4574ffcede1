import { useQuery } from '@apollo/client/react';
import { PasswordResetLinkDocument, ResetPasswordDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, forgetToken, LinkNotice, problemAt, RequestFailureNotice, takeToken } from '@konzeptwerkstatt/web-shell';
import { Button, LinkButton, Loading, Notice, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../catalogue.js';
import { linkProblem } from '../invitation/link-problem.js';
import { PasswordField } from './password-field.js';

/** Asks for the new password. Opening it uses nothing; saving does. */
function NewPassword({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const t = useText();
  const action = useAction(ResetPasswordDocument, 'resetPassword');
  const { data, error, refetch } = useQuery(PasswordResetLinkDocument, { variables: { token }, fetchPolicy: 'no-cache' });
  const [newPassword, setNewPassword] = useState('');
  const state = linkProblem(action.problems) ?? data?.passwordResetLink;
  const submit = async () => {
    if (await action.run({ token, newPassword })) onDone();
  };
  if (state === undefined) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={3} />;
  if (state !== 'OPEN') return <Broken state={state} />;
  return (
    <ActionForm action={action} context="identity" fields={['newPassword', 'token']} onSubmit={() => void submit()}>
      <p>{t('identity.password.rule')}</p>
      <PasswordField name="newPassword" autoComplete="new-password" label={t('identity.password.new')} hint={t('identity.password.new-hint')} value={newPassword} onChange={setNewPassword} isRequired error={problemAt(action.problems, 'newPassword', 'identity', t)} />
      <div className="kw-button-group"><Button type="submit" variant="primary" isPending={action.isPending} pendingText={t('identity.form.pending')}>{t('identity.new-password.submit')}</Button></div>
    </ActionForm>
  );
}

/** Why there is no new password with this link, and the way to another one. */
function Broken({ state }: { readonly state: 'USED' | 'EXPIRED' | 'UNKNOWN' }) {
  const t = useText();
  return <LinkNotice state={state} advice={t('identity.link.reset-again')} again={{ href: '/passwort-vergessen', label: t('identity.link.reset-again-here') }} />;
}

/** Where the link for a new password leads. */
export default function NewPasswordPage() {
  const t = useText();
  const [token] = useState(() => takeToken(globalThis.location, sessionStorage, (address) => history.replaceState(history.state, '', address)));
  const [isDone, setIsDone] = useState(false);
  const done = () => {
    forgetToken('/passwort-neu', sessionStorage);
    setIsDone(true);
  };
  return (
    <div className="kw-narrow">
      <PageHeader title={t('identity.new-password.title')} />
      {isDone ? <Notice tone="success" live title={t('identity.password.changed')} actions={<LinkButton variant="primary" href="/anmelden">{t('identity.link.sign-in')}</LinkButton>}>{t('identity.new-password.done')}</Notice> : null}
      {!isDone && token === null ? <Broken state="UNKNOWN" /> : null}
      {!isDone && token !== null ? <NewPassword token={token} onDone={done} /> : null}
    </div>
  );
}
