import { useQuery } from '@apollo/client/react';
import type { MunicipalitySettingsQuery } from '@konzeptwerkstatt/web-data';
import { DescribeMunicipalityDocument, MunicipalitySettingsDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, NotFoundPage, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, Loading, PageHeader, Section, showToast, StatusTag, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../catalogue.js';
import '../municipality.css';
import { emptyFacts, FactsFields, factsFields } from '../forms/facts-fields.js';
import { LookForm } from '../forms/look-form.js';
import { WordingForm } from '../forms/wording-form.js';
import { legalKinds, legalPath } from '../legal/legal-kinds.js';

type Viewer = NonNullable<MunicipalitySettingsQuery['viewer']>;

function Facts({ viewer: { municipality, counties } }: { viewer: Viewer }) {
  const t = useText();
  const action = useAction(DescribeMunicipalityDocument, 'describeMunicipality');
  const { name, ags, kind, county } = municipality;
  const [draft, setDraft] = useState({ ...emptyFacts, name, ags: ags ?? '', kind: kind ?? emptyFacts.kind, countyId: county?.id ?? null });
  const submit = async () => {
    if (await action.run(draft)) showToast(t('municipality.form.saved'));
  };
  return (
    <ActionForm action={action} context="municipality" fields={factsFields} onSubmit={() => void submit()}>
      <FactsFields draft={draft} onChange={setDraft} problems={action.problems} counties={counties} />
      <div className="kw-button-group"><Button type="submit" isPending={action.isPending} pendingText={t('municipality.form.saving')}>{t('municipality.form.save')}</Button></div>
    </ActionForm>
  );
}

function LegalList({ viewer }: { viewer: Viewer }) {
  const t = useText();
  return (
    <ul className="kw-plain-list">
      {legalKinds.map((kind) => (
        <li key={kind}>
          <TextLink href={`/einstellungen/seiten/${legalPath(kind)}`}>{t(`municipality.legal.${kind}`)}</TextLink>{' '}
          {viewer.legalPages.some((page) => page.kind === kind && page.isPublished) ? <StatusTag tone="success">{t('municipality.legal.published')}</StatusTag> : <StatusTag>{t('municipality.legal.not-published')}</StatusTag>}
        </li>
      ))}
    </ul>
  );
}

/** Everything an administrator can change of her municipality later. */
export default function SettingsPage() {
  const t = useText();
  const { data, error, refetch } = useQuery(MunicipalitySettingsDocument, { fetchPolicy: 'cache-and-network' });
  const viewer = data?.viewer;
  if (error && !viewer) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  if (!viewer) return <Loading lines={5} />;
  if (!viewer.mayAdminister) return <NotFoundPage />;
  const { municipality } = viewer;
  return (
    <div className="kw-narrow">
      <PageHeader title={t('shell.title.settings')}>{municipality.name}</PageHeader>
      <Section title={t('municipality.settings.facts')}><Facts viewer={viewer} /></Section>
      {municipality.kind === 'COUNTY' ? (
        <Section title={t('municipality.settings.members')} description={municipality.memberOrganisations.length === 0 ? undefined : t('municipality.settings.members-hint')}>
          {municipality.memberOrganisations.length === 0 ? <p>{t('municipality.settings.no-members')}</p> : (
            <ul>{municipality.memberOrganisations.map(({ id, uuid, name }) => <li key={id}><TextLink href={`/organisationen/${uuid}`}><bdi>{name}</bdi></TextLink></li>)}</ul>
          )}
        </Section>
      ) : null}
      <Section title={t('municipality.step.LOOK')} description={t('municipality.step-text.LOOK')}><LookForm municipality={municipality} /></Section>
      <Section title={t('municipality.step.WORDING')} description={t('municipality.step-text.WORDING')}><WordingForm municipality={municipality} submitLabel={t('municipality.form.save')} /></Section>
      <Section title={t('municipality.settings.sign-in')} description={t('municipality.settings.sign-in-hint')}><TextLink href="/einstellungen/anmeldung">{t('municipality.settings.sign-in-link')}</TextLink></Section>
      <Section title={t('municipality.settings.legal')} description={t('municipality.settings.legal-hint')}><LegalList viewer={viewer} /></Section>
    </div>
  );
}
