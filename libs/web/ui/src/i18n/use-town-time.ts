import { useMemo } from 'react';
import { townDay, townTimeFormat } from './town-clock.js';
import { useLanguage } from './use-language.js';

/** Days and times by the town's clock, in the reader's language. */
export function useTownTime() {
  const { locale } = useLanguage();
  return useMemo(() => {
    const format = (options: Intl.DateTimeFormatOptions) => townTimeFormat(locale, options);
    const [weekday, time] = [format({ dateStyle: 'full' }), format({ timeStyle: 'short' })];
    return {
      time,
      day: format({ dateStyle: 'long' }),
      dayTime: format({ dateStyle: 'long', timeStyle: 'short' }),
      /** Short, for lists and deadlines. */
      moment: format({ dateStyle: 'medium', timeStyle: 'short' }),
      /** From when to when, with the day of the week; the day once when it is the same. */
      span: (from: string, to: string) => (townDay(from) === townDay(to) ? `${weekday(from)}, ${time(from)}–${time(to)}` : `${weekday(from)}, ${time(from)} – ${weekday(to)}, ${time(to)}`),
    };
  }, [locale]);
}
