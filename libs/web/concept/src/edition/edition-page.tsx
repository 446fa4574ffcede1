import { useQuery, useSubscription } from '@apollo/client/react';
import type { EditionOverviewQuery, PresenceEntryFragment } from '@konzeptwerkstatt/web-data';
import { EditionOverviewDocument, EditionPresenceChangedDocument } from '@konzeptwerkstatt/web-data';
import { useShellSession } from '@konzeptwerkstatt/web-shell';
import { Button, ButtonGroup, EmptyState, LinkButton, Original, Section, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import '../catalogue.js';
import { DownloadButton } from '../exports/download-button.js';
import { comparisonPath, editionPath, wordCorrectionsPath, wordImportPath } from '../places.js';
import { EditionFrame } from './edition-frame.js';
import { SectionDialogs } from './section-dialogs.js';
import { SectionList } from './section-list.js';
import type { SectionTask } from './section-task.js';

type Edition = NonNullable<EditionOverviewQuery['edition']>;

/** Who is where right now: as loaded, then as the server tells. */
function usePresence(edition: Edition | null | undefined): readonly PresenceEntryFragment[] {
  const isSignedIn = useShellSession().status === 'signed-in';
  const { data } = useSubscription(EditionPresenceChangedDocument, { variables: { editionId: edition?.id ?? '' }, skip: !edition || !isSignedIn });
  return data?.presenceChanged.sections ?? edition?.presence ?? [];
}

function Process({ edition }: { edition: Edition }) {
  const t = useText();
  const isSignedIn = useShellSession().status === 'signed-in';
  if (!edition.process || !isSignedIn) return null;
  return (
    <Section title={t('concept.edition.process')}>
      <p><TextLink href={`/prozesse/${edition.process.uuid}`}>{edition.process.title}</TextLink></p>
    </Section>
  );
}

/** What the edition began as a copy of, and what has changed since. */
function Predecessor({ edition }: { edition: Edition }) {
  const t = useText();
  const { basedOn, correctionReason } = edition;
  if (!basedOn) return null;
  return (
    <Section title={t(correctionReason ? 'concept.comparison.corrects' : 'concept.comparison.predecessor')}>
      <p><TextLink href={editionPath(basedOn.uuid)}>{basedOn.title} ({basedOn.year})</TextLink></p>
      {correctionReason ? <p>{t('concept.comparison.correction')} <Original>{correctionReason}</Original></p> : null}
      <p><TextLink href={comparisonPath(edition.uuid)}>{t('concept.comparison.open')}</TextLink></p>
    </Section>
  );
}

/** The editions and corrections that began as its copy. */
function Successors({ edition }: { edition: Edition }) {
  const t = useText();
  const next = edition.nextEditions?.edges.map(({ node }) => node) ?? [];
  if (next.length === 0) return null;
  return (
    <Section title={t('concept.comparison.successors')}>
      <ul>
        {next.map(({ id, uuid, title, year, correctionReason }) => (
          <li key={id}>
            {t(correctionReason ? 'concept.comparison.successor-correction' : 'concept.comparison.successor-next')} <TextLink href={editionPath(uuid)}><Original>{title}</Original> ({year})</TextLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Overview({ edition, presence, onChanged }: { edition: Edition; presence: readonly PresenceEntryFragment[]; onChanged: () => Promise<unknown> }) {
  const t = useText();
  const [task, setTask] = useState<SectionTask | null>(null);
  const sections = edition.sections.edges.map(({ node }) => node);
  const mayEdit = edition.mayEdit && !edition.frozenAt;
  const fromWord = <LinkButton href={wordImportPath(edition.uuid)}>{t('concept.word.title')}</LinkButton>;
  const add = mayEdit ? <ButtonGroup><Button icon="add" onPress={() => setTask({ type: 'add' })}>{t('concept.section.add')}</Button>{sections.length > 0 ? <>{fromWord}<LinkButton href={wordCorrectionsPath(edition.uuid)}>{t('concept.corrections.title')}</LinkButton></> : null}</ButtonGroup> : null;
  return (
    <>
      <Section title={t('concept.edition.sections')} actions={add}>
        {sections.length === 0
          ? <EmptyState title={t('concept.edition.empty')} action={mayEdit ? fromWord : null}>{mayEdit ? t('concept.edition.empty-text') : null}</EmptyState>
          : <SectionList editionUuid={edition.uuid} sections={sections} presence={presence} mayEdit={mayEdit} onTask={setTask} onChanged={onChanged} />}
      </Section>
      <Predecessor edition={edition} />
      <Successors edition={edition} />
      <Process edition={edition} />
      <SectionDialogs task={task} editionId={edition.id} sections={sections} onClose={() => setTask(null)} onChanged={onChanged} />
    </>
  );
}

/** An edition: what it is, its sections in order, and who is in them right now. */
export default function EditionPage() {
  const { editionId = '' } = useParams();
  const { status } = useShellSession();
  const { data, error, refetch } = useQuery(EditionOverviewDocument, { variables: { uuid: editionId, signedIn: status === 'signed-in' }, skip: status === 'loading' });
  const presence = usePresence(data?.edition);
  return (
    <EditionFrame edition={data?.edition} error={error} onRetry={() => void refetch()} actions={(edition) => <DownloadButton editionId={edition.id} sections={edition.sections.edges.map(({ node: { id, title } }) => ({ id, label: title }))} />}>
      {(edition) => <Overview edition={edition} presence={presence} onChanged={refetch} />}
    </EditionFrame>
  );
}
