import { useQuery } from '@apollo/client/react';
import { UnreadNotificationsDocument } from '@konzeptwerkstatt/web-data';
import { useShellSession } from '@konzeptwerkstatt/web-shell';
import { Badge, LinkButton, useText } from '@konzeptwerkstatt/web-ui';

/** How often the count is asked for while the page is looked at, in milliseconds. */
const EVERY = 120_000;

function Count() {
  const t = useText();
  const { data } = useQuery(UnreadNotificationsDocument, { fetchPolicy: 'cache-and-network', pollInterval: EVERY, skipPollAttempt: () => document.hidden });
  const count = data?.viewer?.unreadNotificationCount ?? 0;
  return (
    <span className="kw-bell" data-unread={count > 0}>
      <LinkButton variant="tertiary" size="small" icon="bell" href="/benachrichtigungen">
        {t('shell.notifications.open')}
        {count > 0 ? <> <Badge count={count} label={t('shell.notifications.unread', { count })} /></> : null}
      </LinkButton>
    </span>
  );
}

/** Leads to what one is told, with how much of it is new; nothing for whoever has not signed in. */
export function NotificationButton() {
  const session = useShellSession();
  return session.status === 'signed-in' ? <Count key={session.municipality?.id ?? ''} /> : null;
}
