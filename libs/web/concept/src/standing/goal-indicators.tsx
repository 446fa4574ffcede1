import type { GoalIndicatorFragment } from '@konzeptwerkstatt/web-data';
import { DataTable, Judgement, StatusTag, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { indicatorPath, sectionPath } from '../places.js';
import { useLatestText } from './latest-text.js';

/** A goal with the indicators that observe it. */
export interface ObservedGoal {
  readonly id: string;
  readonly blockId: string;
  readonly title: string;
  readonly number: string;
  readonly section: { readonly id: string; readonly uuid: string };
  readonly indicators: { readonly edges: readonly { readonly node: GoalIndicatorFragment }[] };
}

function Indicator({ indicator, isLink }: { indicator: GoalIndicatorFragment; isLink: boolean }) {
  const t = useText();
  const { day } = useLanguage();
  const latest = useLatestText();
  const { uuid, name, assessment, overdueSince } = indicator;
  return (
    <li>
      {isLink ? <TextLink href={indicatorPath(uuid)}><bdi>{name}</bdi></TextLink> : <bdi>{name}</bdi>}: {latest(indicator)}
      {assessment || overdueSince ? (
        <div className="kw-cluster">
          {assessment ? <Judgement judgement={assessment.judgement} /> : null}
          {overdueSince ? <StatusTag tone="warning">{t('concept.standing.indicator-overdue', { day: day(overdueSince, 'medium') })}</StatusTag> : null}
        </div>
      ) : null}
    </li>
  );
}

/** Goal by goal: what is observed, the latest value, and how it stands. Goals without indicators are left out. @param isLink whether the visitor may open pages of indicators */
export function GoalIndicators({ goals, editionUuid, isLink }: { goals: readonly ObservedGoal[]; editionUuid: string; isLink: boolean }) {
  const t = useText();
  return (
    <DataTable caption={t('concept.standing.goal-indicators')} rowId={({ id }) => id} groups={[{ id: 'all', rows: goals }]} columns={[
      { id: 'goal', header: t('concept.standing.goal'), isRowHeader: true, width: 'wide', cell: ({ section, blockId, number, title }) => <TextLink href={sectionPath(editionUuid, section.uuid, blockId)}><bdi>{[number, title || t('concept.object.untitled')].filter(Boolean).join(' ')}</bdi></TextLink> },
      { id: 'indicators', header: t('concept.standing.indicator'), width: 'wide', cell: ({ indicators }) => <ul className="kw-standing-list">{indicators.edges.map(({ node }) => <Indicator key={node.id} indicator={node} isLink={isLink} />)}</ul> },
    ]} />
  );
}
