import type { ProcessPageQuery } from '@konzeptwerkstatt/web-data';
import { Original, Section, intlLocale, townDay, useLanguage, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { comingSteps } from './coming-steps.js';

type Process = NonNullable<ProcessPageQuery['process']>;

/** How far a day is, in words: today, tomorrow, in 12 days. */
function distance(day: string, today: string, language: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const format = new Intl.RelativeTimeFormat(intlLocale(language), { numeric: 'auto' });
  return days > 60 ? format.format(Math.round(days / 30), 'month') : format.format(days, 'day');
}

/** What comes next, in words, and until when one may still say something; nothing when nothing comes. */
export function NextSteps({ process }: { process: Process }) {
  const t = useText();
  const { tag, day } = useLanguage();
  const { dayTime } = useTownTime();
  const now = new Date();
  const steps = comingSteps(process, now);
  const open = process.phases.filter((phase) => phase.state === 'OPEN' && phase.closesAt !== null && phase.rules.length > 0);
  if (steps.length === 0 && open.length === 0) return null;
  return (
    <Section title={t('planning.next.title')}>
      {open.length > 0 ? (
        <ul className="kw-bullets">
          {open.map((phase) => <li key={phase.id}><strong>{t('planning.next.until', { until: dayTime(phase.closesAt ?? '') })}</strong> <Original>{phase.title}</Original></li>)}
        </ul>
      ) : null}
      <ol className="kw-next">
        {steps.map(({ kind, title, day: on, at }) => (
          <li key={`${kind}-${title}-${on}`} className="kw-next__step">
            <p className="kw-next__when">{distance(on, townDay(now.toISOString()), tag)}</p>
            <p>{t(`planning.next.${kind}`, { day: at !== null && kind !== 'happens' ? dayTime(at) : day(on), title })}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
