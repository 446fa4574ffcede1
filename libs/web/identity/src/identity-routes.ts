import type { FeatureRoute } from '@konzeptwerkstatt/web-shell';
import { lazy } from 'react';

/** Signing in, one's own account, and who takes part. */
export const identityRoutes: readonly FeatureRoute[] = [
  { path: '/anmelden', titleKey: 'shell.title.sign-in', catalogue: 'identity', access: 'public', page: lazy(() => import('./pages/sign-in-page.js')) },
  { path: '/einladung', titleKey: 'shell.title.invitation', catalogue: 'identity', access: 'public', page: lazy(() => import('./pages/invitation-page.js')) },
  { path: '/passwort-vergessen', titleKey: 'shell.title.forgotten-password', catalogue: 'identity', access: 'public', page: lazy(() => import('./pages/forgotten-password-page.js')) },
  { path: '/passwort-neu', titleKey: 'shell.title.new-password', catalogue: 'identity', access: 'public', page: lazy(() => import('./pages/new-password-page.js')) },
  { path: '/adresse-bestaetigen', titleKey: 'shell.title.confirm-email', catalogue: 'identity', access: 'public', page: lazy(() => import('./pages/confirm-email-page.js')) },
  { path: '/konto', titleKey: 'shell.title.account', catalogue: 'identity', access: 'signed-in', page: lazy(() => import('./pages/account-page.js')) },
  { path: '/organisationen', titleKey: 'shell.title.organisations', catalogue: 'identity', access: 'signed-in', page: lazy(() => import('./pages/organisations-page.js')) },
];
