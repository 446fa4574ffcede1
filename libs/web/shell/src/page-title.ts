import { useText } from '@konzeptwerkstatt/web-ui';
import { createContext, useContext, useEffect } from 'react';

/** Called by pages with their own title; the frame announces it. */
export const PageTitleContext = createContext<(title: string) => void>(() => undefined);

/**
 * Names the browser tab after what the page shows ("Wohnen · Konzept Leipzig · Konzeptwerkstatt").
 * Routes have a general title of their own; pages call this when they know better. An empty string changes nothing.
 */
export function usePageTitle(title: string): void {
  const t = useText();
  const tell = useContext(PageTitleContext);
  const product = t('shell.product.name');
  useEffect(() => {
    if (!title) return;
    document.title = `${title} · ${product}`;
    tell(title);
  }, [title, product, tell]);
}
