import { CatalogueScope, ErrorState, Loading, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';
import { Component, Suspense } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useConnectionState } from '../connection.js';
import type { FeatureRoute } from '../feature-route.js';
import { usePageTitle } from '../page-title.js';
import { useShellSession } from '../session.js';

interface BoundaryProps {
  children: ReactNode;
  fallback: (retry: () => void) => ReactNode;
}

/** Keeps the frame alive when a page fails, and lets it be tried again. */
class PageBoundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  /** React keeps a page whose chunk failed to load as failed for good; only loading the client anew mends that. Without a network it would show nothing at all. */
  private readonly retry = (): void => {
    if (navigator.onLine) globalThis.location.reload();
    else this.setState({ failed: false });
  };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(this.retry) : this.props.children;
  }
}

function PageFailure({ onRetry }: { onRetry: () => void }) {
  const t = useText();
  const kind = useConnectionState() === 'online' ? 'failure' : 'offline-page';
  return (
    <ErrorState title={t(`shell.${kind}.title`)} onRetry={onRetry}>
      {t(`shell.${kind}.text`)}
    </ErrorState>
  );
}

/** One page: its access, title, language, loading and failing. */
export function PageOutlet({ route }: { route: FeatureRoute }) {
  const t = useText();
  const session = useShellSession();
  const location = useLocation();
  usePageTitle(t(route.titleKey));
  if (route.access === 'signed-in' && session.status === 'loading') return <Loading />;
  if (route.access === 'signed-in' && session.status === 'anonymous') {
    const target = `${location.pathname}${location.search}`;
    return <Navigate replace to={target === '/' ? '/anmelden' : `/anmelden?weiter=${encodeURIComponent(target)}`} />;
  }
  const Page = route.page;
  return (
    <div className={{ page: 'kw-page', full: 'kw-page kw-page--full', screen: undefined }[route.width ?? 'page']}>
      <PageBoundary key={location.pathname} fallback={(retry) => <PageFailure onRetry={retry} />}>
        <Suspense fallback={<Loading lines={5} />}>
          <LoadedPage catalogue={route.catalogue}>
            <Page />
          </LoadedPage>
        </Suspense>
      </PageBoundary>
    </div>
  );
}

function LoadedPage({ catalogue, children }: { catalogue: string; children: ReactNode }) {
  return <CatalogueScope context={catalogue}>{children}</CatalogueScope>;
}
