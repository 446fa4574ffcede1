import { EmptyState, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { useLocation } from 'react-router';
import { matchPath } from 'react-router';
import { routes } from './routes.js';

/** Stands in for a page whose feature library has not delivered it yet. */
export default function PreparingPage() {
  const t = useText();
  const { pathname } = useLocation();
  const route = routes.find((candidate) => matchPath(candidate.path, pathname));
  return (
    <>
      <PageHeader title={t(route?.titleKey ?? 'shell.product.name')} />
      <EmptyState title={t('shell.empty.title')} icon="tasks" />
    </>
  );
}
