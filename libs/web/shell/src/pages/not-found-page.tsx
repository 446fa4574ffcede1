import { LinkButton, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { usePageTitle } from '../page-title.js';

/** For addresses that do not exist, and for things one may not know of: both read the same. */
export function NotFoundPage() {
  const t = useText();
  usePageTitle(t('shell.not-found.title'));
  return (
    <div className="kw-page">
      <PageHeader title={t('shell.not-found.title')}>{t('shell.not-found.text')}</PageHeader>
      <div className="kw-button-group">
        <LinkButton variant="primary" href="/">{t('shell.not-found.home')}</LinkButton>
        <LinkButton href="/konzepte">{t('shell.not-found.concepts')}</LinkButton>
      </div>
    </div>
  );
}
