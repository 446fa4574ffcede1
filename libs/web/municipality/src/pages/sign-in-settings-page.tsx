import { useQuery } from '@apollo/client/react';
import type { SignInConfigurationFactsFragment } from '@konzeptwerkstatt/web-data';
import { SignInSettingsDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { DescriptionList, Loading, Notice, PageHeader, Section, useText } from '@konzeptwerkstatt/web-ui';
import '../catalogue.js';
import '../municipality.css';
import { SignInForm } from '../forms/sign-in-form.js';

/** What whoever runs the provider has to enter there. */
function Registration({ registration }: { registration: SignInConfigurationFactsFragment['registration'] }) {
  const t = useText();
  const address = (value: string) => <code className="kw-address" dir="ltr">{value}</code>;
  return (
    <DescriptionList
      items={[
        { term: t('municipality.sign-in.callback'), value: address(registration.callback) },
        { term: t('municipality.sign-in.after-logout'), value: address(registration.afterLogout) },
        { term: t('municipality.sign-in.backchannel'), value: registration.backchannelLogout ? address(registration.backchannelLogout) : t('municipality.sign-in.backchannel-later') },
      ]}
    />
  );
}

/** How people of the municipality sign in with accounts of their own house, for its administrators. */
export default function SignInSettingsPage() {
  const t = useText();
  const { data, error, refetch } = useQuery(SignInSettingsDocument, { fetchPolicy: 'cache-and-network' });
  const viewer = data?.viewer;
  if (error && !viewer) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  if (!viewer) return <Loading lines={5} />;
  if (!viewer.mayAdminister || !viewer.signInConfiguration) return <NotFoundPage />;
  const { settings, registration } = viewer.signInConfiguration;
  return (
    <div className="kw-narrow">
      <PageHeader title={t('shell.title.sign-in-settings')} breadcrumbs={[{ label: t('shell.title.settings'), href: '/einstellungen' }, { label: t('shell.title.sign-in-settings') }]}>{viewer.municipality?.name}</PageHeader>
      <div className="kw-stack">
        <Notice title={t('municipality.sign-in.local-stays')}>{t('municipality.sign-in.local-stays-text')}</Notice>
        <Section title={t('municipality.sign-in.registration')} description={t('municipality.sign-in.registration-hint')}><Registration registration={registration} /></Section>
        <Section title={t('municipality.sign-in.title')} description={t('municipality.sign-in.hint')}><SignInForm settings={settings ?? null} /></Section>
      </div>
    </div>
  );
}
