import type { MyWorkQuery } from '@konzeptwerkstatt/web-data';
import { Original, Section, StatusTag, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { Link } from 'react-router';
import { indicatorPath } from '../places.js';

type Indicators = NonNullable<MyWorkQuery['viewer']>['work']['overdueIndicators'];

/** Indicators whose next value the organisation has to record; nothing when there are none. */
export function OverdueIndicators({ indicators, organisation }: { indicators: Indicators; organisation: string }) {
  const t = useText();
  const { day } = useLanguage();
  const lines = indicators.edges.map(({ node }) => node);
  if (lines.length === 0) return null;
  const more = (indicators.totalCount ?? 0) - lines.length;
  return (
    <Section title={t('concept.work.overdue-values')} description={t('concept.work.overdue-values-text', { organisation })}>
      <ul className="kw-work-lines">
        {lines.map(({ uuid, name, overdueSince }) => (
          <li key={uuid} className="kw-work-line">
            <p><Link className="kern-link" to={indicatorPath(uuid)}><Original>{name}</Original></Link></p>
            {overdueSince ? <StatusTag tone="warning">{t('concept.standing.indicator-overdue', { day: day(overdueSince, 'medium') })}</StatusTag> : null}
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="kw-muted">{t('concept.work.more', { count: more })}</p> : null}
    </Section>
  );
}
