import { useQuery } from '@apollo/client/react';
import type { LegalPageKind, MunicipalitySettingsQuery } from '@konzeptwerkstatt/web-data';
import { MunicipalitySettingsDocument, SetLegalPageDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, NotFoundPage, problemAt, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, Loading, Notice, PageHeader, Section, showToast, TextArea, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import '../catalogue.js';
import '../municipality.css';
import { legalDraft } from '../legal/legal-drafts.js';
import { legalKindOf, legalPath } from '../legal/legal-kinds.js';
import { LegalText } from '../legal/legal-text.js';

type Viewer = NonNullable<MunicipalitySettingsQuery['viewer']>;

function LegalEditor({ kind, viewer }: { kind: LegalPageKind; viewer: Viewer }) {
  const t = useText();
  const action = useAction(SetLegalPageDocument, 'setLegalPage', ['MunicipalitySettings']);
  const page = viewer.legalPages.find((candidate) => candidate.kind === kind);
  const [text, setText] = useState(page?.text ?? legalDraft(kind, viewer.municipality.name));
  const [version, setVersion] = useState(page?.version ?? 0);
  const save = async (isPublished: boolean) => {
    const payload = await action.run({ kind, text, isPublished, expectedVersion: version });
    if (!payload?.page) return;
    setVersion(payload.page.version);
    showToast(t(isPublished ? 'municipality.legal.now-published' : 'municipality.form.saved'));
  };
  return (
    <div className="kw-stack">
      {page ? null : <Notice title={t('municipality.legal.draft')}>{t('municipality.legal.draft-text')}</Notice>}
      <ActionForm action={action} context="municipality" fields={['text']} onSubmit={() => void save(page?.isPublished ?? false)}>
        <TextArea label={t('municipality.legal.text')} hint={t('municipality.legal.text-hint')} rows={22} value={text} onChange={setText} error={problemAt(action.problems, 'text', 'municipality', t)} />
        <div className="kw-button-group">
          <Button type="submit" isPending={action.isPending} pendingText={t('municipality.form.saving')}>{t('municipality.form.save')}</Button>
          {page?.isPublished ? <Button onPress={() => void save(false)}>{t('municipality.legal.withdraw')}</Button> : <Button variant="primary" onPress={() => void save(true)}>{t('municipality.legal.publish')}</Button>}
        </div>
      </ActionForm>
      <Section title={t('municipality.legal.preview')}><LegalText text={text} /></Section>
    </div>
  );
}

/** Changes one of the pages that the municipality answers for. */
export default function LegalEditorPage() {
  const t = useText();
  const kind = legalKindOf(useParams()['kind']);
  const { data, error, refetch } = useQuery(MunicipalitySettingsDocument, { fetchPolicy: 'cache-and-network' });
  const viewer = data?.viewer;
  if (error && !viewer) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  if (!viewer) return <Loading lines={5} />;
  if (!viewer.mayAdminister || !kind) return <NotFoundPage />;
  return (
    <div className="kw-narrow">
      <PageHeader breadcrumbs={[{ label: t('shell.title.settings'), href: '/einstellungen' }, { label: t(`municipality.legal.${kind}`) }]} title={t(`municipality.legal.${kind}`)}>{t('municipality.legal.shown-at', { address: `/${legalPath(kind)}` })}</PageHeader>
      <LegalEditor key={kind} kind={kind} viewer={viewer} />
    </div>
  );
}
