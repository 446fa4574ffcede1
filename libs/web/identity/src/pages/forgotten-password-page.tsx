import { RequestPasswordResetDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, useSendsMails } from '@konzeptwerkstatt/web-shell';
import { Button, LinkButton, Notice, PageHeader, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../catalogue.js';

/** Asks for a link for a new password. Says the same whether there is such an account or not. */
export default function ForgottenPasswordPage() {
  const t = useText();
  const sendsMails = useSendsMails();
  const action = useAction(RequestPasswordResetDocument, 'requestPasswordReset');
  const [email, setEmail] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const submit = async () => {
    if (email.trim() !== '' && (await action.run({ email: email.trim() }))) setIsAsked(true);
  };
  return (
    <div className="kw-narrow">
      <PageHeader title={t('identity.forgotten.title')}>{t(sendsMails ? 'identity.forgotten.lead' : 'identity.forgotten.lead-kept')}</PageHeader>
      {isAsked ? (
        <Notice tone="success" live title={t(sendsMails ? 'identity.forgotten.asked' : 'identity.forgotten.asked-kept')} actions={<LinkButton href="/anmelden">{t('identity.link.sign-in')}</LinkButton>}>
          <p>{t(sendsMails ? 'identity.forgotten.asked-text' : 'identity.forgotten.asked-kept-text')}</p>
          {sendsMails ? <p>{t('identity.forgotten.no-mail')}</p> : null}
        </Notice>
      ) : (
        <ActionForm action={action} context="identity" fields={['email']} onSubmit={() => void submit()}>
          <TextField name="email" type="email" autoComplete="username" label={t('identity.sign-in.email')} value={email} onChange={setEmail} isRequired />
          <div className="kw-button-group">
            <Button type="submit" variant="primary" isPending={action.isPending} pendingText={t('identity.forgotten.pending')}>{t(sendsMails ? 'identity.forgotten.submit' : 'identity.forgotten.submit-kept')}</Button>
            <LinkButton href="/anmelden">{t('identity.form.cancel')}</LinkButton>
          </div>
        </ActionForm>
      )}
    </div>
  );
}
