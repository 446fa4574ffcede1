import { useMemo } from 'react';
import { isEndOfTownDay, townDay, townTimeFormat } from './town-clock.js';
import { useLanguage } from './use-language.js';

/** Days and times by the town's clock, in the reader's language. */
export function useTownTime() {
  const { locale } = useLanguage();
  return useMemo(() => {
    const format = (options: Intl.DateTimeFormatOptions) => townTimeFormat(locale, options);
    const [weekday, time] = [format({ dateStyle: 'full' }), format({ timeStyle: 'short' })];
    const [moment, date] = [format({ dateStyle: 'medium', timeStyle: 'short' }), format({ dateStyle: 'medium' })];
    return {
      time,
      day: format({ dateStyle: 'long' }),
      dayTime: format({ dateStyle: 'long', timeStyle: 'short' }),
      /** Short, for lists and deadlines. */
      moment,
      /** The same of what ends: the day alone where it ends with it. */
      due: (instant: string) => (isEndOfTownDay(instant) ? date(instant) : moment(instant)),
      /** From when to when, with the day of the week; the day once when it is the same. */
      span: (from: string, to: string) => (townDay(from) === townDay(to) ? `${weekday(from)}, ${time(from)}–${time(to)}` : `${weekday(from)}, ${time(from)} – ${weekday(to)}, ${time(to)}`),
    };
  }, [locale]);
}
