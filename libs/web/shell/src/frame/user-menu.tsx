import type { MenuGroup } from '@konzeptwerkstatt/web-ui';
import { Button, LinkButton, Menu, useText } from '@konzeptwerkstatt/web-ui';
import { useLocation } from 'react-router';
import type { ShellSession } from '../session.js';
import { useActingOrganisation, useShellSession } from '../session.js';

function groupsFor(session: Extract<ShellSession, { status: 'signed-in' }>, t: ReturnType<typeof useText>): MenuGroup[] {
  const organisations: MenuGroup = {
    id: 'organisations',
    label: t('shell.user.acting-for'),
    entries: session.organisations.map((organisation) => ({
      id: organisation.id,
      label: organisation.name,
      description: organisation.role,
      isCurrent: organisation.id === session.actingOrganisationId,
      onAction: () => void session.switchOrganisation(organisation.id),
    })),
  };
  const account: MenuGroup = {
    id: 'account',
    label: session.person.displayName,
    entries: [
      { id: 'sessions', label: t('shell.user.account'), icon: 'settings', href: '/konto' },
      ...(session.mayAdminister ? [{ id: 'settings', label: t('shell.user.settings'), icon: 'settings' as const, href: '/einstellungen' }] : []),
      ...(session.runsInstallation ? [{ id: 'installation', label: t('shell.user.installation'), icon: 'settings' as const, href: '/installation' }] : []),
      { id: 'sign-out', label: t('shell.user.sign-out'), icon: 'sign-out', onAction: () => void session.signOut() },
    ],
  };
  return organisations.entries.length > 0 ? [organisations, account] : [account];
}

/** Who is signed in and for whom she acts; the way in for everybody else. */
export function UserMenu() {
  const t = useText();
  const session = useShellSession();
  const acting = useActingOrganisation();
  const { pathname } = useLocation();
  if (session.status === 'loading') return null;
  if (session.status === 'anonymous') {
    return pathname === '/anmelden' ? null : <LinkButton variant="primary" size="small" href="/anmelden">{t('shell.user.sign-in')}</LinkButton>;
  }
  const name = session.person.displayName;
  return (
    <div className="kw-user">
      <Menu
        label={t('shell.user.label')}
        groups={groupsFor(session, t)}
        trigger={
          <Button variant="secondary" size="small" icon="person">
            <span className="kw-visually-hidden">{t('shell.user.label')} </span>
            <span className="kw-user__name">{name}</span>
            {acting ? <span className="kw-user__organisation">{acting.name}</span> : null}
          </Button>
        }
      />
    </div>
  );
}
