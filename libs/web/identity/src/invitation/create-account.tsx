import type { InvitationQuery } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { PasswordField } from '../pages/password-field.js';
import { useAccount } from './use-account.js';

type Offer = NonNullable<InvitationQuery['invitation']['offer']>;

/** Name and password make the account; the address is that of the invitation. */
export function CreateAccount({ token, offer, onDone }: { token: string; offer: Offer; onDone: () => void }) {
  const t = useText();
  const { action, comeIn } = useAccount(token, onDone);
  const [name, setName] = useState(offer.name);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <ActionForm action={action} context="identity" fields={['name', 'password', ...(offer.emailHint === null ? ['email'] : [])]} onSubmit={() => void comeIn({ name, email: offer.emailHint === null ? email : null, password })}>
      <TextField name="name" autoComplete="name" label={t('identity.invitation.name')} hint={t('identity.invitation.name-hint')} value={name} onChange={setName} isRequired error={problemAt(action.problems, 'name', 'identity', t)} />
      {offer.emailHint === null ? (
        <TextField name="email" type="email" autoComplete="username" label={t('identity.sign-in.email')} hint={t('identity.invitation.email-hint')} value={email} onChange={setEmail} isRequired error={problemAt(action.problems, 'email', 'identity', t)} />
      ) : null}
      <PasswordField name="password" autoComplete="new-password" label={t('identity.invitation.password')} hint={offer.emailHint === null ? t('identity.password.new-hint') : `${t('identity.password.new-hint')} ${t('identity.invitation.known-hint')}`} value={password} onChange={setPassword} isRequired error={problemAt(action.problems, 'password', 'identity', t)} />
      <div className="kw-button-group">
        <Button type="submit" variant="primary" isPending={action.isPending} pendingText={t('identity.form.pending')}>{t('identity.invitation.create')}</Button>
      </div>
    </ActionForm>
  );
}
