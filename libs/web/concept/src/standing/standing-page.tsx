import { useQuery } from '@apollo/client/react';
import { EditionStandingDocument } from '@konzeptwerkstatt/web-data';
import type { EditionStandingQuery } from '@konzeptwerkstatt/web-data';
import { useShellSession } from '@konzeptwerkstatt/web-shell';
import { Button, Card, CardGrid, EmptyState, PartsLegend, Section, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import '../catalogue.js';
import { useFurtherPages } from '../data/use-further-pages.js';
import { useOrganisations } from '../data/use-options.js';
import { EditionFrame } from '../edition/edition-frame.js';
import { standingPath } from '../places.js';
import { ChosenFilter } from './chosen-filter.js';
import { GoalIndicators } from './goal-indicators.js';
import { readStandingFilter, standingVariables, writeStandingFilter } from './standing-filter.js';
import type { StandingFilterState } from './standing-filter.js';
import { ReportButton } from './report-button.js';
import { StandingFilters } from './standing-filters.js';
import { GoalTable, LeadTable, SectionTable, StandingMeasures, YearTable } from './standing-tables.js';
import type { Standing } from './standing-tables.js';
import { statusParts } from './status-parts.js';
import { StatusLinks } from './tally-numbers.js';
import type { AddressOf } from './tally-numbers.js';
import './standing.css';

/** How many measures are listed without asking for more. */
const shownLimit = 500;

type Edition = NonNullable<EditionStandingQuery['edition']>;

function Figures({ standing: { all, reported, differing }, addressOf }: { standing: Standing; addressOf: AddressOf }) {
  const t = useText();
  const { number, money } = useLanguage();
  return (
    <CardGrid label={t('concept.standing.figures')}>
      <Card level={2} title={t('concept.view.measures')}><p className="kw-figure">{number(all.total)}</p><p><StatusLinks counts={all.counts} part={{}} addressOf={addressOf} /></p></Card>
      <Card level={2} title={t('concept.standing.reported')}>
        <p className="kw-figure">{t('concept.standing.of', { part: number(reported), all: number(all.total) })}</p>
        <p>{t('concept.standing.reported-text')} {reported > 0 ? <TextLink href={addressOf({ isReported: true })}>{t('concept.standing.only-reported')}</TextLink> : null}</p>
        {differing > 0 ? <p>{t('concept.standing.differing-text', { count: differing })} <TextLink href={addressOf({ isDiffering: true })}>{t('concept.standing.only-differing')}</TextLink></p> : null}
      </Card>
      <Card level={2} title={t('concept.standing.overdue')}><p className="kw-figure">{number(all.overdue)}</p><p>{t('concept.standing.overdue-text')} {all.overdue > 0 ? <TextLink href={addressOf({ isOverdue: true })}>{t('concept.standing.only-overdue')}</TextLink> : null}</p></Card>
      <Card level={2} title={t('concept.standing.budget')}><p className="kw-figure">{all.budget === null ? t('concept.standing.no-budget') : money(all.budget, 'EUR')}</p><p>{t('concept.standing.budgeted', { count: all.budgeted })} {all.budgeted > 0 ? <TextLink href={addressOf({ isBudgeted: true })}>{t('concept.standing.only-budgeted')}</TextLink> : null}</p></Card>
    </CardGrid>
  );
}

function Tables({ edition, sectionId, addressOf }: { edition: Edition; sectionId: string | null; addressOf: AddressOf }) {
  const t = useText();
  const isSignedIn = useShellSession().status === 'signed-in';
  const { standing, goals, uuid } = edition;
  const observed = goals.edges.map(({ node }) => node).filter(({ section, indicators }) => indicators.edges.length > 0 && (sectionId === null || section.id === sectionId));
  return (
    <>
      <Section title={t('concept.standing.by-section')}>
        <PartsLegend parts={statusParts(t, standing.all.counts)} />
        <SectionTable rows={standing.bySection} addressOf={addressOf} />
      </Section>
      <Section title={t('concept.standing.by-lead')}><LeadTable rows={standing.byLead} addressOf={addressOf} /></Section>
      {standing.byGoal.length > 0 ? <Section title={t('concept.standing.by-goal')}><GoalTable rows={standing.byGoal} editionUuid={uuid} addressOf={addressOf} /></Section> : null}
      {observed.length > 0 ? <Section title={t('concept.standing.goal-indicators')}><GoalIndicators goals={observed} editionUuid={uuid} isLink={isSignedIn} /></Section> : null}
      {standing.byYear.length > 0 ? <Section title={t('concept.standing.by-year')}><YearTable rows={standing.byYear} addressOf={addressOf} /></Section> : null}
      <Section title={t('concept.standing.list')}><StandingMeasures standing={standing} editionUuid={uuid} /></Section>
    </>
  );
}

/** How far the measures of an edition are: counted by state, field, party, goal and year, and one by one. */
export default function StandingPage() {
  const t = useText();
  const { editionId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readStandingFilter(params), [params]);
  const organisations = useOrganisations();
  const { data, previousData, error, refetch, fetchMore } = useQuery(EditionStandingDocument, { variables: { uuid: editionId, filter: standingVariables(filter) } });
  const shown = data ?? previousData;
  const pages = data?.edition?.standing.measures;
  useFurtherPages({ pageInfo: pages?.pageInfo, count: pages?.edges.length ?? 0, limit: shownLimit, fetchMore });
  const addressOf: AddressOf = (part) => `${standingPath(editionId)}?${writeStandingFilter({ ...filter, ...part }).toString()}`;
  const change = (changed: StandingFilterState) => setParams(writeStandingFilter(changed), { replace: true });
  return (
    <EditionFrame edition={shown?.edition} error={error} onRetry={() => void refetch()} view={t('concept.view.standing')} actions={(edition) => <>{edition.mayReport ? <ReportButton editionId={edition.id} concept={edition.title} /> : null}<Button icon="document" onPress={() => print()}>{t('concept.standing.print')}</Button></>}>
      {(edition) => {
        const { standing, sections } = edition;
        const isNarrowed = standingVariables(filter) !== null;
        const choices = {
          sections: sections.edges.filter(({ node }) => node.kind === 'FIELD_OF_ACTION').map(({ node: { id, title } }) => ({ id, label: title })), organisations: organisations.map(({ id, name }) => ({ id, label: name })),
          goals: edition.goals.edges.map(({ node: { id, number, title } }) => ({ id, label: [number, title || t('concept.object.untitled')].filter(Boolean).join(' ') })),
        };
        return (
          <div className="kw-stack" aria-busy={data === undefined}>
            <p>{t('concept.standing.lead')}</p>
            {standing.all.total === 0 && !isNarrowed ? <EmptyState title={t('concept.standing.empty')} /> : (
              <>
                <StandingFilters filter={filter} onChange={change} years={standing.byYear.map(({ year }) => year)} {...choices} />
                <ChosenFilter filter={filter} {...choices} />
                {standing.all.total === 0 ? <EmptyState title={t('concept.standing.none-left')} /> : <><Figures standing={standing} addressOf={addressOf} /><Tables edition={edition} sectionId={filter.sectionId} addressOf={addressOf} /></>}
              </>
            )}
          </div>
        );
      }}
    </EditionFrame>
  );
}
