import { townDay, useText, useTownTime } from '@konzeptwerkstatt/web-ui';

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
