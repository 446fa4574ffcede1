import type { FeatureRoute } from '@konzeptwerkstatt/web-shell';
import { lazy } from 'react';

const catalogue = 'participation';

/** Saying something about a concept, and what became of it. */
export const participationRoutes: readonly FeatureRoute[] = [
  { path: '/konzepte/:editionId/rueckmeldung', titleKey: 'shell.title.contribute', catalogue, access: 'signed-in', page: lazy(() => import('./pages/contribute-page.js')) },
  { path: '/konzepte/:editionId/rueckmeldungen', titleKey: 'shell.title.contributions', catalogue, access: 'signed-in', page: lazy(() => import('./pages/edition-contributions-page.js')) },
  { path: '/rueckmeldungen', titleKey: 'shell.title.own-contributions', catalogue, access: 'signed-in', page: lazy(() => import('./pages/own-contributions-page.js')) },
  { path: '/rueckmeldungen/:contributionId', titleKey: 'shell.title.contribution', catalogue, access: 'signed-in', page: lazy(() => import('./pages/contribution-page.js')) },
];
