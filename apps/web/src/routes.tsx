import { identityRoutes } from '@konzeptwerkstatt/web-identity';
import type { FeatureRoute } from '@konzeptwerkstatt/web-shell';
import { shellRoutes } from '@konzeptwerkstatt/web-shell';
import { lazy } from 'react';

const preparing = lazy(() => import('./preparing-page.js'));

/** Every address of the client. Pages come from the feature libraries and are loaded when first opened. */
export const routes: readonly FeatureRoute[] = [
  { path: '/', titleKey: 'shell.title.tasks', catalogue: 'shell', access: 'signed-in', page: preparing },
  { path: '/konzepte', titleKey: 'shell.title.concepts', catalogue: 'shell', access: 'public', page: preparing },
  { path: '/konzepte/:editionId', titleKey: 'shell.title.concept', catalogue: 'shell', access: 'public', page: preparing },
  { path: '/konzepte/:editionId/abschnitte/:sectionId', titleKey: 'shell.title.section', catalogue: 'shell', access: 'public', page: preparing, width: 'full' },
  { path: '/konzepte/:editionId/massnahmen', titleKey: 'shell.title.measures', catalogue: 'shell', access: 'public', page: preparing, width: 'full' },
  { path: '/konzepte/:editionId/luecken', titleKey: 'shell.title.gaps', catalogue: 'shell', access: 'signed-in', page: preparing },
  { path: '/konzepte/:editionId/verlauf', titleKey: 'shell.title.activity', catalogue: 'shell', access: 'signed-in', page: preparing },
  { path: '/prozesse', titleKey: 'shell.title.processes', catalogue: 'shell', access: 'signed-in', page: preparing },
  { path: '/prozesse/:processId', titleKey: 'shell.title.process', catalogue: 'shell', access: 'signed-in', page: preparing },
  { path: '/indikatoren', titleKey: 'shell.title.indicators', catalogue: 'shell', access: 'public', page: preparing },
  { path: '/indikatoren/:indicatorId', titleKey: 'shell.title.indicator', catalogue: 'shell', access: 'public', page: preparing },
  ...identityRoutes,
  ...shellRoutes,
];
