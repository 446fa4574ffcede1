import { useQuery } from '@apollo/client/react';
import { ParticipationFiguresDocument, ParticipationWordsDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { EmptyState, LinkButton, Loading, Notice, PageHeader, Section, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useParams } from 'react-router';
import '../catalogue.js';
import { AttendanceTables, FieldTable, KindTable } from '../figures/figure-tables.js';
import type { Figures } from '../figures/figure-tables.js';
import '../figures/figures.css';
import { MonthChart } from '../figures/month-chart.js';
import { checkPath, editionContributionsPath } from '../places.js';

/** Of whom nothing has come yet. */
function Missing({ figures: { kinds, missingKinds } }: { figures: Figures }) {
  const t = useText();
  if (missingKinds.length === 0) return <p>{t('participation.missing.nobody')}</p>;
  return (
    <>
      <ul>
        {missingKinds.map((kind) => {
          const organisations = kinds.find((line) => line.kind === kind)?.organisationsInAll ?? 0;
          return <li key={kind}><strong>{t(`participation.organisation-kind.${kind}`)}</strong>: {t('participation.missing.organisations', { count: organisations })}</li>;
        })}
      </ul>
      {missingKinds.includes('BUSINESS') ? <Notice title={t('participation.missing.business')}>{t('participation.missing.business-text')} <TextLink href="/quellen">{t('participation.check.sources')}</TextLink></Notice> : null}
      <p><TextLink href="/organisationen">{t('participation.missing.link')}</TextLink></p>
    </>
  );
}

/** Who wrote how much, where the municipality shows that. */
function Words({ editionUuid }: { editionUuid: string }) {
  const t = useText();
  const { number } = useLanguage();
  const { data, error, refetch } = useQuery(ParticipationWordsDocument, { variables: { edition: editionUuid } });
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={3} />;
  const words = data.edition?.participation?.words ?? null;
  if (words === null) return <p className="kw-muted">{t('participation.words.off')}</p>;
  return <ul>{words.map(({ kind, percent }) => <li key={kind}>{t('participation.words.line', { kind: t(`participation.organisation-kind.${kind}`), percent: number(percent) })}</li>)}</ul>;
}

/** The same tables for spreadsheets. */
function Downloads({ editionUuid }: { editionUuid: string }) {
  const t = useText();
  const files = [['xlsx', 'xlsx'], ['arten.csv', 'kinds'], ['felder.csv', 'fields'], ['monate.csv', 'months']] as const;
  return <ul className="kw-no-print">{files.map(([form, key]) => <li key={form}><a className="kern-link" href={`/files/beteiligung-${editionUuid}.${form}`} download>{t(`participation.figures.file.${key}`)}</a></li>)}</ul>;
}

/** Who takes part in a concept: by kind of organisation, by field of action and over time; never by person. */
export default function FiguresPage() {
  const t = useText();
  const { editionId = '' } = useParams();
  const { data, error, refetch } = useQuery(ParticipationFiguresDocument, { variables: { edition: editionId }, fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />;
  const { edition } = data;
  if (!edition?.participation) return <NotFoundPage />;
  const figures = edition.participation;
  return (
    <>
      <PageHeader title={t('participation.figures.title')} breadcrumbs={[{ label: edition.title, href: `/konzepte/${edition.uuid}` }, { label: t('participation.register.title'), href: editionContributionsPath(edition.uuid) }, { label: t('participation.figures.title') }]}
        actions={<LinkButton href={checkPath(edition.uuid)}>{t('participation.check.title')}</LinkButton>}>
        {t('participation.figures.lead', { smallest: figures.smallestGroup })}
      </PageHeader>
      {figures.contributionCount === 0 ? <EmptyState icon="comment" title={t('participation.figures.empty')}>{t('participation.figures.empty-text')}</EmptyState> : (
        <>
          <Section title={t('participation.figures.kinds')}><KindTable figures={figures} /></Section>
          <Section title={t('participation.missing.title')}><Missing figures={figures} /></Section>
          <Section title={t('participation.figures.fields')}><FieldTable figures={figures} editionUuid={edition.uuid} /></Section>
          <Section title={t('participation.figures.months')}>{figures.months.length > 0 ? <MonthChart months={figures.months} /> : <p className="kw-muted">{t('participation.figures.months-few', { smallest: figures.smallestGroup })}</p>}</Section>
          {figures.attendance ? <Section title={t('participation.attendance.title')} description={t('participation.attendance.lead')}><AttendanceTables attendance={figures.attendance} /></Section> : null}
          <Section title={t('participation.words.title')}><Words editionUuid={edition.uuid} /></Section>
          <Section title={t('participation.figures.files')}><Downloads editionUuid={edition.uuid} /></Section>
        </>
      )}
    </>
  );
}
