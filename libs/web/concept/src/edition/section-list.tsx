import type { PresenceEntryFragment, SectionSummaryFragment } from '@konzeptwerkstatt/web-data';
import { MoveSectionDocument } from '@konzeptwerkstatt/web-data';
import type { MenuEntry } from '@konzeptwerkstatt/web-ui';
import { announce, Button, Icon, Menu, showToast, StatusTag, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { Link } from 'react-router';
import { failureText, problemText } from '../data/problem.js';
import { useSend } from '../data/use-send.js';
import { sectionPath } from '../places.js';
import type { SectionTask } from './section-task.js';
import { neighbourFor, sectionMenuAttribute } from './section-task.js';

interface SectionListProps {
  editionUuid: string;
  sections: readonly SectionSummaryFragment[];
  presence: readonly PresenceEntryFragment[];
  mayEdit: boolean;
  onTask: (task: SectionTask) => void;
  onChanged: () => Promise<unknown>;
}

/** The organisations that have a section open; one's own presence is no news. */
function Here({ presence, sectionId }: { presence: readonly PresenceEntryFragment[]; sectionId: string }) {
  const t = useText();
  const { list } = useLanguage();
  const names = presence
    .filter((entry) => entry.section?.id === sectionId)
    .flatMap(({ participants }) => participants.filter(({ isViewer }) => !isViewer).map(({ organisation }) => organisation?.shortName ?? organisation?.name ?? t('concept.activity.somebody')));
  const unique = [...new Set(names)];
  return unique.length > 0 ? <p className="kw-here"><Icon name="people" size="small" /> {t('concept.presence.here', { names: list(unique) })}</p> : null;
}

function Counts({ section }: { section: SectionSummaryFragment }) {
  const t = useText();
  const [goals, measures, gaps] = [section.goals, section.measures, section.gaps].map(({ totalCount }) => totalCount ?? 0) as [number, number, number];
  if (goals + measures + gaps === 0) return null;
  return (
    <p className="kw-section-line__counts">
      <span>{t('concept.section.goals', { count: goals })}</span> <span>{t('concept.section.measures', { count: measures })}</span>
      {gaps > 0 ? <StatusTag tone="warning">{t('concept.gap.count', { count: gaps })}</StatusTag> : null}
    </p>
  );
}

function useMoving({ sections, onChanged }: Pick<SectionListProps, 'sections' | 'onChanged'>) {
  const t = useText();
  const send = useSend();
  const ids = sections.map(({ id }) => id);
  const move = async (section: SectionSummaryFragment, by: 1 | -1): Promise<void> => {
    const afterSectionId = neighbourFor(ids, section.id, by);
    if (afterSectionId === undefined) return;
    const outcome = await send(MoveSectionDocument, { sectionId: section.id, afterSectionId });
    if (outcome.status !== 'done') {
      showToast(outcome.status === 'failed' ? failureText(t, outcome.failure) : outcome.problems.map((problem) => problemText(t, problem)).join(' '), 'danger');
      return;
    }
    await onChanged();
    announce(t('concept.section.moved', { title: section.title, position: ids.indexOf(section.id) + by + 1, count: ids.length }));
    // Reordering may have taken the button out of the page for a moment, and with it the focus.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[${sectionMenuAttribute}="${section.id}"] button`)?.focus());
  };
  return { ids, move };
}

function SectionMenu({ section, ids, move, onTask }: { section: SectionSummaryFragment; ids: readonly string[]; move: (section: SectionSummaryFragment, by: 1 | -1) => Promise<void>; onTask: (task: SectionTask) => void }) {
  const t = useText();
  const entries: MenuEntry[] = [
    { id: 'rename', label: t('concept.section.rename'), icon: 'edit', onAction: () => onTask({ type: 'rename', section }) },
    { id: 'up', label: t('concept.section.up'), icon: 'arrow-up', isDisabled: neighbourFor(ids, section.id, -1) === undefined, onAction: () => void move(section, -1) },
    { id: 'down', label: t('concept.section.down'), icon: 'arrow-down', isDisabled: neighbourFor(ids, section.id, 1) === undefined, onAction: () => void move(section, 1) },
    { id: 'move', label: t('concept.section.move'), icon: 'sort', isDisabled: ids.length < 2, onAction: () => onTask({ type: 'move', section }) },
    { id: 'remove', label: t('concept.section.remove'), icon: 'remove', onAction: () => onTask({ type: 'remove', section }) },
  ];
  return (
    <span {...{ [sectionMenuAttribute]: section.id }}>
      <Menu label={section.title} groups={[{ id: 'structure', entries }]} trigger={<Button variant="tertiary" size="small" icon="edit" aria-label={t('concept.section.menu', { title: section.title })}>{t('concept.section.edit')}</Button>} />
    </span>
  );
}

/** The sections of an edition in order, each leading to its text. */
export function SectionList({ editionUuid, sections, presence, mayEdit, onTask, onChanged }: SectionListProps) {
  const t = useText();
  const { ids, move } = useMoving({ sections, onChanged });
  return (
    <ol className="kw-section-lines">
      {sections.map((section) => (
        <li key={section.id} className="kw-section-line" data-kind={section.kind}>
          <div className="kw-section-line__text">
            <p className="kw-preline">{t(`concept.sectionKind.${section.kind}`)}</p>
            <h3 className="kern-title kern-title--small"><span className="kw-muted">{section.number}</span> <Link className="kern-link" to={sectionPath(editionUuid, section.uuid)}>{section.title}</Link></h3>
            <Counts section={section} />
            <Here presence={presence} sectionId={section.id} />
          </div>
          {mayEdit ? <SectionMenu section={section} ids={ids} move={move} onTask={onTask} /> : null}
        </li>
      ))}
    </ol>
  );
}
