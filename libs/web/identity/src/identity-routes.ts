import type { FeatureRoute } from '@konzeptwerkstatt/web-shell';
import { lazy } from 'react';

/** Signing in, one's own account, and who takes part. */
export const identityRoutes: readonly FeatureRoute[] = [
  { path: '/anmelden', titleKey: 'shell.title.sign-in', catalogue: 'identity', access: 'public', page: lazy(() => import('./pages/sign-in-page.js')) },
  { path: '/konto', titleKey: 'shell.title.account', catalogue: 'identity', access: 'signed-in', page: lazy(() => import('./pages/account-page.js')) },
  { path: '/organisationen', titleKey: 'shell.title.organisations', catalogue: 'identity', access: 'signed-in', page: lazy(() => import('./pages/organisations-page.js')) },
];
