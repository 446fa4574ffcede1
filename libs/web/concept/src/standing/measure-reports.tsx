import type { MeasureReportFragment } from '@konzeptwerkstatt/web-data';
import { Original, useLanguage, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import type { Standing } from './standing-tables.js';
import { statusWord } from './status-parts.js';

type DifferingReport = Standing['measures']['edges'][number]['node']['differing'][number];

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

/** What each says of those who reported different things, the one that counts first. */
export function DifferingReports({ reports }: { reports: readonly DifferingReport[] }) {
  const t = useText();
  if (reports.length === 0) return null;
  return (
    <div className="kw-differing">
      <p>{t('concept.standing.differing')}</p>
      <ul className="kw-standing-list">{reports.map(({ organisation, status, reportedAt }) => (
        <li key={`${organisation?.id ?? ''} ${reportedAt}`}><Original>{organisation?.name ?? t('concept.party-answer.gone')}</Original>: {statusWord(t, status)}</li>
      ))}</ul>
    </div>
  );
}

/** What was reported of a measure, the newest round first; behind the day of the report that says how far it is. */
export function MeasureReports({ reports, reportedAt }: { reports: readonly MeasureReportFragment[]; reportedAt: string | null }) {
  const t = useText();
  const { day } = useTownTime();
  if (reportedAt === null) return <span className="kw-muted">{t('concept.standing.from-text')}</span>;
  return (
    <details>
      <summary>{t('concept.standing.reported-on', { day: day(reportedAt) })}</summary>
      <ul className="kw-standing-list">{reports.map((report) => <Report key={`${report.organisation?.id ?? ''} ${report.reportedAt}`} report={report} />)}</ul>
    </details>
  );
}
