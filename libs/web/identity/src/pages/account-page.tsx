import { useQuery } from '@apollo/client/react';
import { AccountDocument } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { LinkButton, Loading, PageHeader, Section, useText } from '@konzeptwerkstatt/web-ui';
import '../catalogue.js';
import { ApiTokens } from '../account/api-tokens.js';
import { ChangeEmail } from '../account/change-email.js';
import { ChangePassword } from '../account/change-password.js';
import { LinkedAccounts } from '../account/linked-accounts.js';
import { MunicipalitySettings } from '../account/municipality-settings.js';
import { MyOrganisations } from '../account/my-organisations.js';
import { PasswordNeeded } from '../account/password-needed.js';
import { PersonalDataSection } from '../account/personal-data.js';
import { Sessions } from '../account/sessions.js';

/** One's own account: for whom one acts, where one is signed in, password, access for programs. */
export default function AccountPage() {
  const t = useText();
  const { data, error, refetch } = useQuery(AccountDocument);
  const viewer = data?.viewer;
  return (
    <>
      <PageHeader title={t('identity.account.title')}>{viewer ? `${viewer.person.displayName} · ${viewer.person.email}` : null}</PageHeader>
      <MyOrganisations />
      {error && !viewer ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : null}
      {!viewer && !error ? <Loading lines={6} /> : null}
      {viewer ? (
        <>
          <Sessions sessions={viewer.sessions.edges.map(({ node }) => node)} />
          <LinkedAccounts />
          <Section title={t('identity.account.mails')} description={t('identity.account.mails-text')}>
            <div className="kw-button-group"><LinkButton href="/benachrichtigungen">{t('identity.account.mails-open')}</LinkButton></div>
          </Section>
          {/* Who has no password yet is told so beside the account of her house. */}
          {viewer.hasPassword ? <><ChangePassword email={viewer.person.email} /><ChangeEmail /></> : null}
          {viewer.mayAdminister ? <MunicipalitySettings municipality={viewer.municipality} /> : null}
          {viewer.isProviderSession ? <PasswordNeeded title="identity.tokens.title" /> : <ApiTokens tokens={viewer.apiTokens.edges.map(({ node }) => node)} />}
          <PersonalDataSection isProviderSession={viewer.isProviderSession} hasPassword={viewer.hasPassword} />
        </>
      ) : null}
    </>
  );
}
