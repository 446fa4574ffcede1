import type { ReactNode } from 'react';
import { Component } from 'react';
import { RouterProvider as AriaRouterProvider } from 'react-aria-components';
import { BrowserRouter, Route, Routes, useHref, useNavigate } from 'react-router';
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

/** When even the frame fails there is still a sentence and a button. */
class FrameBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <LastResort /> : this.props.children;
  }
}

const noSettings: FrameSettings = {};

/**
 * The whole client: frame and the pages of the feature libraries at their addresses. Pages load their own data, so the router
 * is the plain one; the one with loaders would be a quarter of what a first visit downloads.
 */
export function Shell({ routes, settings = noSettings }: { routes: readonly FeatureRoute[]; settings?: FrameSettings }) {
  return (
    <BrowserRouter>
      <KitLinks>
        <FrameBoundary>
          <Routes>
            <Route element={<AppFrame settings={settings} />}>
              {routes.filter(({ width }) => width !== 'screen').map((route) => <Route key={route.path} path={route.path} element={<PageOutlet route={route} />} />)}
              <Route path="*" element={<NotFoundPage />} />
            </Route>
            {routes.filter(({ width }) => width === 'screen').map((route) => <Route key={route.path} path={route.path} element={<PageOutlet route={route} />} />)}
          </Routes>
        </FrameBoundary>
      </KitLinks>
    </BrowserRouter>
  );
}
