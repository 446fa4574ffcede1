import { useQuery, useSubscription } from '@apollo/client/react';
import type { SectionPageQuery } from '@konzeptwerkstatt/web-data';
import { SectionActivityDocument, SectionMeasuresDocument, SectionPageDocument } from '@konzeptwerkstatt/web-data';
import { usePageTitle, useShellSession } from '@konzeptwerkstatt/web-shell';
import { LinkButton, Loading, PageHeader, StatusTag, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import '../catalogue.js';
import '../concept.css';
import { QueryFailure } from '../data/query-failure.js';
import { useIndicators, useOrganisations } from '../data/use-options.js';
import { DownloadButton } from '../exports/download-button.js';
import { EditionTags, MissingPage, SourceNote } from '../edition/edition-frame.js';
import { contributePath, contributionsPath, editionPath, sectionPath, versionsPath } from '../places.js';
import { rememberView, viewOf } from '../simple/view-choice.js';
import { ContributeButton } from './contribute-button.js';
import { ReadingView } from './reading-view.js';
import { NeighbourLinks, SectionOutline } from './section-outline.js';
import { ShortVersionNotice } from './short-version-notice.js';
import { useLiveRights } from './use-live-rights.js';

const SectionEditor = lazy(async () => ({ default: (await import('../editor/section-editor.js')).SectionEditor }));

const SimpleView = lazy(async () => ({ default: (await import('../simple/simple-view.js')).SimpleView }));

type Section = NonNullable<SectionPageQuery['section']>;

/** How long after a change the outline is loaded again: several changes in a row are one. */
const outlineMilliseconds = 400;

/** Keeps goals and measures at the side in step with the text. */
function useLiveOutline(section: Section | null | undefined, refetch: () => Promise<unknown>): void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isSignedIn = useShellSession().status === 'signed-in';
  const changed = (sectionId: string | undefined) => {
    if (sectionId !== section?.id) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void refetch().catch(() => undefined), outlineMilliseconds);
  };
  const options = {
    variables: { editionId: section?.edition.id ?? '' },
    skip: !section || !isSignedIn,
    ignoreResults: true,
    // Not kept: what is known by its id only must not stand in for the whole elsewhere.
    fetchPolicy: 'no-cache',
  } as const;
  useSubscription(SectionActivityDocument, { ...options, onData: ({ data: { data } }) => changed(data?.activityAdded.section?.id) });
  // Measures of other sections come too; a removed one does not say where it was.
  useSubscription(SectionMeasuresDocument, {
    ...options,
    onData: ({ data: { data } }) => changed(data?.measureTableChanged.removedMeasureId ? section?.id : data?.measureTableChanged.measure?.section.id),
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}

interface WritingViewProps {
  section: Section;
  actorKey: string;
  highlightedBlockId: string | null;
  onRightsDoubted: () => void;
  onUnsentWork: (hasUnsentWork: boolean) => void;
}

const WritingView = memo(function WritingView({ section, actorKey, ...rest }: WritingViewProps) {
  const t = useText();
  const { day } = useLanguage();
  const organisations = useOrganisations();
  const indicators = useIndicators();
  const organisationOptions = useMemo(() => organisations.map(({ uuid, name }) => ({ id: uuid, label: name })), [organisations]);
  const indicatorOptions = useMemo(() => indicators.map(({ uuid, name }) => ({ id: uuid, label: name })), [indicators]);
  return (
    <Suspense fallback={<Loading text={t('concept.save.loading')} lines={8} />}>
      <SectionEditor
        key={`${section.documentId}/${actorKey}`}
        documentId={section.documentId}
        sectionId={section.id}
        sectionUuid={section.uuid}
        actorKey={actorKey}
        label={section.title}
        language={section.edition.language}
        canWrite={section.mayWrite && !section.edition.frozenAt}
        adoptedOn={section.edition.frozenAt ? day(section.edition.frozenAt) : null}
        organisations={organisationOptions}
        indicators={indicatorOptions}
        simpleHref={`${sectionPath(section.edition.uuid, section.uuid)}?ansicht=einfach`}
        {...rest}
      />
    </Suspense>
  );
});

function PlainView({ section, actorKey, highlightedBlockId, onChanged }: { section: Section; actorKey: string; highlightedBlockId: string | null; onChanged: () => void }) {
  const t = useText();
  const organisations = useOrganisations();
  const indicators = useIndicators();
  return (
    <Suspense fallback={<Loading text={t('concept.save.loading')} lines={8} />}>
      <SimpleView
        key={`${section.documentId}/${actorKey}`}
        sectionId={section.id}
        sectionUuid={section.uuid}
        documentId={section.documentId}
        actorKey={actorKey}
        liveHref={`${sectionPath(section.edition.uuid, section.uuid)}?ansicht=gemeinsam`}
        organisations={organisations}
        indicators={indicators}
        highlightedBlockId={highlightedBlockId}
        language={section.edition.language}
        isAdopted={section.edition.frozenAt !== null}
        onChanged={onChanged}
      />
    </Suspense>
  );
}

// What does not change while somebody writes is not drawn anew with every letter: whether something is unsent changes that often.
const Head = memo(function Head({ section, view, canOpen }: { section: Section; view: 'read' | 'live' | 'simple'; canOpen: boolean }) {
  const t = useText();
  const { edition } = section;
  const session = useShellSession();
  const houseStyle = canOpen && section.mayWrite && session.status === 'signed-in' ? session.municipality.genderStyle : null;
  const here = sectionPath(edition.uuid, section.uuid);
  const toggle = view === 'read'
    ? <LinkButton href={here} icon="edit" size="small">{t(section.mayWrite ? 'concept.section.write' : 'concept.section.open-text')}</LinkButton>
    : <LinkButton href={`${here}?ansicht=lesen`} icon="document" size="small">{t('concept.section.read')}</LinkButton>;
  return (
    <PageHeader
      breadcrumbs={[{ label: t('shell.navigation.concepts'), href: '/konzepte' }, { label: edition.title, href: editionPath(edition.uuid) }, { label: section.title }]}
      preline={t(`concept.sectionKind.${section.kind}`)}
      title={section.title}
      status={<><EditionTags edition={{ ...edition, isExample: section.isExample }} />{canOpen && !section.mayWrite ? <StatusTag>{t('concept.section.read-only')}</StatusTag> : null}{houseStyle ? <StatusTag icon="info">{t(`concept.houseStyle.${houseStyle}`)}</StatusTag> : null}</>}
      actions={canOpen ? <>{section.mayContribute ? <ContributeButton editionUuid={edition.uuid} sectionUuid={section.uuid} /> : null}<DownloadButton editionId={edition.id} sections={edition.sections.edges.map(({ node: { id, title } }) => ({ id, label: title }))} sectionId={section.id} /><LinkButton href={versionsPath(edition.uuid, section.uuid)} icon="history" size="small">{t('concept.version.list')}</LinkButton>{view === 'live' ? <LinkButton href={`${here}?ansicht=einfach`} icon="tasks" size="small">{t('concept.section.simple')}</LinkButton> : null}{toggle}</> : null}
    />
  );
});

/** A section that is withdrawn or asked for again while somebody has unsent work in it stays on the screen, so that she can take her words along. */
function useHeldSection(sectionUuid: string, found: Section | null | undefined): { section: Section | null | undefined; onUnsentWork: (hasUnsentWork: boolean) => void } {
  const [last, setLast] = useState(found);
  const [isHeld, setIsHeld] = useState(false);
  if (found && found !== last) setLast(found);
  const onUnsentWork = useCallback((hasUnsentWork: boolean) => setIsHeld(hasUnsentWork), []);
  return { section: !found && isHeld && last?.uuid === sectionUuid ? last : found, onUnsentWork };
}

/** How the text is written; a choice in the address is remembered on this device. */
function useWritingView(asked: string | null, isReading: boolean): 'live' | 'simple' {
  const view = viewOf(asked);
  useEffect(() => { if (!isReading && asked !== null) rememberView(view); }, [asked, isReading, view]);
  return view;
}

/** A section: its text to write or to read, what stands in it, and the way to its neighbours. */
export default function SectionPage() {
  const t = useText();
  const { sectionId = '', editionId = '' } = useParams();
  const [params] = useSearchParams();
  const session = useShellSession();
  const isSignedIn = session.status === 'signed-in';
  const isReading = !isSignedIn || params.get('ansicht') === 'lesen';
  const { data, error, refetch } = useQuery(SectionPageDocument, { variables: { uuid: sectionId, withReading: isReading }, skip: session.status === 'loading', ...(isReading ? { fetchPolicy: 'cache-and-network' } : {}) });
  // A section is only found below its own edition.
  const found = data?.section?.edition.uuid === editionId ? data.section : data && null;
  const { section, onUnsentWork } = useHeldSection(sectionId, found);
  const writing = useWritingView(params.get('ansicht'), isReading);
  const askForRights = useLiveRights(sectionId, isSignedIn && !isReading);
  useLiveOutline(section, refetch);
  const reloadOutline = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  usePageTitle(section ? `${section.title} · ${section.edition.title}` : '');
  if (!section && error) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  if (section === undefined) return <Loading lines={8} />;
  if (section === null) return <MissingPage />;
  const highlighted = params.get('block');
  const objectPath = (blockId: string): string | null => {
    const [goal, measure] = [section.goals, section.measures].map(({ edges }) => edges.find(({ node }) => node.blockId === blockId)?.node);
    const found = goal ? ({ kind: 'goal', uuid: goal.uuid } as const) : measure ? ({ kind: 'measure', uuid: measure.uuid } as const) : undefined;
    return section.mayContribute && found ? contributePath(section.edition.uuid, section.uuid, found) : null;
  };
  return (
    <div className="kw-section-page">
      <Head section={section} view={isReading ? 'read' : writing} canOpen={isSignedIn} />
      <div className="kw-section-page__columns">
        <div className="kw-section-page__text">
          <h2 className="kw-visually-hidden">{t('concept.section.text')}</h2>
          {isSignedIn && section.kind === 'FIELD_OF_ACTION' ? <ShortVersionNotice editionUuid={section.edition.uuid} sectionUuid={section.uuid} /> : null}
          {isReading || !isSignedIn
            ? <ReadingView html={section.readingHtml ?? ''} label={t('concept.section.text')} language={section.edition.language} highlightedBlockId={highlighted} objectPath={objectPath} />
            : writing === 'simple'
              ? <PlainView section={section} actorKey={session.actorKey} highlightedBlockId={highlighted} onChanged={reloadOutline} />
              : <WritingView section={section} actorKey={session.actorKey} highlightedBlockId={highlighted} onRightsDoubted={askForRights} onUnsentWork={onUnsentWork} />}
          <SourceNote note={section.sourceNote} />
          {isSignedIn ? <p><LinkButton size="small" icon="comment" href={`${contributionsPath(section.edition.uuid)}?abschnitt=${section.uuid}`}>{t('concept.contribute.section')}</LinkButton></p> : null}
          <NeighbourLinks section={section} />
        </div>
        <SectionOutline section={section} isReading={isReading} />
      </div>
    </div>
  );
}
