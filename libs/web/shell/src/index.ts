import de from './catalogue/de.json';
import { registerCatalogue } from '@konzeptwerkstatt/web-ui';

void registerCatalogue('shell', { de, en: () => import('./catalogue/en.json'), ar: () => import('./catalogue/ar.json') });

export { forgetToken, takeToken } from './carried-token.js';
export { reportServerReachable, useConnectionState } from './connection.js';
export type { ConnectionState } from './connection.js';
export type { FeatureRoute } from './feature-route.js';
export type { FrameSettings } from './frame/app-frame.js';
export { usePageTitle } from './page-title.js';
export { NotFoundPage } from './pages/not-found-page.js';
export { ActionForm, ActionNotice } from './request/action-form.js';
export type { ActionFormProps } from './request/action-form.js';
export { failureText, problemAt, problemText } from './request/failure-text.js';
export { LinkNotice } from './request/link-notice.js';
export type { LinkNoticeProps } from './request/link-notice.js';
export { Overtaken } from './request/overtaken.js';
export { RequestFailureNotice } from './request/request-failure.js';
export { useHasKeptWords, useKeptWords } from './request/use-kept-words.js';
export { useSeenRevision } from './request/use-seen-revision.js';
export { useSendsMails } from './request/use-sends-mails.js';
export { ShellSessionProvider, useActingOrganisation, useActorKey, useIsInCounty, useShellSession } from './session.js';
export type { ActingOrganisation, ShellSession } from './session.js';
export { shellRoutes } from './shell-routes.js';
export { Shell } from './shell-router.js';
