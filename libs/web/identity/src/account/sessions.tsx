import type { AccountQuery } from '@konzeptwerkstatt/web-data';
import { EndSessionDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import type { Column } from '@konzeptwerkstatt/web-ui';
import { Button, ConfirmDialog, DataTable, Section, showToast, StatusTag, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

type Session = NonNullable<AccountQuery['viewer']>['sessions']['edges'][number]['node'];

/** Where one is signed in. Others can be ended, e.g. one on a shared device. */
export function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const t = useText();
  const { instant, ago } = useLanguage();
  const action = useAction(EndSessionDocument, 'endSession', ['Account']);
  const [asked, setAsked] = useState<readonly Session[]>([]);
  const others = sessions.filter(({ isCurrent }) => !isCurrent);

  const end = async () => {
    const ended: Session[] = [];
    for (const session of asked) if (await action.run({ sessionId: session.id })) ended.push(session);
    if (ended.length > 0) showToast(t('identity.sessions.ended', { count: ended.length }));
    setAsked([]);
  };

  const columns: Column<Session>[] = [
    { id: 'device', header: t('identity.sessions.device'), isRowHeader: true, cell: (session) => <bdi>{session.deviceLabel}</bdi> },
    { id: 'since', header: t('identity.sessions.since'), cell: (session) => instant(session.createdAt) },
    { id: 'seen', header: t('identity.sessions.seen'), cell: (session) => ago(session.lastSeenAt) },
    {
      id: 'end',
      header: t('identity.sessions.action'),
      cell: (session) =>
        session.isCurrent ? (
          <StatusTag tone="success">{t('identity.sessions.current')}</StatusTag>
        ) : (
          <Button size="small" onPress={() => setAsked([session])}>{t('identity.sessions.end')}<span className="kw-visually-hidden">: {session.deviceLabel}</span></Button>
        ),
    },
  ];
  return (
    <Section
      title={t('identity.sessions.title')}
      description={t('identity.sessions.hint')}
      actions={others.length > 1 ? <Button size="small" icon="sign-out" onPress={() => setAsked(others)}>{t('identity.sessions.end-others')}</Button> : undefined}
    >
      <ActionNotice action={action} context="identity" />
      <DataTable caption={t('identity.sessions.title')} columns={columns} groups={[{ id: 'all', rows: sessions }]} rowId={(session) => session.id} />
      <ConfirmDialog isOpen={asked.length > 0} isDangerous isPending={action.isPending} title={t('identity.sessions.end-title', { count: asked.length })}
        confirmLabel={t('identity.sessions.end-confirm')} onConfirm={() => void end()} onCancel={() => setAsked([])}>
        <p>{t('identity.sessions.end-text')}</p>
        <ul>{asked.map((session) => <li key={session.id}>{t('identity.sessions.row', { device: session.deviceLabel, seen: ago(session.lastSeenAt) })}</li>)}</ul>
      </ConfirmDialog>
    </Section>
  );
}
