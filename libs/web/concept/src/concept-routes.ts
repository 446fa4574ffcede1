import type { FeatureRoute } from '@konzeptwerkstatt/web-shell';
import { lazy } from 'react';

const catalogue = 'concept';

/** The pages of concepts: what waits for me, editions, sections, measures, gaps, activity. */
export const conceptRoutes: readonly FeatureRoute[] = [
  { path: '/', titleKey: 'shell.title.tasks', catalogue, access: 'signed-in', page: lazy(() => import('./work/my-work-page.js')) },
  { path: '/konzepte', titleKey: 'shell.title.concepts', catalogue, access: 'public', page: lazy(() => import('./edition/concept-list-page.js')) },
  { path: '/konzepte/:editionId', titleKey: 'shell.title.concept', catalogue, access: 'public', page: lazy(() => import('./edition/edition-page.js')) },
  { path: '/konzepte/:editionId/abschnitte/:sectionId', titleKey: 'shell.title.section', catalogue, access: 'public', page: lazy(() => import('./section/section-page.js')), width: 'full' },
  { path: '/konzepte/:editionId/abschnitte/:sectionId/fassungen', titleKey: 'shell.title.versions', catalogue, access: 'signed-in', page: lazy(() => import('./versions/versions-page.js')) },
  { path: '/konzepte/:editionId/abschnitte/:sectionId/fassungen/:versionId', titleKey: 'shell.title.version', catalogue, access: 'signed-in', page: lazy(() => import('./versions/version-page.js')) },
  { path: '/konzepte/:editionId/abschnitte/:sectionId/vergleich', titleKey: 'shell.title.comparison', catalogue, access: 'signed-in', page: lazy(() => import('./versions/section-comparison-page.js')) },
  { path: '/konzepte/:editionId/massnahmen', titleKey: 'shell.title.measures', catalogue, access: 'public', page: lazy(() => import('./table/measure-table-page.js')), width: 'full' },
  { path: '/konzepte/:editionId/massnahmen/einlesen', titleKey: 'shell.title.table-import', catalogue, access: 'signed-in', page: lazy(() => import('./import/measure-table-import-page.js')) },
  { path: '/konzepte/:editionId/aus-word', titleKey: 'shell.title.word-import', catalogue, access: 'signed-in', page: lazy(() => import('./word-import/word-import-page.js')) },
  { path: '/konzepte/:editionId/korrekturen-aus-word', titleKey: 'shell.title.word-corrections', catalogue, access: 'signed-in', page: lazy(() => import('./word-corrections/word-corrections-page.js')) },
  { path: '/konzepte/:editionId/massnahmen/liste', titleKey: 'shell.title.list-import', catalogue, access: 'signed-in', page: lazy(() => import('./list-import/list-import-page.js')), width: 'full' },
  { path: '/w/text/:tableId', titleKey: 'shell.title.guest-text', catalogue, access: 'public', page: lazy(() => import('./guest/guest-text-page.js')), width: 'full' },
  { path: '/konzepte/:editionId/umsetzung', titleKey: 'shell.title.standing', catalogue, access: 'public', page: lazy(() => import('./standing/standing-page.js')) },
  { path: '/konzepte/:editionId/luecken', titleKey: 'shell.title.gaps', catalogue, access: 'signed-in', page: lazy(() => import('./gaps/gaps-page.js')) },
  { path: '/konzepte/:editionId/beschluss', titleKey: 'shell.title.adoption', catalogue, access: 'signed-in', page: lazy(() => import('./adoption/adoption-page.js')) },
  { path: '/konzepte/:editionId/vergleich', titleKey: 'shell.title.comparison', catalogue, access: 'signed-in', page: lazy(() => import('./adoption/comparison-page.js')), width: 'full' },
  { path: '/konzepte/:editionId/verlauf', titleKey: 'shell.title.activity', catalogue, access: 'signed-in', page: lazy(() => import('./activity/activity-page.js')) },
];
