import { useQuery } from '@apollo/client/react';
import type { InstallationQuery } from '@konzeptwerkstatt/web-data';
import { CreateMunicipalityDocument, InstallationDocument, RemoveExampleMunicipalityDocument, RenewMunicipalityLinkDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, NotFoundPage, problemAt, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, LinkButton, Loading, Notice, PageHeader, showToast, StatusTag, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../catalogue.js';
import '../municipality.css';
import { InstallationOperators } from './installation-operators.js';
import { emptyFacts, FactsFields, factsFields } from '../forms/facts-fields.js';

type Viewer = NonNullable<InstallationQuery['viewer']>;
type Entry = NonNullable<Viewer['installation']>['municipalities']['edges'][number]['node'];

const formId = 'kommune-anlegen';
const removeId = 'beispiel-entfernen';

/** The link for a municipality's first administrator, for the only time it can be seen. */
function IssuedLink({ name, token }: { name: string; token: string }) {
  const t = useText();
  const link = `${globalThis.location.origin}/uebernehmen#${token}`;
  return (
    <Notice tone="warning" live title={t('municipality.installation.link-title', { municipality: name })}>
      <p>{t('municipality.installation.link-text')}</p>
      <TextField label={t('municipality.installation.link')} value={link} isReadOnly onFocus={(event) => { if (event.target instanceof HTMLInputElement) event.target.select(); }} />
    </Notice>
  );
}

function CreateDialog({ counties, onClose, onCreated }: { counties: Viewer['counties']; onClose: () => void; onCreated: (name: string, token: string | null) => void }) {
  const t = useText();
  const action = useAction(CreateMunicipalityDocument, 'createMunicipality', ['Installation']);
  const [draft, setDraft] = useState(emptyFacts);
  const submit = async () => {
    const payload = await action.run(draft);
    if (payload?.municipality) onCreated(payload.municipality.name, payload.token);
  };
  const footer = <><Button onPress={onClose}>{t('municipality.form.cancel')}</Button><Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('municipality.form.saving')}>{t('municipality.installation.create')}</Button></>;
  return (
    <Dialog title={t('municipality.installation.create')} isOpen onClose={onClose} footer={footer}>
      <ActionForm id={formId} action={action} context="municipality" fields={factsFields} onSubmit={() => void submit()}>
        <FactsFields draft={draft} onChange={setDraft} problems={action.problems} counties={counties} />
      </ActionForm>
    </Dialog>
  );
}

function RemoveDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const t = useText();
  const { id, name } = entry.municipality;
  const action = useAction(RemoveExampleMunicipalityDocument, 'removeExampleMunicipality', ['Installation']);
  const [typed, setTyped] = useState('');
  const submit = async () => {
    if (!(await action.run({ municipalityId: id, confirmation: typed }))) return;
    showToast(t('municipality.installation.removed', { municipality: name }));
    onClose();
  };
  const footer = <><Button onPress={onClose}>{t('municipality.form.cancel')}</Button><Button variant="danger" type="submit" form={removeId} isPending={action.isPending} pendingText={t('municipality.form.saving')}>{t('municipality.installation.remove')}</Button></>;
  return (
    <Dialog title={t('municipality.installation.remove-title', { municipality: name })} isOpen onClose={onClose} footer={footer} role="alertdialog">
      <ActionForm id={removeId} action={action} context="municipality" fields={['confirmation']} onSubmit={() => void submit()}>
        <p>{t('municipality.installation.remove-text')}</p>
        <TextField label={t('municipality.installation.remove-confirm', { municipality: name })} value={typed} onChange={setTyped} autoComplete="off" isRequired error={problemAt(action.problems, 'confirmation', 'municipality', t)} />
      </ActionForm>
    </Dialog>
  );
}

function EntryRow({ entry, onLink, onRemove }: { entry: Entry; onLink: (name: string, token: string | null) => void; onRemove: () => void }) {
  const t = useText();
  const { municipality, countyName, hasAdministrator } = entry;
  const action = useAction(RenewMunicipalityLinkDocument, 'renewMunicipalityLink', ['Installation']);
  const renew = async () => {
    const payload = await action.run({ municipalityId: municipality.id });
    if (payload) onLink(municipality.name, payload.token);
  };
  const kind = municipality.kind ? t(`municipality.kind.${municipality.kind}`) : null;
  return (
    <li className="kw-installed">
      <div>
        <strong>{municipality.name}</strong>{' '}
        {municipality.isExample ? <StatusTag icon="info">{t('municipality.installation.example')}</StatusTag> : null}{' '}
        {hasAdministrator ? null : <StatusTag tone="warning">{t('municipality.installation.waiting')}</StatusTag>}
        <p className="kw-muted">{[municipality.ags, kind, countyName].filter(Boolean).join(' · ')}</p>
        <ActionNotice action={action} context="municipality" />
      </div>
      {hasAdministrator ? null : <Button size="small" onPress={() => void renew()} isPending={action.isPending} pendingText={t('municipality.form.saving')}>{t('municipality.installation.renew')}</Button>}
      {municipality.isExample ? <Button size="small" onPress={onRemove}>{t('municipality.installation.remove')}</Button> : null}
    </li>
  );
}

/** The municipalities of this installation, for whoever runs it. */
export default function InstallationPage() {
  const t = useText();
  const { data, error, refetch, fetchMore } = useQuery(InstallationDocument, { fetchPolicy: 'cache-and-network' });
  const [isCreating, setIsCreating] = useState(false);
  const [removed, setRemoved] = useState<Entry | null>(null);
  const [issued, setIssued] = useState<{ name: string; token: string } | null>(null);
  const viewer = data?.viewer;
  if (error && !viewer) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  if (!viewer) return <Loading lines={5} />;
  if (!viewer.installation) return <NotFoundPage />;
  const { edges, pageInfo } = viewer.installation.municipalities;
  const show = (name: string, token: string | null) => { if (token) setIssued({ name, token }); };
  return (
    <>
      <PageHeader title={t('shell.title.installation')} actions={<><LinkButton href="/installation/betrieb" icon="chart">{t('municipality.health.open')}</LinkButton><Button variant="primary" icon="add" onPress={() => setIsCreating(true)}>{t('municipality.installation.create')}</Button></>}>{t('municipality.installation.lead')}</PageHeader>
      <div className="kw-stack">
        {issued ? <IssuedLink {...issued} /> : null}
        <ul className="kw-plain-list">{edges.map(({ node }) => <EntryRow key={node.id} entry={node} onLink={show} onRemove={() => setRemoved(node)} />)}</ul>
        {pageInfo.hasNextPage ? <div><Button onPress={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}>{t('municipality.installation.more')}</Button></div> : null}
        <InstallationOperators operators={viewer.installation.operators} />
      </div>
      {isCreating ? <CreateDialog counties={viewer.counties} onClose={() => setIsCreating(false)} onCreated={(name, token) => { setIsCreating(false); show(name, token); }} /> : null}
      {removed ? <RemoveDialog entry={removed} onClose={() => setRemoved(null)} /> : null}
    </>
  );
}
