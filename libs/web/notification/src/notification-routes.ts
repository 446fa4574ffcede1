import type { FeatureRoute } from '@konzeptwerkstatt/web-shell';
import { lazy } from 'react';

/** What one is told, and how. */
export const notificationRoutes: readonly FeatureRoute[] = [
  { path: '/benachrichtigungen', titleKey: 'shell.title.notifications', catalogue: 'notification', access: 'signed-in', page: lazy(() => import('./pages/notifications-page.js')) },
];
