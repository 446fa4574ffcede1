import type { IconName } from '@konzeptwerkstatt/web-ui';
import { Icon, useText } from '@konzeptwerkstatt/web-ui';
import { NavLink } from 'react-router';

interface Destination {
  path: string;
  key: string;
  icon: IconName;
}

const destinations: readonly Destination[] = [
  { path: '/', key: 'shell.navigation.tasks', icon: 'tasks' },
  { path: '/konzepte', key: 'shell.navigation.concepts', icon: 'document' },
  { path: '/rueckmeldungen', key: 'shell.navigation.contributions', icon: 'comment' },
  { path: '/prozesse', key: 'shell.navigation.processes', icon: 'process' },
  { path: '/organisationen', key: 'shell.navigation.organisations', icon: 'people' },
  { path: '/indikatoren', key: 'shell.navigation.indicators', icon: 'chart' },
];

/** The main places. On a phone it is shown under the menu button, with icons. */
export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const t = useText();
  return (
    <nav aria-label={t('shell.navigation.label')} className="kw-navigation">
      <ul>
        {destinations.map((destination) => (
          <li key={destination.path}>
            <NavLink to={destination.path} end={destination.path === '/'} onClick={onNavigate}>
              <Icon name={destination.icon} size="small" />
              {t(destination.key)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
