import type { FeatureRoute } from '@konzeptwerkstatt/web-shell';
import { lazy } from 'react';

/** Indicators and their values. */
export const monitoringRoutes: readonly FeatureRoute[] = [
  { path: '/indikatoren', titleKey: 'shell.title.indicators', catalogue: 'monitoring', access: 'signed-in', page: lazy(() => import('./pages/indicator-list-page.js')) },
  { path: '/indikatoren/einlesen', titleKey: 'shell.title.observation-import', catalogue: 'monitoring', access: 'signed-in', page: lazy(() => import('./import/import-page.js')) },
  { path: '/indikatoren/:indicatorId', titleKey: 'shell.title.indicator', catalogue: 'monitoring', access: 'signed-in', page: lazy(() => import('./pages/indicator-page.js')) },
];
