import { useQuery } from '@apollo/client/react';
import type { NotificationsQuery } from '@konzeptwerkstatt/web-data';
import { MarkNotificationsReadDocument, NotificationsDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, EmptyState, Loading, Original, PageHeader, Section, StatusTag, TextLink, useLanguage, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import '../catalogue.js';
import { MailChoices } from '../mail-choices.js';
import '../notification.css';

type Notification = NonNullable<NotificationsQuery['viewer']>['notifications']['edges'][number]['node'];

/** One thing one is told; opening it counts as having seen it. */
function Line({ notification: { kind, title, path, dueAt, createdAt, isRead }, onOpen }: { notification: Notification; onOpen: () => void }) {
  const t = useText();
  const { ago } = useLanguage();
  const { due } = useTownTime();
  return (
    <li className="kw-notification" data-unread={!isRead}>
      <p>
        <TextLink href={path} onPress={onOpen}>{t(`notification.kind.${kind}`)}</TextLink>
        {isRead ? null : <> <StatusTag tone="info" icon={null}>{t('notification.list.new')}</StatusTag></>}
      </p>
      {title === null ? null : <p><Original>{title}</Original></p>}
      <p className="kw-muted">{dueAt ? `${t('notification.list.until', { moment: due(dueAt) })} · ` : ''}{ago(createdAt)}</p>
    </li>
  );
}

/** All one is told, newest first, and how one wants to be told. */
export default function NotificationsPage() {
  const t = useText();
  const { data, error, refetch, fetchMore } = useQuery(NotificationsDocument, { fetchPolicy: 'cache-and-network' });
  const marking = useAction(MarkNotificationsReadDocument, 'markNotificationsRead', ['Notifications', 'UnreadNotifications']);
  const viewer = data?.viewer;
  const list = viewer?.notifications.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <PageHeader title={t('notification.page.title')} actions={viewer && viewer.unreadNotificationCount > 0 ? <Button icon="check" isDisabled={marking.isPending} onPress={() => void marking.run({})}>{t('notification.list.all-read')}</Button> : undefined}>{t('notification.page.lead')}</PageHeader>
      <ActionNotice action={marking} context="notification" />
      {error && !viewer ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : null}
      {!viewer && !error ? <Loading lines={6} /> : null}
      {viewer && list.length === 0 ? <Section title={t('notification.list.title')}><EmptyState icon="bell" title={t('notification.list.empty')}>{t('notification.list.empty-text')}</EmptyState></Section> : null}
      {list.length > 0 ? (
        <Section title={t('notification.list.title')}>
          <ul className="kw-notifications">
            {list.map((notification) => <Line key={notification.id} notification={notification} onOpen={() => void (notification.isRead || marking.run({ notificationIds: [notification.id] }))} />)}
          </ul>
          {viewer?.notifications.pageInfo.hasNextPage ? <Button onPress={() => void fetchMore({ variables: { after: viewer.notifications.pageInfo.endCursor } })}>{t('notification.list.more')}</Button> : null}
        </Section>
      ) : null}
      <MailChoices />
    </>
  );
}
