import type { FeatureRoute } from '@konzeptwerkstatt/web-shell';
import { lazy } from 'react';

/** What those do who see to the people taking part: entries of organisations, lists, and the mails that go out. */
export const peopleRoutes: readonly FeatureRoute[] = [
  { path: '/organisationen/einlesen', titleKey: 'shell.title.organisation-import', catalogue: 'people', access: 'signed-in', page: lazy(() => import('./pages/import-page.js')) },
  { path: '/organisationen/neu', titleKey: 'shell.title.organisation-new', catalogue: 'people', access: 'signed-in', page: lazy(() => import('./pages/add-organisation-page.js')) },
  { path: '/organisationen/:uuid', titleKey: 'shell.title.organisation', catalogue: 'people', access: 'signed-in', page: lazy(() => import('./pages/organisation-page.js')) },
  { path: '/ausgang', titleKey: 'shell.title.mails', catalogue: 'people', access: 'signed-in', page: lazy(() => import('./pages/mails-page.js')) },
  { path: '/loeschprotokoll', titleKey: 'shell.title.retention', catalogue: 'people', access: 'signed-in', page: lazy(() => import('./pages/retention-page.js')) },
];
