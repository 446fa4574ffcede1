import type { InvitationQuery } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, LinkButton, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { PasswordField } from '../pages/password-field.js';
import { useAccount } from './use-account.js';

type Offer = NonNullable<InvitationQuery['invitation']['offer']>;

/** For an address that has an account: its password takes the invitation, whether she can sign in at present or not. */
export function KnownAccount({ token, offer, onDone }: { token: string; offer: Offer; onDone: () => void }) {
  const t = useText();
  const { action, comeIn } = useAccount(token, onDone);
  const [password, setPassword] = useState('');
  return (
    <ActionForm action={action} context="identity" fields={['password']} onSubmit={() => void comeIn({ name: offer.name, email: null, password })}>
      <PasswordField name="password" autoComplete="current-password" label={t('identity.invitation.known-password')} value={password} onChange={setPassword} isRequired error={problemAt(action.problems, 'password', 'identity', t)} />
      <div className="kw-button-group">
        <Button type="submit" variant="primary" isPending={action.isPending} pendingText={t('identity.form.pending')}>{t('identity.invitation.accept')}</Button>
        <LinkButton href="/passwort-vergessen">{t('identity.forgotten.link')}</LinkButton>
      </div>
    </ActionForm>
  );
}
