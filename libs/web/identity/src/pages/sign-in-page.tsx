import { useApolloClient } from '@apollo/client/react';
import { SignInDocument, useAction, ViewerDocument } from '@konzeptwerkstatt/web-data';
import type { ShellSession } from '@konzeptwerkstatt/web-shell';
import { ActionForm, problemAt, useShellSession } from '@konzeptwerkstatt/web-shell';
import { Button, Loading, Notice, PageHeader, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import '../catalogue.js';
import { forgetEndedSession, sessionHasEnded } from '../session/ended-session.js';
import { safeReturnPath } from '../session/return-path.js';
import { tellOtherTabs } from '../session/session-channel.js';
import { PasswordField } from './password-field.js';

function SignInForm() {
  const t = useText();
  const client = useApolloClient();
  const action = useAction(SignInDocument, 'signIn');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const submit = async () => {
    const payload = await action.run({ email: email.trim(), password });
    if (!payload?.viewer) return;
    forgetEndedSession();
    tellOtherTabs('changed');
    client.writeQuery({ query: ViewerDocument, data: { viewer: payload.viewer } });
  };

  return (
    <ActionForm action={action} context="identity" fields={['email', 'password']} onSubmit={() => void submit()}>
      <TextField name="email" type="email" autoComplete="username" label={t('identity.sign-in.email')} value={email} onChange={setEmail} isRequired
        error={problemAt(action.problems, 'email', 'identity', t)} />
      <PasswordField name="password" autoComplete="current-password" label={t('identity.sign-in.password')} value={password} onChange={setPassword} isRequired
        error={problemAt(action.problems, 'password', 'identity', t)} />
      <div className="kw-button-group">
        <Button type="submit" variant="primary" isPending={action.isPending} pendingText={t('identity.sign-in.pending')}>{t('identity.sign-in.submit')}</Button>
      </div>
    </ActionForm>
  );
}

/**
 * Whether it is certain who is signed in. A session that ended on another device still counts here until the server is asked,
 * and whoever comes to sign in again must not be sent back unasked.
 */
function useIsCertain(status: ShellSession['status']): boolean {
  const client = useApolloClient();
  const [isCertain, setIsCertain] = useState(status !== 'signed-in');
  useEffect(() => {
    if (isCertain) return;
    const settle = () => setIsCertain(true);
    client.refetchQueries({ include: [ViewerDocument] }).then(settle, settle);
  }, [client, isCertain]);
  return isCertain;
}

/** The way in. Leads back to where somebody wanted to go. */
export default function SignInPage() {
  const t = useText();
  const session = useShellSession();
  const [search] = useSearchParams();
  const isCertain = useIsCertain(session.status);
  if (!isCertain) return <Loading />;
  if (session.status === 'signed-in') return <Navigate replace to={safeReturnPath(search.get('weiter'), globalThis.location.origin)} />;
  return (
    <div className="kw-narrow">
      <PageHeader title={t('identity.sign-in.title')}>{t('identity.sign-in.lead')}</PageHeader>
      <div className="kw-stack">
        {sessionHasEnded() ? <Notice tone="warning" live title={t('identity.sign-in.ended')}>{t('identity.sign-in.ended-text')}</Notice> : null}
        <SignInForm />
        <Notice title={t('identity.sign-in.no-account')}>
          <p>{t('identity.sign-in.no-account-text')}</p>
          <p>{t('identity.sign-in.demonstration')}</p>
        </Notice>
      </div>
    </div>
  );
}
