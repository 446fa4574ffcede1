import { LinkButton, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { usePageTitle } from '../page-title.js';

export interface NotFoundPageProps {
  /** Says more of what is not there, where that is known. */
  text?: string;
  /** Where things of its kind are listed; left out: the concepts. */
  list?: { readonly href: string; readonly label: string };
}

/** For addresses that do not exist, and for things one may not know of: both read the same. */
export function NotFoundPage({ text, list }: NotFoundPageProps) {
  const t = useText();
  usePageTitle(t('shell.not-found.title'));
  return (
    <div className="kw-page">
      <PageHeader title={t('shell.not-found.title')}>{text ?? t('shell.not-found.text')}</PageHeader>
      <div className="kw-button-group">
        <LinkButton variant="primary" href="/">{t('shell.not-found.home')}</LinkButton>
        <LinkButton href={list?.href ?? '/konzepte'}>{list?.label ?? t('shell.not-found.concepts')}</LinkButton>
      </div>
    </div>
  );
}
