import { useQuery } from '@apollo/client/react';
import { ConfirmEmailChangeDocument, EmailChangeLinkDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice, forgetToken, LinkNotice, RequestFailureNotice, takeToken } from '@konzeptwerkstatt/web-shell';
import { Button, LinkButton, Loading, Notice, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../catalogue.js';
import { linkProblem } from '../invitation/link-problem.js';

/** One button, so that a mail scanner that opens links confirms nothing. Opening the page uses nothing; the button does. */
function ConfirmEmail({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const t = useText();
  const action = useAction(ConfirmEmailChangeDocument, 'confirmEmailChange', ['Viewer']);
  const { data, error, refetch } = useQuery(EmailChangeLinkDocument, { variables: { token }, fetchPolicy: 'no-cache' });
  const state = linkProblem(action.problems) ?? data?.emailChangeLink;
  const confirm = async () => {
    if (await action.run({ token })) onDone();
  };
  if (state === undefined) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={2} />;
  if (state !== 'OPEN') return <LinkNotice state={state} advice={t('identity.link.email-again')} />;
  return (
    <div className="kw-stack">
      <p>{t('identity.confirm-email.lead')}</p>
      <ActionNotice action={action} context="identity" />
      <div className="kw-button-group"><Button variant="primary" isPending={action.isPending} onPress={() => void confirm()}>{t('identity.confirm-email.submit')}</Button></div>
    </div>
  );
}

/** Where the link to a new mail address leads. */
export default function ConfirmEmailPage() {
  const t = useText();
  const [token] = useState(() => takeToken(globalThis.location, sessionStorage, (address) => history.replaceState(history.state, '', address)));
  const [isDone, setIsDone] = useState(false);
  const done = () => {
    forgetToken('/adresse-bestaetigen', sessionStorage);
    setIsDone(true);
  };
  return (
    <div className="kw-narrow">
      <PageHeader title={t('identity.confirm-email.title')} />
      {isDone ? <Notice tone="success" live title={t('identity.confirm-email.done')} actions={<LinkButton variant="primary" href="/konto">{t('identity.confirm-email.to-account')}</LinkButton>}>{t('identity.confirm-email.done-text')}</Notice> : null}
      {!isDone && token === null ? <LinkNotice state="UNKNOWN" advice={t('identity.link.email-again')} /> : null}
      {!isDone && token !== null ? <ConfirmEmail token={token} onDone={done} /> : null}
    </div>
  );
}
