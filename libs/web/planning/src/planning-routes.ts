import type { FeatureRoute } from '@konzeptwerkstatt/web-shell';
import { lazy } from 'react';

/** Processes of participation. */
export const planningRoutes: readonly FeatureRoute[] = [
  { path: '/prozesse', titleKey: 'shell.title.processes', catalogue: 'planning', access: 'signed-in', page: lazy(() => import('./pages/process-list-page.js')) },
  { path: '/prozesse/vorlagen', titleKey: 'shell.title.process-templates', catalogue: 'planning', access: 'signed-in', page: lazy(() => import('./pages/template-list-page.js')) },
  { path: '/prozesse/vorlagen/:templateKey', titleKey: 'shell.title.process-template', catalogue: 'planning', access: 'signed-in', page: lazy(() => import('./pages/template-page.js')) },
  { path: '/prozesse/:processId', titleKey: 'shell.title.process', catalogue: 'planning', access: 'signed-in', page: lazy(() => import('./pages/process-page.js')) },
];
