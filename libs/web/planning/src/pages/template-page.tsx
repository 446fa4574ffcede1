import { useQuery } from '@apollo/client/react';
import { ProcessTemplatePageDocument, StartProcessDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, NotFoundPage, problemAt, RequestFailureNotice, usePageTitle } from '@konzeptwerkstatt/web-shell';
import { Button, Loading, Original, PageHeader, Section, showToast, StatusTag, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import '../catalogue.js';
import { anchorVariables } from '../templates/anchor.js';
import type { Anchor } from '../templates/anchor.js';
import { AnchorForm } from '../templates/anchor-form.js';
import { TemplatePreview, type Template } from '../templates/template-preview.js';

const empty: Anchor = { way: 'decision', day: '', month: '' };

function StartForm({ template, anchor, onAnchor, leaveOut }: { template: Template; anchor: Anchor; onAnchor: (anchor: Anchor) => void; leaveOut: readonly string[] }) {
  const t = useText();
  const navigate = useNavigate();
  const action = useAction(StartProcessDocument, 'startProcess', ['ProcessList', 'ConceptList']);
  const [title, setTitle] = useState('');
  const problem = (field: string) => problemAt(action.problems, field, 'planning', t);
  const submit = async () => {
    const payload = await action.run({ templateKey: template.key, title, ...anchorVariables(anchor), leaveOut: [...leaveOut] });
    if (!payload) return;
    showToast(t('planning.start.done'));
    void navigate(payload.process ? `/prozesse/${payload.process.uuid}` : '/prozesse');
  };
  return (
    <ActionForm action={action} context="planning" fields={['title', 'decisionDay', 'startMonth']} onSubmit={() => void submit()}>
      <TextField label={t('planning.start.title')} hint={t('planning.start.title-hint')} value={title} onChange={setTitle} isRequired error={problem('title')} />
      <AnchorForm anchor={anchor} onChange={onAnchor} decisionTitle={template.decisionTitle} problem={problem} />
      <p className="kw-muted">{t('planning.start.later')}</p>
      <div><Button variant="primary" type="submit" isPending={action.isPending} pendingText={t('planning.start.pending')}>{t('planning.start.submit')}</Button></div>
    </ActionForm>
  );
}

function TemplateView({ template, anchor, onAnchor }: { template: Template; anchor: Anchor; onAnchor: (anchor: Anchor) => void }) {
  const t = useText();
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  usePageTitle(template.title);
  const toggle = (key: string, isIn: boolean) => setOut((known) => {
    const next = new Set(known);
    if (isIn) next.delete(key);
    else next.add(key);
    return next;
  });
  return (
    <>
      <PageHeader
        title={template.title}
        preline={template.exampleName ? t('planning.template.follows', { name: template.exampleName }) : t('planning.template.own')}
        breadcrumbs={[{ label: t('planning.list.title'), href: '/prozesse' }, { label: t('planning.templates.title'), href: '/prozesse/vorlagen' }, { label: template.title }]}
        status={<>{template.isStanding ? <StatusTag>{t('planning.template.standing')}</StatusTag> : null}{template.isYearly ? <StatusTag>{t('planning.template.yearly')}</StatusTag> : null}</>}
      >
        <Original>{template.summary}</Original>
      </PageHeader>
      <Section title={t('planning.start.head')}><StartForm template={template} anchor={anchor} onAnchor={onAnchor} leaveOut={[...out]} /></Section>
      <TemplatePreview template={template} choice={{ isOut: (key) => out.has(key), onToggle: toggle }} />
    </>
  );
}

/** A template with everything in it, and the form that begins a process from it. */
export default function TemplatePage() {
  const { templateKey = '' } = useParams();
  const [anchor, setAnchor] = useState(empty);
  const { data, previousData, error, refetch } = useQuery(ProcessTemplatePageDocument, { variables: { key: templateKey, ...anchorVariables(anchor) } });
  // While other times are counted the page stays as it is.
  const template = (data ?? previousData)?.processTemplate;
  if (template) return <TemplateView template={template} anchor={anchor} onAnchor={setAnchor} />;
  if (error) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  return data ? <NotFoundPage /> : <Loading lines={8} />;
}
