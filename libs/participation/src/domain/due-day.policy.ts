import { municipalClock } from '@konzeptwerkstatt/kernel';
import { isDay } from '@konzeptwerkstatt/planning';

/** Whether something can be wanted until a day, `YYYY-MM-DD`: today in Germany, or later. */
export const isDueDay = (day: string, now: Date): boolean => isDay(day) && day >= municipalClock(now).day;
