import { useText } from '@konzeptwerkstatt/web-ui';
import { useEffect } from 'react';

/**
 * Names the browser tab after what the page shows ("Wohnen · Konzept Leipzig · Konzeptwerkstatt").
 * Routes have a general title of their own; pages call this when they know better. An empty string changes nothing.
 */
export function usePageTitle(title: string): void {
  const t = useText();
  const product = t('shell.product.name');
  useEffect(() => {
    if (title) document.title = `${title} · ${product}`;
  }, [title, product]);
}
