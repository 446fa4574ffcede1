import { useApolloClient } from '@apollo/client/react';
import type { UserProblem } from '@konzeptwerkstatt/web-data';
import { SignInDocument, useAction, ViewerDocument } from '@konzeptwerkstatt/web-data';
import type { ShellSession } from '@konzeptwerkstatt/web-shell';
import { ActionForm, problemAt, useShellSession } from '@konzeptwerkstatt/web-shell';
import { Button, LinkButton, Loading, Notice, PageHeader, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import '../catalogue.js';
import { forgetEndedSession, sessionHasEnded } from '../session/ended-session.js';
import { returnProblemKey } from '../session/return-problem.js';
import { safeReturnPath } from '../session/return-path.js';
import { tellOtherTabs } from '../session/session-channel.js';
import { PasswordField } from './password-field.js';
import { ProviderSignIn } from './provider-sign-in.js';

/** What was left empty. Asking the server would only say that the two do not fit, and count as a failed try. */
function missingIn(input: { readonly email: string; readonly password: string }): UserProblem[] {
  const problem = (field: string, code: string): UserProblem => ({ code, message: '', path: [field] });
  return [...(input.email.trim() === '' ? [problem('email', 'EMAIL_REQUIRED')] : []), ...(input.password === '' ? [problem('password', 'PASSWORD_REQUIRED')] : [])];
}

function SignInForm() {
  const t = useText();
  const client = useApolloClient();
  const action = useAction(SignInDocument, 'signIn');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const [missing, setMissing] = useState<readonly UserProblem[]>([]);
  const outcome = missing.length > 0 ? { problems: missing, failure: null } : action;

  const submit = async () => {
    const left = missingIn({ email, password });
    setMissing(left);
    if (left.length > 0) return;
    const payload = await action.run({ email: email.trim(), password });
    if (!payload?.viewer) return;
    forgetEndedSession();
    tellOtherTabs('changed');
    client.writeQuery({ query: ViewerDocument, data: { viewer: payload.viewer } });
  };

  return (
    <ActionForm action={outcome} context="identity" fields={['email', 'password']} onSubmit={() => void submit()}>
      <TextField name="email" type="email" autoComplete="username" label={t('identity.sign-in.email')} value={email} onChange={setEmail} isRequired
        error={problemAt(outcome.problems, 'email', 'identity', t)} />
      <PasswordField name="password" autoComplete="current-password" label={t('identity.sign-in.password')} value={password} onChange={setPassword} isRequired
        error={problemAt(outcome.problems, 'password', 'identity', t)} />
      <div className="kw-button-group">
        <Button type="submit" variant="primary" isPending={action.isPending} pendingText={t('identity.sign-in.pending')}>{t('identity.sign-in.submit')}</Button>
        <LinkButton href="/passwort-vergessen">{t('identity.forgotten.link')}</LinkButton>
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
  const returnPath = safeReturnPath(search.get('weiter'), globalThis.location.origin);
  if (session.status === 'signed-in') return <Navigate replace to={returnPath} />;
  const problem = returnProblemKey(search.get('fehler'));
  return (
    <div className="kw-narrow">
      <PageHeader title={t('identity.sign-in.title')}>{t('identity.sign-in.lead')}</PageHeader>
      <div className="kw-stack">
        {sessionHasEnded() ? <Notice tone="warning" live title={t('identity.sign-in.ended')}>{t('identity.sign-in.ended-text')}</Notice> : null}
        {search.get('konto') === 'beendet' ? <Notice tone="success" live title={t('identity.erase.done')}>{t('identity.erase.done-text')}</Notice> : null}
        {problem !== null ? <Notice tone="danger" live title={t('identity.provider.failed')}>{t(problem)}</Notice> : null}
        <SignInForm />
        <ProviderSignIn returnPath={returnPath} />
        <Notice title={t('identity.sign-in.no-account')}>
          <p>{t('identity.sign-in.no-account-text')}</p>
          <p>{t('identity.sign-in.demonstration')}</p>
        </Notice>
      </div>
    </div>
  );
}
