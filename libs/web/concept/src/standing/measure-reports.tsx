import type { MeasureReportFragment } from '@konzeptwerkstatt/web-data';
import { Original, useLanguage, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { statusWord } from './status-parts.js';

/** What was reported in one round, point by point; what was not said is left out. */
function Report({ report }: { report: MeasureReportFragment }) {
  const t = useText();
  const { number } = useLanguage();
  const { day } = useTownTime();
  const { organisation, status, reportedAt, done, reached, evidence, obstacles, nextStep, reason } = report;
  const points = [['done', done], ['reached', reached === null ? null : number(reached)], ['evidence', evidence], ['obstacles', obstacles], ['nextStep', nextStep], ['reason', reason]] as const;
  return (
    <li>
      {t('concept.standing.report-head', { day: day(reportedAt), status: statusWord(t, status) })} <Original>{organisation?.name ?? t('concept.party-answer.gone')}</Original>
      <dl className="kw-report">
        {points.map(([name, words]) => (words ? <div key={name}><dt>{t(`concept.standing.report.${name}`)}</dt><dd><Original>{words}</Original></dd></div> : null))}
      </dl>
    </li>
  );
}

/** What was reported of a measure, the newest round first; behind its date. */
export function MeasureReports({ reports }: { reports: readonly MeasureReportFragment[] }) {
  const t = useText();
  const { day } = useTownTime();
  const [newest] = reports;
  if (newest === undefined) return <span className="kw-muted">{t('concept.standing.from-text')}</span>;
  return (
    <details>
      <summary>{t('concept.standing.reported-on', { day: day(newest.reportedAt) })}</summary>
      <ul className="kw-standing-list">{reports.map((report) => <Report key={report.reportedAt} report={report} />)}</ul>
    </details>
  );
}
