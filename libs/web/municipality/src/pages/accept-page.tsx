import { useApolloClient, useQuery } from '@apollo/client/react';
import { AcceptMunicipalityDocument, SetupLinkDocument, useAction, ViewerDocument } from '@konzeptwerkstatt/web-data';
import { ActionForm, LinkNotice, problemAt, RequestFailureNotice, useShellSession } from '@konzeptwerkstatt/web-shell';
import { Button, Loading, Notice, PageHeader, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import '../catalogue.js';
import '../municipality.css';
import { AccountFields, accountFields, emptyAccount } from '../forms/account-fields.js';
import { useLinkToken } from '../forms/use-link-token.js';

function AcceptForm({ token }: { token: string }) {
  const t = useText();
  const client = useApolloClient();
  const navigate = useNavigate();
  const session = useShellSession();
  const action = useAction(AcceptMunicipalityDocument, 'acceptMunicipality');
  const [account, setAccount] = useState(emptyAccount);
  const [officeName, setOfficeName] = useState(t('municipality.begin.office-suggestion'));
  const isSignedIn = session.status === 'signed-in';
  const submit = async () => {
    const payload = await action.run({ token, officeName, account: isSignedIn ? null : account });
    if (!payload?.viewer) return;
    client.writeQuery({ query: ViewerDocument, data: { viewer: payload.viewer } });
    // Whoever was signed in goes on for her office until now, and finds the new one in the menu.
    void navigate(isSignedIn ? '/konto' : '/einrichten/schritte', { replace: true });
  };
  return (
    <ActionForm action={action} context="municipality" fields={[...accountFields, 'account', 'officeName']} onSubmit={() => void submit()}>
      {isSignedIn ? <Notice title={t('municipality.accept.as', { name: session.person.displayName })}>{t('municipality.accept.as-text')}</Notice> : <AccountFields draft={account} onChange={setAccount} problems={action.problems} />}
      <TextField name="office" autoComplete="off" label={t('municipality.begin.office')} hint={t('municipality.begin.office-hint')} value={officeName} onChange={setOfficeName} isRequired error={problemAt(action.problems, 'officeName', 'municipality', t)} />
      <div className="kw-button-group">
        <Button type="submit" variant="primary" isPending={action.isPending} pendingText={t('municipality.form.saving')}>{t('municipality.accept.submit')}</Button>
      </div>
    </ActionForm>
  );
}

/** Takes a municipality over that was begun for one: opened by the link of whoever runs the installation. */
export default function AcceptPage() {
  const t = useText();
  const token = useLinkToken();
  const session = useShellSession();
  const { data, error, refetch } = useQuery(SetupLinkDocument, { variables: { purpose: 'MUNICIPALITY', token }, skip: token === '', fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  const state = token === '' ? 'UNKNOWN' : data?.setupLink.state;
  const name = data?.setupLink.municipalityName;
  const isKnown = state && session.status !== 'loading';
  return (
    <div className="kw-narrow">
      <PageHeader title={name ? t('municipality.accept.title', { municipality: name }) : t('municipality.begin.title')}>{state === 'OPEN' ? t('municipality.accept.lead') : null}</PageHeader>
      {error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : null}
      {!isKnown && !error ? <Loading /> : null}
      {isKnown && state === 'OPEN' ? <AcceptForm token={token} /> : null}
      {isKnown && state && state !== 'OPEN' ? <LinkNotice state={state} advice={t('municipality.accept.advice')} /> : null}
    </div>
  );
}
