import { useQuery } from '@apollo/client/react';
import { IndicatorInTextDocument } from '@konzeptwerkstatt/web-data';
import { Icon, Judgement, StatusTag, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { indicatorPath } from '../../places.js';
import { useLatestText } from '../../standing/latest-text.js';
import './indicator.css';

interface ShownIndicatorProps {
  /** Raw id; null when none is named. */
  readonly indicatorId: string | null;
  /** Whether the text is adopted: it then says another value than that of today, where it is read. */
  readonly isAdopted: boolean;
}

/** An indicator of the text with its value of today, and how it stands. */
export function ShownIndicator({ indicatorId, isAdopted }: ShownIndicatorProps) {
  const t = useText();
  const { day } = useLanguage();
  const latest = useLatestText();
  const { data, error } = useQuery(IndicatorInTextDocument, { variables: { uuid: indicatorId ?? '' }, skip: indicatorId === null });
  const indicator = data?.indicator;
  if (!indicator) return <p className="kw-muted"><Icon name="chart" size="small" /> {t(indicatorId !== null && !data && !error ? 'ui.loading.text' : 'concept.indicator.unknown')}</p>;
  const { uuid, name, assessment, overdueSince } = indicator;
  return (
    <>
      <p className="kw-object__kind"><Icon name="chart" size="small" /> {t('concept.indicator.one')}</p>
      <p><TextLink href={indicatorPath(uuid)}><bdi>{name}</bdi></TextLink>: {latest(indicator)}</p>
      {isAdopted ? <p className="kw-muted">{t('concept.indicator.not-adopted')}</p> : null}
      {assessment || overdueSince ? (
        <div className="kw-cluster">
          {assessment ? <Judgement judgement={assessment.judgement} /> : null}
          {overdueSince ? <StatusTag tone="warning">{t('concept.standing.indicator-overdue', { day: day(overdueSince, 'medium') })}</StatusTag> : null}
        </div>
      ) : null}
    </>
  );
}
