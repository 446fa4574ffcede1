import { useQuery } from '@apollo/client/react';
import type { ContributionState } from '@konzeptwerkstatt/web-data';
import { AnswerChoicesDocument, ContributionCountsDocument, EditionContributionsDocument, SectionChoicesDocument, useAllPages } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ComboBox, EmptyState, LinkButton, Loading, PageHeader, SearchField, Select, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import '../catalogue.js';
import { RegisterActions } from '../answer/register-actions.js';
import type { ChosenContribution } from '../answer/register-actions.js';
import { ContributionList } from '../list/contribution-list.js';
import { kinds, readRegisterFilter, registerVariables, standings, states, writeRegisterFilter } from '../list/register-filter.js';
import type { RegisterFilter } from '../list/register-filter.js';
import '../participation.css';
import { checkPath, contributePath, editionContributionsPath, figuresPath, sharingPath } from '../places.js';

const all = 'ALL';

/** Narrows to what came from one organisation, or to what one office is to answer; only for those who see who answers what. */
function OfficeFilter({ narrowing, onChange }: FilterProps) {
  const t = useText();
  const { data, fetchMore } = useQuery(AnswerChoicesDocument);
  useAllPages(data?.organisations.pageInfo, (after) => fetchMore({ variables: { after } }));
  const offices = data?.organisations.edges.map(({ node: { id, name } }) => ({ id, label: name })) ?? [];
  return (
    <>
      <ComboBox label={t('participation.filter.from')} options={offices} value={narrowing.from} onChange={(from) => onChange({ from })} />
      <ComboBox label={t('participation.filter.office')} options={offices} value={narrowing.office} onChange={(office) => onChange({ office })} />
    </>
  );
}

/** Narrows to what is said about one chapter or field of action, and what stands in it. */
function SectionFilter({ editionUuid, narrowing, onChange }: FilterProps & { editionUuid: string }) {
  const t = useText();
  const { data } = useQuery(SectionChoicesDocument, { variables: { edition: editionUuid } });
  const sections = data?.edition?.sections.edges.map(({ node: { uuid, number, title } }) => ({ id: uuid, label: `${number} ${title}`.trim() })) ?? [];
  return <Select label={t('participation.filter.field')} value={narrowing.section ?? all} onChange={(section) => onChange({ section: section === all ? null : section })} options={[{ id: all, label: t('participation.filter.every-field') }, ...sections]} />;
}

interface FilterProps {
  narrowing: RegisterFilter;
  onChange: (part: Partial<RegisterFilter>) => void;
}

function Filters({ editionUuid, narrowing, onChange, mayAnswer, isConsented }: FilterProps & { editionUuid: string; mayAnswer: boolean; isConsented: boolean }) {
  const t = useText();
  return (
    <search className="kw-register-filters" aria-label={t('participation.filter.label')}>
      <Select label={t('participation.filter.state')} value={narrowing.state ?? all} onChange={(state) => onChange({ state: state === all ? null : state })}
        options={[{ id: all, label: t('participation.filter.every-state') }, ...states.map((id) => ({ id, label: t(`participation.state.${id}`) }))]} />
      <Select label={t('participation.filter.kind')} value={narrowing.kind ?? all} onChange={(kind) => onChange({ kind: kind === all ? null : kind })}
        options={[{ id: all, label: t('participation.filter.every-kind') }, ...kinds.map((id) => ({ id, label: t(`participation.kind.${id}`) }))]} />
      {mayAnswer && isConsented ? (
        <Select label={t('participation.filter.standing')} value={narrowing.standing ?? all} onChange={(standing) => onChange({ standing: standing === all ? null : standing })}
          options={[{ id: all, label: t('participation.filter.every-standing') }, ...standings.map((id) => ({ id, label: t(`participation.standing.${id}`) }))]} />
      ) : null}
      <SectionFilter editionUuid={editionUuid} narrowing={narrowing} onChange={onChange} />
      {mayAnswer ? <OfficeFilter narrowing={narrowing} onChange={onChange} /> : null}
      <SearchField label={t('participation.filter.search')} search={narrowing.search} onChange={(search) => onChange({ search })} />
    </search>
  );
}

/** How many there are, by how far they are. */
function Counts({ editionId }: { editionId: string }) {
  const t = useText();
  const { data } = useQuery(ContributionCountsDocument, { variables: { editionId }, fetchPolicy: 'cache-and-network' });
  if (!data) return null;
  const countOf = (state: ContributionState) => data.contributionCounts.filter((row) => row.state === state).reduce((sum, { count }) => sum + count, 0);
  return <ul className="kw-counts">{states.filter((state) => state !== 'REFUSED' || countOf(state) > 0).map((state) => <li key={state}>{t('participation.counts.state', { state: t(`participation.state.${state}`), count: countOf(state) })}</li>)}</ul>;
}

/** Everything that was said about a concept, as far as the viewer may see it. */
export default function EditionContributionsPage() {
  const t = useText();
  const { editionId = '' } = useParams();
  const [chosen, setChosen] = useState<readonly ChosenContribution[]>([]);
  const [params, setParams] = useSearchParams();
  const narrowing = readRegisterFilter(params);
  const narrow = (part: Partial<RegisterFilter>) => setParams((now) => writeRegisterFilter({ ...readRegisterFilter(now), ...part }), { replace: true });
  const { data, previousData, error, refetch, fetchMore } = useQuery(EditionContributionsDocument, { variables: { edition: editionId, filter: registerVariables(narrowing) }, fetchPolicy: 'cache-and-network' });
  const shown = data ?? previousData;
  if (!shown) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={6} />;
  const { edition } = shown;
  if (!edition) return <NotFoundPage />;
  const { pageInfo, edges } = edition.contributions;
  const consentDays = edition.process?.consentDays ?? null;
  const list = edges.map(({ node }) => node);
  // What is chosen and filtered out now stands as it was shown last.
  const asShown = (one: ChosenContribution): ChosenContribution => {
    const row = list.find(({ id }) => id === one.id);
    return row ? { id: row.id, revision: row.treatment?.response?.revision ?? 0 } : one;
  };
  const picked = chosen.map(asShown);
  const choose = (id: string, isChosen: boolean) => setChosen(isChosen ? [...picked, asShown({ id, revision: 0 })] : picked.filter((other) => other.id !== id));
  return (
    <>
      <PageHeader
        title={t('participation.register.title')}
        breadcrumbs={[{ label: edition.title, href: `/konzepte/${edition.uuid}` }, { label: t('participation.register.title') }]}
        actions={(
          <>
            {edition.mayContribute ? <LinkButton variant="primary" icon="comment" href={`${contributePath(edition.uuid)}${narrowing.section ? `?abschnitt=${narrowing.section}` : ''}`}>{t('participation.form.page')}</LinkButton> : null}
            <LinkButton href={figuresPath(edition.uuid)}>{t('participation.figures.title')}</LinkButton>
            <LinkButton href={checkPath(edition.uuid)}>{t('participation.check.title')}</LinkButton>
            {edition.mayAnswerContributions ? <LinkButton href={sharingPath(edition.uuid)}>{t('participation.sharing.title')}</LinkButton> : null}
            {edition.mayAnswerContributions ? <LinkButton href={`${contributePath(edition.uuid)}?fuer=andere`}>{t('participation.entry.page')}</LinkButton> : null}
          </>
        )}
      >
        {t('participation.register.lead')}
      </PageHeader>
      <Counts editionId={edition.id} />
      <Filters editionUuid={edition.uuid} narrowing={narrowing} onChange={narrow} mayAnswer={edition.mayAnswerContributions} isConsented={consentDays !== null} />
      {narrowing.object ? <p>{t('participation.register.about-one')} <TextLink href={editionContributionsPath(edition.uuid)}>{t('participation.sent.all')}</TextLink></p> : null}
      {edition.mayAnswerContributions && list.length > 0 ? <RegisterActions chosen={picked} consentDays={consentDays} onDone={() => setChosen([])} /> : null}
      {list.length > 0 ? <ContributionList contributions={list} label={t('participation.register.title')} {...(edition.mayAnswerContributions ? { chosen: picked.map(({ id }) => id), onChoose: choose } : {})} /> : <EmptyState icon="comment" title={t('participation.register.empty')}>{t('participation.register.empty-text')}</EmptyState>}
      {pageInfo.hasNextPage ? <Button onPress={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}>{t('participation.list.more')}</Button> : null}
    </>
  );
}
