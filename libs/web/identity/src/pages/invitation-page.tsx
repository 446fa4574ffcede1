import { useQuery } from '@apollo/client/react';
import type { InvitationQuery } from '@konzeptwerkstatt/web-data';
import { AcceptInvitationDocument, InvitationDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice, forgetToken, LinkNotice, RequestFailureNotice, takeToken, useShellSession } from '@konzeptwerkstatt/web-shell';
import { Button, LinkButton, Loading, Notice, Original, PageHeader, Section, showToast, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import '../catalogue.js';
import { CreateAccount } from '../invitation/create-account.js';
import { KnownAccount } from '../invitation/known-account.js';

const path = '/einladung';
type Offer = NonNullable<InvitationQuery['invitation']['offer']>;

/** For whoever comes with a letter and types. */
function TypeCode({ onCode }: { onCode: (code: string) => void }) {
  const t = useText();
  const [code, setCode] = useState('');
  return (
    <form className="kw-stack" onSubmit={(event) => { event.preventDefault(); if (code.trim() !== '') onCode(code); }}>
      <TextField label={t('identity.invitation.code')} hint={t('identity.invitation.code-hint')} value={code} onChange={setCode} autoComplete="off" spellCheck="false" isRequired />
      <div className="kw-button-group"><Button type="submit" variant="primary">{t('identity.invitation.open')}</Button></div>
    </form>
  );
}

/** For somebody who is signed in already: one button. */
function AcceptAsPerson({ token, offer, onDone }: { token: string; offer: Offer; onDone: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const session = useShellSession();
  const action = useAction(AcceptInvitationDocument, 'acceptInvitation', ['Viewer']);
  if (session.status !== 'signed-in') return null;
  const accept = async () => {
    if (!(await action.run({ token }))) return;
    onDone();
    showToast(t('identity.invitation.accepted', { organisation: offer.organisation }));
    void navigate('/');
  };
  return (
    <div className="kw-stack">
      <ActionNotice action={action} context="identity" />
      <p>{t('identity.invitation.signed-in', { name: session.person.displayName })}</p>
      <div className="kw-button-group">
        <Button variant="primary" isPending={action.isPending} pendingText={t('identity.form.pending')} onPress={() => void accept()}>{t('identity.invitation.accept')}</Button>
      </div>
    </div>
  );
}

function OfferView({ token, offer, onDone }: { token: string; offer: Offer; onDone: () => void }) {
  const t = useText();
  const session = useShellSession();
  const signIn = <LinkButton variant="secondary" href={`/anmelden?weiter=${encodeURIComponent(path)}`}>{t('identity.invitation.to-sign-in')}</LinkButton>;
  return (
    <div className="kw-stack">
      <p>{t('identity.invitation.offer', { municipality: offer.municipality })} <strong><Original>{offer.organisation}</Original></strong></p>
      {offer.role === 'ADMINISTRATOR' ? <p>{t('identity.invitation.administrator')}</p> : null}
      {offer.emailHint ? <Notice title={t('identity.invitation.only-for', { email: `\u2066${offer.emailHint}\u2069` })}>{t('identity.invitation.only-for-text')}</Notice> : null}
      {session.status === 'signed-in' ? <AcceptAsPerson token={token} offer={offer} onDone={onDone} /> : null}
      {session.status === 'anonymous' && offer.hasAccount ? <Section title={t('identity.invitation.has-account')} description={t('identity.invitation.has-account-text')}><KnownAccount token={token} offer={offer} onDone={onDone} /></Section> : null}
      {session.status === 'anonymous' && !offer.hasAccount ? (
        <>
          <Section title={t('identity.invitation.set-up')} description={t('identity.invitation.set-up-text')}><CreateAccount token={token} offer={offer} onDone={onDone} /></Section>
          <Section title={t('identity.invitation.other-account')}><div className="kw-button-group">{signIn}</div></Section>
        </>
      ) : null}
    </div>
  );
}

/** Where the link of an invitation leads: says what it offers, and makes the account. */
export default function InvitationPage() {
  const t = useText();
  const navigate = useNavigate();
  const [token, setToken] = useState<string | null>(() => takeToken(globalThis.location, sessionStorage, (address) => history.replaceState(history.state, '', address)));
  const { data, error, refetch } = useQuery(InvitationDocument, { variables: { token: token ?? '' }, skip: token === null, fetchPolicy: 'no-cache' });
  const done = () => {
    forgetToken(path, sessionStorage);
    void navigate('/');
  };
  const invitation = data?.invitation;
  return (
    <div className="kw-narrow">
      <PageHeader title={t('identity.invitation.title')} />
      {token === null ? <TypeCode onCode={setToken} /> : null}
      {token !== null && error && !invitation ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : null}
      {token !== null && !invitation && !error ? <Loading lines={4} /> : null}
      {token !== null && invitation?.offer ? <OfferView token={token} offer={invitation.offer} onDone={done} /> : null}
      {token !== null && invitation && invitation.state !== 'OPEN' ? (
        <div className="kw-stack">
          <LinkNotice state={invitation.state} advice={t('identity.link.invitation-again')} />
          <TypeCode onCode={setToken} />
        </div>
      ) : null}
    </div>
  );
}
