import type { FeatureRoute } from '@konzeptwerkstatt/web-shell';
import { lazy } from 'react';

const catalogue = 'municipality';

/** Setting an installation and its municipalities up, their settings, and the pages they answer for. */
export const municipalityRoutes: readonly FeatureRoute[] = [
  { path: '/einrichten', titleKey: 'shell.title.set-up', catalogue, access: 'public', page: lazy(() => import('./pages/begin-page.js')) },
  { path: '/uebernehmen', titleKey: 'shell.title.set-up', catalogue, access: 'public', page: lazy(() => import('./pages/accept-page.js')) },
  { path: '/einrichten/schritte', titleKey: 'shell.title.set-up', catalogue, access: 'signed-in', page: lazy(() => import('./pages/setup-page.js')) },
  { path: '/einstellungen', titleKey: 'shell.title.settings', catalogue, access: 'signed-in', page: lazy(() => import('./pages/settings-page.js')) },
  { path: '/einstellungen/anmeldung', titleKey: 'shell.title.sign-in-settings', catalogue, access: 'signed-in', page: lazy(() => import('./pages/sign-in-settings-page.js')) },
  { path: '/einstellungen/seiten/:kind', titleKey: 'shell.title.settings', catalogue, access: 'signed-in', page: lazy(() => import('./pages/legal-editor-page.js')) },
  { path: '/installation', titleKey: 'shell.title.installation', catalogue, access: 'signed-in', page: lazy(() => import('./pages/installation-page.js')) },
  { path: '/installation/betrieb', titleKey: 'shell.title.installation-health', catalogue, access: 'signed-in', page: lazy(() => import('./pages/installation-health-page.js')) },
  { path: '/impressum', titleKey: 'shell.footer.imprint', catalogue, access: 'public', page: lazy(() => import('./pages/legal-page.js')) },
  { path: '/datenschutz', titleKey: 'shell.footer.privacy', catalogue, access: 'public', page: lazy(() => import('./pages/legal-page.js')) },
  { path: '/barrierefreiheit', titleKey: 'shell.footer.accessibility', catalogue, access: 'public', page: lazy(() => import('./pages/legal-page.js')) },
  { path: '/hausordnung', titleKey: 'shell.footer.house-rules', catalogue, access: 'public', page: lazy(() => import('./pages/legal-page.js')) },
];
