import { useQuery } from '@apollo/client/react';
import type { MyWorkQuery } from '@konzeptwerkstatt/web-data';
import { MyWorkDocument } from '@konzeptwerkstatt/web-data';
import { EmptyState, LinkButton, Loading, PageHeader, Section, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { Link } from 'react-router';
import { ActivityList } from '../activity/activity-list.js';
import '../catalogue.js';
import '../concept.css';
import { QueryFailure } from '../data/query-failure.js';
import { GapGroups } from '../gaps/gap-groups.js';
import { statusTone } from '../labels/status-tone.js';
import { valueLabel } from '../labels/value-label.js';
import { sectionPath } from '../places.js';
import { ContributionTasks } from './contribution-tasks.js';
import { OverdueIndicators } from './overdue-indicators.js';

type Viewer = NonNullable<MyWorkQuery['viewer']>;
type ProposedMeasure = Viewer['work']['proposedMeasures']['edges'][number]['node'];

function MeasureLine({ measure, ownId, hasManyEditions }: { measure: ProposedMeasure; ownId: string; hasManyEditions: boolean }) {
  const t = useText();
  const { section, status } = measure;
  return (
    <li className="kw-work-line">
      <div>
        <p><bdi><Link className="kern-link" to={sectionPath(section.edition.uuid, section.uuid, measure.blockId)}>{measure.title || t('concept.object.untitled')}</Link></bdi></p>
        <p className="kw-muted"><bdi>{section.title}</bdi>{hasManyEditions ? <> · <bdi>{section.edition.title}</bdi></> : null}</p>
      </div>
      <div className="kw-cluster">
        <StatusTag icon="people">{t(measure.lead?.id === ownId ? 'concept.work.as-lead' : 'concept.work.as-partner')}</StatusTag>
        <StatusTag tone={status ? statusTone(status) : 'neutral'}>{status ? valueLabel(t, 'measureStatus', status) : t('concept.measure.noStatus')}</StatusTag>
      </div>
    </li>
  );
}

/** Says that there are more than are shown. */
function More({ shown, total }: { shown: number; total: number | null }) {
  const t = useText();
  return total !== null && total > shown ? <p className="kw-muted">{t('concept.work.more', { count: total - shown })}</p> : null;
}

function Work({ viewer }: { viewer: Viewer }) {
  const t = useText();
  const { proposedMeasures, gaps, activity, contributionsToAccept, contributionsToAdvise, contributionsToAnswer, contributionsToAssign, contributionsToRelease, openInquiryCount, inquiryToReleaseCount, overdueIndicators, statedGuestCount } = viewer.work;
  const hasContributions = [contributionsToAccept, contributionsToAdvise, contributionsToAnswer, contributionsToAssign, contributionsToRelease].some(({ edges }) => edges.length > 0);
  const [measures, openGaps, entries] = [proposedMeasures, gaps, activity].map(({ edges }) => edges.map(({ node }) => node)) as [ProposedMeasure[], Viewer['work']['gaps']['edges'][number]['node'][], Viewer['work']['activity']['edges'][number]['node'][]];
  const hasManyEditions = new Set(measures.map(({ section }) => section.edition.id)).size > 1;
  return (
    <>
      {measures.length === 0 && openGaps.length === 0 && overdueIndicators.edges.length === 0 && !hasContributions && openInquiryCount + inquiryToReleaseCount + statedGuestCount + viewer.organisationsWithClaims.length === 0 ? <EmptyState title={t('concept.work.empty')} icon="success">{t('concept.work.empty-text')}</EmptyState> : null}
      {openInquiryCount > 0 ? (
        <Section title={t('concept.work.inquiries')} description={t('concept.work.inquiries-text', { count: openInquiryCount, organisation: viewer.actingOrganisation.name })}>
          <div className="kw-button-group"><LinkButton variant="primary" href="/abfragen">{t('concept.work.inquiries-open')}</LinkButton></div>
        </Section>
      ) : null}
      {inquiryToReleaseCount > 0 ? (
        <Section title={t('concept.work.inquiries-to-release')} description={t('concept.work.inquiries-to-release-text', { count: inquiryToReleaseCount, organisation: viewer.actingOrganisation.name })}>
          <div className="kw-button-group"><LinkButton variant="primary" href="/abfragen">{t('concept.work.inquiries-to-release-open')}</LinkButton></div>
        </Section>
      ) : null}
      <ContributionTasks tasks={contributionsToAccept} title={t('concept.work.to-accept')} description={t('concept.work.to-accept-text')} />
      <ContributionTasks tasks={contributionsToRelease} title={t('concept.work.to-release')} description={t('concept.work.to-release-text')} />
      {statedGuestCount > 0 ? (
        <Section title={t('concept.work.guests')} description={t('concept.work.guests-text', { count: statedGuestCount, organisation: viewer.actingOrganisation.name })}>
          <div className="kw-button-group"><LinkButton href={`/organisationen/${viewer.actingOrganisation.uuid}`}>{t('concept.work.guests-open')}</LinkButton></div>
        </Section>
      ) : null}
      {viewer.organisationsWithClaims.length > 0 ? (
        <Section title={t('concept.work.claims')} description={t('concept.work.claims-text')}>
          <ul className="kw-lines">{viewer.organisationsWithClaims.map(({ uuid, name }) => <li key={uuid}><bdi><Link className="kern-link" to={`/organisationen/${uuid}`}>{name}</Link></bdi></li>)}</ul>
        </Section>
      ) : null}
      <ContributionTasks tasks={contributionsToAdvise} title={t('concept.work.to-advise')} description={t('concept.work.to-advise-text')} />
      <ContributionTasks tasks={contributionsToAnswer} title={t('concept.work.to-answer')} description={t('concept.work.to-answer-text')} />
      <ContributionTasks tasks={contributionsToAssign} title={t('concept.work.to-assign')} description={t('concept.work.to-assign-text')} />
      <OverdueIndicators indicators={overdueIndicators} organisation={viewer.actingOrganisation.name} />
      {measures.length > 0 ? (
        <Section title={t('concept.work.measures')} description={t('concept.work.measures-text', { organisation: viewer.actingOrganisation.name })}>
          <ul className="kw-work-lines">{measures.map((measure) => <MeasureLine key={measure.id} measure={measure} ownId={viewer.actingOrganisation.id} hasManyEditions={hasManyEditions} />)}</ul>
          <More shown={measures.length} total={proposedMeasures.totalCount} />
        </Section>
      ) : null}
      {openGaps.length > 0 ? (
        <Section title={t('concept.work.gaps')} description={t('concept.work.gaps-text')}>
          <GapGroups gaps={openGaps} level={3} folded />
          <More shown={openGaps.length} total={gaps.totalCount} />
        </Section>
      ) : null}
      <Section title={t('concept.work.activity')}>
        {entries.length > 0 ? <ActivityList entries={entries} label={t('concept.work.activity')} /> : <p className="kw-muted">{t('concept.activity.empty')}</p>}
      </Section>
    </>
  );
}

/** "My work": what waits for my organisation, what is missing where I may write, what changed lately. */
export default function MyWorkPage() {
  const t = useText();
  const { data, error, refetch } = useQuery(MyWorkDocument);
  return (
    <>
      <PageHeader title={t('shell.title.tasks')} preline={data?.viewer?.actingOrganisation.name} />
      {error ? <QueryFailure error={error} onRetry={() => void refetch()} /> : null}
      {data?.viewer ? <Work viewer={data.viewer} /> : null}
      {!data && !error ? <Loading lines={6} /> : null}
    </>
  );
}
