import { useLanguage } from '@konzeptwerkstatt/web-ui';

/** Writes deadlines by the clock in Germany, wherever the reader sits: it is the office's clock that ends them. */
export function useDeadline(): (instant: string) => string {
  const { locale } = useLanguage();
  return (instant) => new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Berlin', dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}
