import type { ApiTokenFactsFragment } from '@konzeptwerkstatt/web-data';
import { RevokeApiTokenDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import type { Column } from '@konzeptwerkstatt/web-ui';
import { Button, ConfirmDialog, DataTable, EmptyState, Section, showToast, StatusTag, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { IssueApiToken } from './issue-api-token.js';

/** Access for programs that act in one's name. */
export function ApiTokens({ tokens }: { tokens: readonly ApiTokenFactsFragment[] }) {
  const t = useText();
  const { day, ago } = useLanguage();
  const action = useAction(RevokeApiTokenDocument, 'revokeApiToken', ['Account']);
  const [asked, setAsked] = useState<ApiTokenFactsFragment | null>(null);
  const [isIssuing, setIsIssuing] = useState(false);

  const revoke = async () => {
    if (asked && (await action.run({ apiTokenId: asked.id }))) showToast(t('identity.tokens.revoked', { name: asked.name }));
    setAsked(null);
  };
  const isOver = (token: ApiTokenFactsFragment) => new Date(token.expiresAt).getTime() <= Date.now();

  const columns: Column<ApiTokenFactsFragment>[] = [
    { id: 'name', header: t('identity.tokens.name'), isRowHeader: true, cell: (token) => <bdi>{token.name}</bdi> },
    { id: 'created', header: t('identity.tokens.created'), cell: (token) => day(token.createdAt, 'medium') },
    { id: 'used', header: t('identity.tokens.used'), cell: (token) => (token.lastUsedAt ? ago(token.lastUsedAt) : t('identity.tokens.never')) },
    { id: 'expires', header: t('identity.tokens.expires'), cell: (token) => (isOver(token) ? <StatusTag tone="warning">{t('identity.tokens.over')}</StatusTag> : day(token.expiresAt, 'medium')) },
    { id: 'revoke', header: t('identity.tokens.action'), cell: (token) => <Button size="small" onPress={() => setAsked(token)}>{t('identity.tokens.revoke')}<span className="kw-visually-hidden">: {token.name}</span></Button> },
  ];
  return (
    <Section title={t('identity.tokens.title')} description={t('identity.tokens.hint')} actions={<Button size="small" icon="add" onPress={() => setIsIssuing(true)}>{t('identity.tokens.issue')}</Button>}>
      <ActionNotice action={action} context="identity" />
      <DataTable caption={t('identity.tokens.title')} columns={columns} groups={[{ id: 'all', rows: tokens }]} rowId={(token) => token.id}
        empty={<EmptyState icon="settings" title={t('identity.tokens.none')}>{t('identity.tokens.none-text')}</EmptyState>} />
      {isIssuing ? <IssueApiToken onClose={() => setIsIssuing(false)} /> : null}
      <ConfirmDialog isOpen={asked !== null} isDangerous isPending={action.isPending} title={t('identity.tokens.revoke-title', { name: asked?.name ?? '' })} confirmLabel={t('identity.tokens.revoke-confirm')}
        onConfirm={() => void revoke()} onCancel={() => setAsked(null)}>
        <p>{t('identity.tokens.revoke-text')}</p>
      </ConfirmDialog>
    </Section>
  );
}
