import type { FeatureRoute } from '@konzeptwerkstatt/web-shell';
import { lazy } from 'react';

const catalogue = 'workshop';

/** Gatherings: planned, run, shown on the wall, printed; and what guests see of them. */
export const workshopRoutes: readonly FeatureRoute[] = [
  { path: '/prozesse/:processId/treffen/neu', titleKey: 'shell.title.gathering-new', catalogue, access: 'signed-in', page: lazy(() => import('./pages/new-gathering-page.js')) },
  { path: '/treffen/:gatheringId', titleKey: 'shell.title.gathering', catalogue, access: 'signed-in', page: lazy(() => import('./pages/gathering-page.js')) },
  { path: '/treffen/:gatheringId/planen', titleKey: 'shell.title.gathering-plan', catalogue, access: 'signed-in', page: lazy(() => import('./pages/plan-gathering-page.js')) },
  { path: '/treffen/:gatheringId/moderation', titleKey: 'shell.title.moderation', catalogue, access: 'signed-in', page: lazy(() => import('./pages/desk-page.js')) },
  { path: '/treffen/:gatheringId/leinwand', titleKey: 'shell.title.projector', catalogue, access: 'signed-in', page: lazy(() => import('./pages/projector-page.js')), width: 'screen' },
  { path: '/treffen/:gatheringId/drucken', titleKey: 'shell.title.gathering-print', catalogue, access: 'signed-in', page: lazy(() => import('./pages/print-page.js')) },
  { path: '/w', titleKey: 'shell.title.guest', catalogue, access: 'public', page: lazy(() => import('./pages/guest-page.js')) },
  { path: '/w/:code', titleKey: 'shell.title.guest', catalogue, access: 'public', page: lazy(() => import('./pages/door-page.js')) },
];
