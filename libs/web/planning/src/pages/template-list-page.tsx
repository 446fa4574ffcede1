import { useQuery } from '@apollo/client/react';
import { ProcessTemplatesDocument, RemoveProcessTemplateDocument, useAction } from '@konzeptwerkstatt/web-data';
import type { ProcessTemplatesQuery } from '@konzeptwerkstatt/web-data';
import { ActionNotice, NotFoundPage, RequestFailureNotice, useShellSession } from '@konzeptwerkstatt/web-shell';
import { Button, Card, CardGrid, ConfirmDialog, EmptyState, Loading, Original, PageHeader, Section, showToast, StatusTag, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../catalogue.js';
import { ImportTemplate } from '../templates/import-template.js';

type Template = ProcessTemplatesQuery['processTemplates'][number];

const kinds = ['LARGE_CITY', 'CITY', 'COUNTY', 'SMALL_MUNICIPALITY'] as const;

function RemoveTemplate({ template }: { template: Template }) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  const action = useAction(RemoveProcessTemplateDocument, 'removeProcessTemplate', ['ProcessTemplates']);
  const remove = async () => {
    if (await action.run({ templateKey: template.key })) showToast(t('planning.templates.removed', { title: template.title }));
    setIsAsking(false);
  };
  return (
    <>
      <Button size="small" icon="remove" onPress={() => setIsAsking(true)} aria-label={t('planning.templates.remove', { title: template.title })}>{t('planning.bodies.remove')}</Button>
      <ActionNotice action={action} context="planning" />
      <ConfirmDialog isOpen={isAsking} onCancel={() => setIsAsking(false)} onConfirm={() => void remove()} isDangerous title={t('planning.templates.remove-title')} confirmLabel={t('planning.templates.remove-confirm')} isPending={action.isPending}>
        {t('planning.templates.remove-text', { title: template.title })}
      </ConfirmDialog>
    </>
  );
}

function TemplateCard({ template }: { template: Template }) {
  const t = useText();
  return (
    <Card
      preline={template.exampleName ? t('planning.template.follows', { name: template.exampleName }) : t('planning.template.own')}
      title={<Original>{template.title}</Original>}
      href={`/prozesse/vorlagen/${template.key}`}
      footer={template.isStanding || template.isYearly ? <>{template.isStanding ? <StatusTag>{t('planning.template.standing')}</StatusTag> : null}{template.isYearly ? <StatusTag>{t('planning.template.yearly')}</StatusTag> : null}</> : null}
    >
      <p><Original>{template.suits || template.summary}</Original></p>
    </Card>
  );
}

/** Templates to begin a process from, by the kind of municipality they are made for. */
export default function TemplateListPage() {
  const t = useText();
  const session = useShellSession();
  const mayStart = session.status === 'signed-in' && session.mayAdminister;
  const { data, error, refetch } = useQuery(ProcessTemplatesDocument, { skip: !mayStart });
  if (session.status === 'signed-in' && !mayStart) return <NotFoundPage />;
  const templates = data?.processTemplates ?? [];
  const own = templates.filter(({ isOwn }) => isOwn);
  return (
    <>
      <PageHeader title={t('planning.templates.title')} breadcrumbs={[{ label: t('planning.list.title'), href: '/prozesse' }, { label: t('planning.templates.title') }]}>{t('planning.templates.lead')}</PageHeader>
      {error && !data ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={6} /> : null}
      {data ? kinds.map((kind) => (
        <Section key={kind} title={t(`planning.template-kind.${kind}`)}>
          <CardGrid>{templates.filter((template) => !template.isOwn && template.kind === kind).map((template) => <TemplateCard key={template.key} template={template} />)}</CardGrid>
        </Section>
      )) : null}
      {data ? (
        <Section title={t('planning.templates.own')} description={t('planning.templates.own-lead')} actions={<ImportTemplate />}>
          {own.length === 0 ? <EmptyState title={t('planning.templates.own-empty')}>{t('planning.templates.own-empty-text')}</EmptyState> : (
            <ul className="kw-rows">
              {own.map((template) => <li key={template.key}><TextLink href={`/prozesse/vorlagen/${template.key}`}><Original>{template.title}</Original></TextLink><RemoveTemplate template={template} /></li>)}
            </ul>
          )}
        </Section>
      ) : null}
    </>
  );
}
