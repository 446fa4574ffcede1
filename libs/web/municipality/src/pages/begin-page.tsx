import { useApolloClient, useQuery } from '@apollo/client/react';
import { SetUpInstallationDocument, SetupLinkDocument, useAction, ViewerDocument } from '@konzeptwerkstatt/web-data';
import { ActionForm, LinkNotice, problemAt, RequestFailureNotice, useShellSession } from '@konzeptwerkstatt/web-shell';
import { Button, LinkButton, Loading, Notice, PageHeader, Section, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import '../catalogue.js';
import '../municipality.css';
import { AccountFields, accountFields, emptyAccount } from '../forms/account-fields.js';
import { emptyFacts, FactsFields, factsFields } from '../forms/facts-fields.js';
import { useLinkToken } from '../forms/use-link-token.js';

function BeginForm({ token }: { token: string }) {
  const t = useText();
  const client = useApolloClient();
  const navigate = useNavigate();
  const action = useAction(SetUpInstallationDocument, 'setUpInstallation');
  const [account, setAccount] = useState(emptyAccount);
  const [facts, setFacts] = useState(emptyFacts);
  const [officeName, setOfficeName] = useState(t('municipality.begin.office-suggestion'));
  const submit = async () => {
    const payload = await action.run({ token, ...account, municipalityName: facts.name, ags: facts.ags, kind: facts.kind, officeName });
    if (!payload?.viewer) return;
    client.writeQuery({ query: ViewerDocument, data: { viewer: payload.viewer } });
    void navigate('/einrichten/schritte', { replace: true });
  };
  return (
    <ActionForm action={action} context="municipality" fields={[...accountFields, ...factsFields, 'officeName']} onSubmit={() => void submit()}>
      <Section title={t('municipality.begin.account')}><div className="kw-form"><AccountFields draft={account} onChange={setAccount} problems={action.problems} /></div></Section>
      <Section title={t('municipality.begin.municipality')}>
        <div className="kw-form">
          <FactsFields draft={facts} onChange={setFacts} problems={action.problems} />
          <TextField name="office" autoComplete="off" label={t('municipality.begin.office')} hint={t('municipality.begin.office-hint')} value={officeName} onChange={setOfficeName} isRequired error={problemAt(action.problems, 'officeName', 'municipality', t)} />
        </div>
      </Section>
      <div className="kw-button-group">
        <Button type="submit" variant="primary" isPending={action.isPending} pendingText={t('municipality.form.saving')}>{t('municipality.begin.submit')}</Button>
      </div>
    </ActionForm>
  );
}

/** Begins an installation: opened by the link that the server prints. */
export default function BeginPage() {
  const t = useText();
  const token = useLinkToken();
  const session = useShellSession();
  const { data, error, refetch } = useQuery(SetupLinkDocument, { variables: { purpose: 'INSTALLATION', token }, skip: token === '', fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  const state = token === '' ? 'UNKNOWN' : data?.setupLink.state;
  return (
    <div className="kw-narrow">
      <PageHeader title={t('municipality.begin.title')}>{state === 'OPEN' ? t('municipality.begin.lead') : null}</PageHeader>
      {error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : null}
      {!state && !error ? <Loading /> : null}
      {state === 'OPEN' ? <BeginForm token={token} /> : null}
      {state && state !== 'OPEN' ? <LinkNotice state={state} advice={t('municipality.begin.advice')} /> : null}
      {session.status === 'signed-in' && session.hasOpenSetup && state !== 'OPEN' ? (
        <Notice title={t('municipality.begin.go-on')} actions={<LinkButton size="small" href="/einrichten/schritte">{t('municipality.begin.go-on-link')}</LinkButton>} />
      ) : null}
    </div>
  );
}
