import type { ParticipationFiguresQuery } from '@konzeptwerkstatt/web-data';
import { DataTable, TextLink, useLanguage, useText, useTownTime, WholeBar } from '@konzeptwerkstatt/web-ui';
import { editionContributionsPath } from '../places.js';
import { FateBar, FateLegend, FateWords } from './fate-bar.js';
import type { FateCounts } from './fate-bar.js';

export type Figures = NonNullable<NonNullable<ParticipationFiguresQuery['edition']>['participation']>;

/** Says how the small ones stand together. */
function SmallGroups({ groups, smallest }: { groups: FateCounts | null; smallest: number }) {
  const t = useText();
  if (groups === null) return null;
  return <p>{t('participation.figures.small', { smallest, count: groups.contributionCount })} <FateWords line={groups} /></p>;
}

/** By kind of organisation: how many take part, what they said, and what became of it. */
export function KindTable({ figures }: { figures: Figures }) {
  const t = useText();
  const { number } = useLanguage();
  const most = Math.max(...figures.kinds.map(({ contributionCount }) => contributionCount));
  return (
    <>
      <FateLegend />
      <DataTable caption={t('participation.figures.kinds')} rowId={({ kind }) => kind ?? 'none'} groups={[{ id: 'all', rows: figures.kinds }]} columns={[
        { id: 'kind', header: t('participation.figures.kind'), isRowHeader: true, cell: ({ kind }) => t(`participation.organisation-kind.${kind ?? 'NONE'}`) },
        { id: 'organisations', header: t('participation.figures.organisations'), cell: ({ organisationCount, organisationsInAll }) => (organisationsInAll === null ? null : t('participation.figures.of', { part: number(organisationCount), all: number(organisationsInAll) })) },
        { id: 'count', header: t('participation.figures.contributions'), align: 'end', width: 'narrow', cell: ({ contributionCount }) => number(contributionCount) },
        { id: 'fates', header: t('participation.figures.fates'), width: 'wide', cell: (line) => <><FateBar line={line} most={most} /><FateWords line={line} /></> },
      ]} />
      <SmallGroups groups={figures.smallKinds} smallest={figures.smallestGroup} />
    </>
  );
}

/** By field of action: how much was said, and what became of it. */
export function FieldTable({ figures, editionUuid }: { figures: Figures; editionUuid: string }) {
  const t = useText();
  const { number } = useLanguage();
  const most = Math.max(...figures.fields.map(({ contributionCount }) => contributionCount));
  return (
    <>
      <DataTable caption={t('participation.figures.fields')} rowId={({ section }) => section?.id ?? 'other'} groups={[{ id: 'all', rows: figures.fields }]} columns={[
        { id: 'field', header: t('participation.figures.field'), isRowHeader: true, cell: ({ section }) => (section ? <TextLink href={`${editionContributionsPath(editionUuid)}?abschnitt=${section.uuid}`}><bdi>{section.title}</bdi></TextLink> : t('participation.figures.other-sections')) },
        { id: 'organisations', header: t('participation.figures.organisations'), align: 'end', width: 'narrow', cell: ({ organisationCount }) => number(organisationCount) },
        { id: 'count', header: t('participation.figures.contributions'), align: 'end', width: 'narrow', cell: ({ contributionCount }) => number(contributionCount) },
        { id: 'fates', header: t('participation.figures.fates'), width: 'wide', cell: (line) => <><FateBar line={line} most={most} /><FateWords line={line} /></> },
      ]} />
      <SmallGroups groups={figures.smallFields} smallest={figures.smallestGroup} />
    </>
  );
}

/** Who came to the gatherings: by kind of organisation, and gathering by gathering over time. */
export function AttendanceTables({ attendance: { kinds, gatherings } }: { attendance: NonNullable<Figures['attendance']> }) {
  const t = useText();
  const { number } = useLanguage();
  const { day } = useTownTime();
  if (gatherings.length === 0) return <p className="kw-muted">{t('participation.attendance.none')}</p>;
  return (
    <>
      <DataTable caption={t('participation.attendance.kinds')} rowId={({ kind }) => kind} groups={[{ id: 'all', rows: kinds }]} columns={[
        { id: 'kind', header: t('participation.figures.kind'), isRowHeader: true, cell: ({ kind }) => t(`participation.organisation-kind.${kind}`) },
        { id: 'organisations', header: t('participation.figures.organisations'), align: 'end', width: 'narrow', cell: ({ organisationCount }) => number(organisationCount) },
        { id: 'gatherings', header: t('participation.attendance.gatherings'), width: 'wide', cell: ({ gatheringCount }) => (
          <>
            <WholeBar count={gatheringCount} most={gatherings.length} />
            {t('participation.figures.of', { part: number(gatheringCount), all: number(gatherings.length) })}
          </>
        ) },
      ]} />
      <DataTable caption={t('participation.attendance.over-time')} rowId={({ gathering }) => gathering.id} groups={[{ id: 'all', rows: gatherings }]} columns={[
        { id: 'gathering', header: t('participation.attendance.gathering'), isRowHeader: true, cell: ({ gathering }) => <TextLink href={`/treffen/${gathering.uuid}`}><bdi>{gathering.title}</bdi></TextLink> },
        { id: 'day', header: t('participation.attendance.day'), cell: ({ gathering }) => day(gathering.startsAt) },
        { id: 'organisations', header: t('participation.figures.organisations'), align: 'end', width: 'narrow', cell: ({ organisationCount }) => number(organisationCount) },
        { id: 'kinds', header: t('participation.attendance.kind-count'), align: 'end', width: 'narrow', cell: ({ kindCount }) => number(kindCount) },
      ]} />
    </>
  );
}
