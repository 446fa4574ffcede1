import { lazy } from 'react';
import type { FeatureRoute } from './feature-route.js';

/** Pages that belong to no context. */
export const shellRoutes: readonly FeatureRoute[] = [
  { path: '/quellen', titleKey: 'shell.title.sources', catalogue: 'shell', access: 'public', page: lazy(() => import('./pages/sources-page.js')) },
  { path: '/ueber', titleKey: 'shell.title.about', catalogue: 'shell', access: 'public', page: lazy(() => import('./pages/about-page.js')) },
];
