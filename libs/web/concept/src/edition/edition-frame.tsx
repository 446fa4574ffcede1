import type { EditionHeadFragment } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, usePageTitle, useShellSession } from '@konzeptwerkstatt/web-shell';
import { EmptyState, LinkButton, Loading, Original, PageHeader, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { QueryFailure } from '../data/query-failure.js';
import { activityPath, adoptionPath, contributionsPath, editionPath, gapsPath, inquiriesPath, standingPath, tablePath } from '../places.js';
import '../concept.css';

/** The views of one edition, as links. */
function EditionNavigation({ uuid, mayManageInquiries }: Pick<EditionHeadFragment, 'uuid' | 'mayManageInquiries'>) {
  const t = useText();
  const isSignedIn = useShellSession().status === 'signed-in';
  const views = [
    { href: editionPath(uuid), label: t('concept.view.overview'), isShown: true },
    { href: tablePath(uuid), label: t('concept.view.measures'), isShown: true },
    { href: standingPath(uuid), label: t('concept.view.standing'), isShown: true },
    { href: contributionsPath(uuid), label: t('concept.view.contributions'), isShown: isSignedIn },
    { href: inquiriesPath(uuid), label: t('concept.view.inquiries'), isShown: mayManageInquiries },
    { href: gapsPath(uuid), label: t('concept.view.gaps'), isShown: isSignedIn },
    { href: adoptionPath(uuid), label: t('concept.view.adoption'), isShown: isSignedIn },
    { href: activityPath(uuid), label: t('concept.view.activity'), isShown: isSignedIn },
  ];
  return (
    <nav className="kw-views" aria-label={t('concept.view.label')}>
      <ul>
        {views.filter(({ isShown }) => isShown).map(({ href, label }) => <li key={href}><NavLink end to={href}>{label}</NavLink></li>)}
      </ul>
    </nav>
  );
}

/** Whether something is example content, and how far an edition is. */
export function EditionTags({ edition }: { edition: Pick<EditionHeadFragment, 'isExample' | 'visibility' | 'frozenAt'> }) {
  const t = useText();
  const stage = edition.frozenAt ? 'frozen' : edition.visibility.toLowerCase();
  return (
    <>
      {edition.isExample ? <StatusTag icon="info">{t('concept.example.tag')}</StatusTag> : null}
      <StatusTag tone={edition.frozenAt ? 'success' : 'neutral'}>{t(`concept.stage.${stage}`)}</StatusTag>
    </>
  );
}

/** Where example content comes from; its licence asks that this stands beside it. */
export function SourceNote({ note }: { note: string | null }) {
  const t = useText();
  if (!note) return null;
  return <p className="kw-source-note"><Original>{note}</Original> <NavLink className="kern-link" to="/quellen">{t('concept.example.sources')}</NavLink></p>;
}

/** For what is not there or not visible: the same sentence for both. Visitors may be able to see it once they have signed in. */
export function MissingPage() {
  const t = useText();
  const { pathname, search } = useLocation();
  if (useShellSession().status !== 'anonymous') return <NotFoundPage />;
  return (
    <>
      <PageHeader title={t('concept.missing.title')} />
      <EmptyState title={t('concept.missing.sign-in')} icon="document" action={<LinkButton variant="primary" href={`/anmelden?weiter=${encodeURIComponent(pathname + search)}`}>{t('concept.save.signIn')}</LinkButton>} />
    </>
  );
}

interface EditionFrameProps<Edition extends EditionHeadFragment> {
  /** What the page's query has answered so far; null means not there. */
  edition: Edition | null | undefined;
  error: unknown;
  onRetry: () => void;
  /** Name of this view, for the heading of all but the overview. */
  view?: string;
  actions?: (edition: Edition) => ReactNode;
  children: (edition: Edition) => ReactNode;
}

/** Head and navigation around every view of an edition, with its loading, failing and not being there. */
export function EditionFrame<Edition extends EditionHeadFragment>({ edition, error, onRetry, view, actions, children }: EditionFrameProps<Edition>) {
  const t = useText();
  usePageTitle(edition ? [view, edition.title].filter(Boolean).join(' · ') : '');
  if (!edition && error) return <QueryFailure error={error} onRetry={onRetry} />;
  if (edition === undefined) return <Loading lines={6} />;
  if (edition === null) return <MissingPage />;
  const crumbs = [{ label: t('shell.navigation.concepts'), href: '/konzepte' }, ...(view ? [{ label: edition.title, href: editionPath(edition.uuid) }, { label: view }] : [{ label: edition.title }])];
  return (
    <>
      <PageHeader
        breadcrumbs={crumbs}
        preline={view ? undefined : t('concept.edition.preline', { municipality: edition.municipality.name, year: String(edition.year) })}
        title={view ?? edition.title}
        status={<EditionTags edition={edition} />}
        actions={actions?.(edition)}
      />
      <EditionNavigation uuid={edition.uuid} mayManageInquiries={edition.mayManageInquiries} />
      {error ? <QueryFailure error={error} onRetry={onRetry} /> : null}
      {children(edition)}
      <SourceNote note={edition.sourceNote} />
    </>
  );
}
