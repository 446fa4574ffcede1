import { useQuery } from '@apollo/client/react';
import type { WordImportProgressQuery } from '@konzeptwerkstatt/web-data';
import { ApplyWordImportDocument, WordImportSectionsDocument } from '@konzeptwerkstatt/web-data';
import { Button, ButtonGroup, LinkButton, Loading, Notice, Section, Select, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import type { Problem } from '../data/problem.js';
import { failureText, problemText } from '../data/problem.js';
import { QueryFailure } from '../data/query-failure.js';
import { useFurtherPages } from '../data/use-further-pages.js';
import { useSend } from '../data/use-send.js';
import { editionPath } from '../places.js';
import type { ChangedSection, Changes } from './word-choice.js';
import { chosenSections } from './word-choice.js';
import { WordNotes } from './word-notes.js';
import { WordSectionLines } from './word-section-lines.js';

export type WordImport = NonNullable<WordImportProgressQuery['wordImport']>;

/** More suggestions than this are not loaded: so many sections are not taken over at once. */
const shownLimit = 400;

interface WordPreviewProps {
  found: WordImport;
  editionUuid: string;
  onDecided: () => void;
}

function useDecision({ found, onDecided }: Pick<WordPreviewProps, 'found' | 'onDecided'>) {
  const t = useText();
  const send = useSend();
  const [isPending, setIsPending] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const apply = async (level: number, sections: ReturnType<typeof chosenSections>): Promise<void> => {
    if (isPending) return;
    setProblems([]);
    setFailure(null);
    setIsPending(true);
    const outcome = await send(ApplyWordImportDocument, { importId: found.id, level, sections });
    setIsPending(false);
    if (outcome.status === 'done') return onDecided();
    if (outcome.status === 'failed') return setFailure(failureText(t, outcome.failure));
    setProblems(outcome.problems);
    // What belongs to one section stands beside it, too.
    setFailure(outcome.problems.some(({ path }) => path.length > 1) ? t('concept.word.look-at-sections') : outcome.problems.map((problem) => problemText(t, problem)).join(' '));
  };
  return { isPending, problems, failure, apply };
}

/** What a Word document would become: the person chooses where sections begin, which of them come, and what they are called. */
export function WordPreview({ found, editionUuid, onDecided }: WordPreviewProps) {
  const t = useText();
  const [level, setLevel] = useState(found.suggestedLevel);
  const [changes, setChanges] = useState<Changes>({});
  const decision = useDecision({ found, onDecided });
  const { data, error, refetch, fetchMore } = useQuery(WordImportSectionsDocument, { variables: { uuid: found.uuid, level }, fetchPolicy: 'network-only' });
  const connection = data?.wordImport?.sections;
  useFurtherPages({ pageInfo: connection?.pageInfo, count: connection?.edges.length ?? 0, limit: shownLimit, fetchMore });
  if (error && !connection) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  const sections = connection?.edges.map(({ node }) => node) ?? [];
  const chosen = chosenSections(sections, changes, t('concept.word.untitled'));
  const isWhole = connection !== undefined && (sections.length === connection.totalCount || sections.length >= shownLimit);
  const levels = [...found.levels.map(({ level: one, count }) => ({ id: String(one), label: t('concept.word.level', { level: one, count }) })), { id: '0', label: t('concept.word.level-none') }];
  const choose = (id: string | null): void => {
    setLevel(Number(id ?? found.suggestedLevel));
    setChanges({});
  };
  const change = (index: number, one: ChangedSection): void => setChanges((before) => ({ ...before, [index]: { ...before[index], ...one } }));
  return (
    <div className="kw-stack">
      <Notice tone="info" title={t('concept.word.ready', { name: found.fileName })}><p>{t('concept.word.ready-text')}</p></Notice>
      <WordNotes notes={found.notes} />
      <Section title={t('concept.word.sections')}>
        <div className="kw-stack">
          {found.levels.length > 0 ? <Select label={t('concept.word.begin')} hint={t('concept.word.begin-hint')} options={levels} value={String(level)} onChange={choose} /> : <p>{t('concept.word.no-headings')}</p>}
          {isWhole ? <WordSectionLines sections={sections} changes={changes} problems={decision.problems} onChange={change} /> : <Loading lines={6} />}
        </div>
      </Section>
      {decision.failure ? <Notice tone="danger" live title={decision.failure} /> : null}
      <ButtonGroup>
        {chosen.length > 0 && isWhole ? <Button variant="primary" isPending={decision.isPending} pendingText={t('concept.save.saving')} onPress={() => void decision.apply(level, chosen)}>{t('concept.word.apply', { count: chosen.length })}</Button> : null}
        <LinkButton href={editionPath(editionUuid)}>{t('concept.import.leave')}</LinkButton>
      </ButtonGroup>
    </div>
  );
}
