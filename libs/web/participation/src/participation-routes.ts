import type { FeatureRoute } from '@konzeptwerkstatt/web-shell';
import { lazy } from 'react';

const catalogue = 'participation';

/** Saying something about a concept, and what became of it. */
export const participationRoutes: readonly FeatureRoute[] = [
  { path: '/konzepte/:editionId/rueckmeldung', titleKey: 'shell.title.contribute', catalogue, access: 'signed-in', page: lazy(() => import('./pages/contribute-page.js')) },
  { path: '/konzepte/:editionId/rueckmeldungen', titleKey: 'shell.title.contributions', catalogue, access: 'signed-in', page: lazy(() => import('./pages/edition-contributions-page.js')) },
  { path: '/konzepte/:editionId/beteiligung', titleKey: 'shell.title.participation-figures', catalogue, access: 'signed-in', page: lazy(() => import('./pages/figures-page.js')) },
  { path: '/konzepte/:editionId/pruefung', titleKey: 'shell.title.concept-check', catalogue, access: 'signed-in', page: lazy(() => import('./pages/check-page.js')) },
  { path: '/konzepte/:editionId/weitergeben', titleKey: 'shell.title.sharing', catalogue, access: 'signed-in', page: lazy(() => import('./link/pages/sharing-page.js')) },
  { path: '/mitreden', titleKey: 'shell.title.linked-concept', catalogue, access: 'public', page: lazy(() => import('./link/pages/linked-concept-page.js')) },
  { path: '/mitreden/gesendet', titleKey: 'shell.title.sent-contributions', catalogue, access: 'public', page: lazy(() => import('./link/pages/sent-page.js')) },
  { path: '/rueckmeldungen', titleKey: 'shell.title.own-contributions', catalogue, access: 'signed-in', page: lazy(() => import('./pages/own-contributions-page.js')) },
  { path: '/rueckmeldungen/:contributionId', titleKey: 'shell.title.contribution', catalogue, access: 'signed-in', page: lazy(() => import('./pages/contribution-page.js')) },
  { path: '/konzepte/:editionId/abfragen', titleKey: 'shell.title.inquiries', catalogue, access: 'signed-in', page: lazy(() => import('./inquiry/pages/edition-inquiries-page.js')) },
  { path: '/konzepte/:editionId/abfragen/neu', titleKey: 'shell.title.inquiry-new', catalogue, access: 'signed-in', page: lazy(() => import('./inquiry/pages/new-inquiry-page.js')) },
  { path: '/abfragen', titleKey: 'shell.title.asked', catalogue, access: 'signed-in', page: lazy(() => import('./inquiry/pages/desk-page.js')) },
  { path: '/abfragen/:inquiryId', titleKey: 'shell.title.inquiry', catalogue, access: 'signed-in', page: lazy(() => import('./inquiry/pages/inquiry-page.js')) },
  { path: '/abfragen/:inquiryId/antwort/:requestId', titleKey: 'shell.title.inquiry-answer', catalogue, access: 'signed-in', page: lazy(() => import('./inquiry/pages/inquiry-request-page.js')) },
  { path: '/abfrage', titleKey: 'shell.title.asked', catalogue, access: 'public', page: lazy(() => import('./inquiry/pages/link-desk-page.js')) },
];
