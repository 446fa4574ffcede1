import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { RouterProvider as AriaRouterProvider } from 'react-aria-components';
import { createBrowserRouter, useHref, useNavigate, useRouteError } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import type { FeatureRoute } from './feature-route.js';
import type { FrameSettings } from './frame/app-frame.js';
import { AppFrame } from './frame/app-frame.js';
import { LastResort } from './frame/last-resort.js';
import { PageOutlet } from './frame/page-outlet.js';
import { NotFoundPage } from './pages/not-found-page.js';

/** Links of the interface kit go through the router instead of loading the page anew. */
function KitLinks({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  return (
    <AriaRouterProvider navigate={(href) => void navigate(href)} useHref={useHref}>
      {children}
    </AriaRouterProvider>
  );
}

function Root({ settings }: { settings: FrameSettings }) {
  return (
    <KitLinks>
      <AppFrame settings={settings} />
    </KitLinks>
  );
}

function RootFailure() {
  useRouteError();
  return <LastResort />;
}

const noSettings: FrameSettings = {};

/** The whole client: frame and the pages of the feature libraries at their addresses. */
export function Shell({ routes, settings = noSettings }: { routes: readonly FeatureRoute[]; settings?: FrameSettings }) {
  const router = useMemo(
    () =>
      createBrowserRouter([
        {
          element: <Root settings={settings} />,
          errorElement: <RootFailure />,
          children: [
            ...routes.map((route) => ({ path: route.path, element: <PageOutlet route={route} /> })),
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ]),
    [routes, settings],
  );
  return <RouterProvider router={router} />;
}
