import { useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { TOWN_CLOCK, townDay } from './town-clock.js';

/** Day and time by the town's clock. */
export function useTownTime(): { dayTime: (instant: string) => string; day: (instant: string) => string; time: (instant: string) => string } {
  const { locale } = useLanguage();
  const format = (options: Intl.DateTimeFormatOptions) => (instant: string) => new Intl.DateTimeFormat(locale, { timeZone: TOWN_CLOCK, ...options }).format(new Date(instant));
  return { dayTime: format({ dateStyle: 'long', timeStyle: 'short' }), day: format({ dateStyle: 'long' }), time: format({ timeStyle: 'short' }) };
}

/** From when to when a phase is open, in words. */
export function PhaseTime({ opensAt, closesAt }: { opensAt: string; closesAt: string | null }) {
  const t = useText();
  const { day, dayTime, time } = useTownTime();
  if (closesAt === null) return <>{t('planning.phase.from', { from: day(opensAt) })}</>;
  if (townDay(opensAt) === townDay(closesAt)) {
    return <>{t('planning.phase.one-day', { day: day(opensAt), from: time(opensAt), to: time(closesAt) })}</>;
  }
  return <>{t('planning.phase.from-to', { from: day(opensAt), to: dayTime(closesAt) })}</>;
}
