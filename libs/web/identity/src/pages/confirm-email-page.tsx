import { ConfirmEmailChangeDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice, forgetToken, LinkNotice, takeToken } from '@konzeptwerkstatt/web-shell';
import { Button, LinkButton, Notice, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../catalogue.js';
import { linkProblem } from '../invitation/link-problem.js';

/** Where the link to a new mail address leads: one button, so that a mail scanner that opens links confirms nothing. */
export default function ConfirmEmailPage() {
  const t = useText();
  const action = useAction(ConfirmEmailChangeDocument, 'confirmEmailChange', ['Viewer']);
  const [token] = useState(() => takeToken(globalThis.location, sessionStorage, (address) => history.replaceState(history.state, '', address)));
  const [isDone, setIsDone] = useState(false);
  const broken = token === null ? 'UNKNOWN' : linkProblem(action.problems);
  const confirm = async () => {
    if (!(await action.run({ token: token ?? '' }))) return;
    forgetToken('/adresse-bestaetigen', sessionStorage);
    setIsDone(true);
  };
  return (
    <div className="kw-narrow">
      <PageHeader title={t('identity.confirm-email.title')} />
      {isDone ? <Notice tone="success" live title={t('identity.confirm-email.done')} actions={<LinkButton variant="primary" href="/konto">{t('identity.confirm-email.to-account')}</LinkButton>}>{t('identity.confirm-email.done-text')}</Notice> : null}
      {!isDone && broken ? <LinkNotice state={broken} advice={t('identity.link.email-again')} /> : null}
      {!isDone && !broken ? (
        <div className="kw-stack">
          <p>{t('identity.confirm-email.lead')}</p>
          <ActionNotice action={action} context="identity" />
          <div className="kw-button-group"><Button variant="primary" isPending={action.isPending} onPress={() => void confirm()}>{t('identity.confirm-email.submit')}</Button></div>
        </div>
      ) : null}
    </div>
  );
}
