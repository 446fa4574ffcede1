import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { i18n, shownLanguage } from './i18n.js';
import { getLanguage } from './languages.js';
import { useLanguage } from './use-language.js';

function AriaLocale({ children }: { children: ReactNode }) {
  const { locale } = useLanguage();
  return <I18nProvider locale={locale}>{children}</I18nProvider>;
}

/** Gives the tree its translations and React Aria its locale. Once, around the whole client. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  return (
    <I18nextProvider i18n={i18n}>
      <AriaLocale>{children}</AriaLocale>
    </I18nextProvider>
  );
}

/** Marks a part whose catalogue is not translated yet with the language and direction it really shows in (WCAG 3.1.2). */
export function CatalogueScope({ context, children }: { context: string; children: ReactNode }) {
  const { tag } = useLanguage();
  const shown = shownLanguage(context, tag);
  if (shown === tag) return children;
  return (
    <div lang={shown} dir={getLanguage(shown).direction}>
      {children}
    </div>
  );
}
